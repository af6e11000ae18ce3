/** Rounds in which everyone has a turn: whatever else the machine does falls on all alike. */
import type { Bench } from '../bench.js';
import type { LoadOrder, LoadResult } from '../load/order.js';
import { type Spread, spreadOf } from '../machine/numbers.js';
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

async function measure({ loader }: Bench, contestant: Contestant, ms: number): Promise<Round> {
  const { order, pid, port } = contestant;
  await loader.run({ ...order, ms: Math.min(500, ms / 2), port });
  const stop = watchProcessor(pid);
  const result = await loader.run({ ...order, ms, port });
  const spent = stop();
  return {
    ...result,
    serverPerAnswer: spent && result.answers > 0 ? spent.all / result.answers : null,
    serverBusy: spent?.busiest ?? null,
    serverWaited: spent?.waited ?? null,
  };
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

/** Measures all in turn, as often as there are rounds, beginning with another each time. */
export async function inRounds(bench: Bench, contestants: readonly Contestant[], ms = bench.options.roundMs) {
  const rounds = contestants.map((): Round[] => []);
  for (let round = 0; round < bench.options.rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const index = (round + turn) % contestants.length;
      rounds[index]?.push(await measure(bench, contestants[index] as Contestant, ms));
    }
  }
  const measured = contestants.map(({ name }, index) => summarize(name, rounds[index] as Round[]));
  for (const { failures, firstFailure, name } of measured) {
    if (failures > 0) bench.remark(`${name}: ${failures} requests failed; the first: ${firstFailure}`);
  }
  return measured;
}
