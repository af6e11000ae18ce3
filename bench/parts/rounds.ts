/** Rounds in which everyone has a turn: whatever else the machine does falls on all alike. */
import type { Bench } from '../bench.js';
import type { LoadOrder, LoadResult } from '../load/order.js';
import { median, ratios, type Spread, spreadOf } from '../machine/numbers.js';
import { watchProcessor } from '../machine/processorTime.js';

/** Who is measured, with what. */
export interface Contestant {
  name: string;
  port: number;
  pid: number;
  order: Omit<LoadOrder, 'ms' | 'port'>;
}

export interface Round extends LoadResult {
  /** Processor time of the server for one answer, all threads together, in microseconds; null where it is not told. */
  serverPerAnswer: number | null;
  /** The part of the time in which the server's busiest thread was on a core. */
  serverBusy: number | null;
  /** The part in which it wanted one and had none: other programs were in the way. */
  serverWaited: number | null;
}

export interface Measured {
  name: string;
  perSecond: Spread;
  p50: Spread;
  p99: Spread;
  serverPerAnswer: Spread | null;
  serverBusy: Spread | null;
  serverWaited: Spread | null;
  loadPerRequest: Spread;
  loadBusy: Spread;
  megabytesPerSecond: Spread;
  answers: number;
  failures: number;
  firstFailure: string | null;
  origins: LoadResult['origins'];
  rounds: Round[];
}

async function measure({ loader }: Bench, contestant: Contestant, ms: number, warmUpMs: number) {
  const { order, pid, port } = contestant;
  await loader.run({ ...order, ms: warmUpMs, port });
  const stop = watchProcessor(pid);
  const result = await loader.run({ ...order, ms, port });
  const spent = stop();
  return {
    ...result,
    serverPerAnswer: spent && result.answers > 0 ? spent.all / result.answers : null,
    serverBusy: spent?.busiest ?? null,
    serverWaited: spent?.waited ?? null,
  } satisfies Round;
}

const spreadUnlessMissing = (values: (number | null)[]): Spread | null =>
  values.some((value) => value === null) ? null : spreadOf(values as number[]);

const sumOf = (rounds: readonly Round[], origin: keyof LoadResult['origins']) =>
  rounds.reduce((sum, { origins }) => sum + origins[origin], 0);

function summarize(name: string, rounds: Round[]): Measured {
  const spread = (value: (round: Round) => number) => spreadOf(rounds.map(value));
  return {
    name,
    perSecond: spread((round) => round.perSecond),
    p50: spread(({ latency }) => latency.p50),
    p99: spread(({ latency }) => latency.p99),
    serverPerAnswer: spreadUnlessMissing(rounds.map((round) => round.serverPerAnswer)),
    serverBusy: spreadUnlessMissing(rounds.map((round) => round.serverBusy)),
    serverWaited: spreadUnlessMissing(rounds.map((round) => round.serverWaited)),
    loadPerRequest: spread((round) => round.cpuPerRequest),
    loadBusy: spread((round) => round.busy),
    megabytesPerSecond: spread((round) => round.megabytesPerSecond),
    answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    firstFailure: rounds.find((round) => round.firstFailure !== null)?.firstFailure ?? null,
    origins: {
      ...{ hit: sumOf(rounds, 'hit'), miss: sumOf(rounds, 'miss') },
      ...{ pass: sumOf(rounds, 'pass'), unsaid: sumOf(rounds, 'unsaid') },
    },
    rounds,
  };
}

/** One summary of all rounds of the same contestant, set by set in this order. */
export const together = (sets: readonly Pick<Measured, 'name' | 'rounds'>[]): Measured =>
  summarize(
    sets[0]?.name ?? '',
    sets.flatMap(({ rounds }) => rounds),
  );

/** Answers a second of the one divided by those of the other in the same round; the median. NaN where they share none. */
export function timesAsFast(one: Measured, other: Measured): number {
  const perSecond = ({ rounds }: Measured) => rounds.map((round) => round.perSecond);
  return median(ratios(perSecond(one), perSecond(other)));
}

/** Rounds that follow one another, by their numbers among all. */
export interface Stretch {
  first: number;
  count: number;
}

/** All rounds in this many stretches, whose lengths differ by one at most. */
export function stretchesOf(rounds: number, processes: number): Stretch[] {
  const begin = (set: number) => Math.ceil((rounds * set) / processes);
  return Array.from({ length: processes }, (_, set) => ({
    first: begin(set),
    count: begin(set + 1) - begin(set),
  }));
}

/** Does this with all in each round, one after the other and beginning with another each time. What came of each, round by round. */
export async function inTurns<Item, Outcome>(
  items: readonly Item[],
  { count, first }: Stretch,
  act: (item: Item, round: number) => Promise<Outcome>,
): Promise<Outcome[][]> {
  const outcomes = items.map((): Outcome[] => []);
  for (let round = first; round < first + count; round += 1) {
    for (let turn = 0; turn < items.length; turn += 1) {
      const index = (round + turn) % items.length;
      outcomes[index]?.push(await act(items[index] as Item, round));
    }
  }
  return outcomes;
}

/** Measures all in turn in these rounds. */
export async function inRounds(
  bench: Bench,
  contestants: readonly Contestant[],
  stretch: Stretch,
  ms = bench.options.roundMs,
): Promise<Measured[]> {
  const rounds = await inTurns(contestants, stretch, (contestant, round) => {
    // a new process, or a new question, makes it compile its code first
    const warmUpMs = round === stretch.first ? Math.min(600, ms) : Math.min(150, ms / 2);
    return measure(bench, contestant, ms, warmUpMs);
  });
  const measured = contestants.map(({ name }, index) => summarize(name, rounds[index] as Round[]));
  for (const { failures, firstFailure, name } of measured) {
    if (failures > 0) bench.remark(`${name}: ${failures} requests failed; the first: ${firstFailure}`);
  }
  return measured;
}

/** The same for what takes long to answer: in a short round there would be too few answers for percentiles. */
export const inLongRounds = (bench: Bench, contestants: readonly Contestant[]): Promise<Measured[]> =>
  inRounds(bench, contestants, { first: 0, count: bench.options.missRounds }, bench.options.missMs);

/**
 * Two processes of the same program may differ in speed for their whole lives. So `measureSet` is called several times, one after the
 * other: each time it starts all servers anew and measures a part of the rounds, always the same things in the same order. What it
 * measured is put together, thing by thing; whatever else it tells is what the first set told.
 */
export async function inProcesses<Found extends { measured: Measured[] }>(
  { options }: Bench,
  measureSet: (stretch: Stretch) => Promise<Found[]>,
): Promise<Found[]> {
  const sets: Found[][] = [];
  for (const stretch of stretchesOf(options.rounds, options.processes)) sets.push(await measureSet(stretch));
  const [first = []] = sets;
  return first.map((found, row) => ({
    ...found,
    measured: found.measured.map((_, index) =>
      together(sets.map((set) => set[row]?.measured[index] as Measured)),
    ),
  }));
}
