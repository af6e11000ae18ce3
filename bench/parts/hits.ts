/** (a) answers from memory, beside (b) a bare server and bare Express that send the same bytes, and (c) Payload itself. */
import { onTheWire } from '../asking/ask.js';
import { type Question, questionsFor, warmUp } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase } from '../content/databases.js';
import { median, ratios } from '../machine/numbers.js';
import { type House, startHouse } from '../subjects/house.js';
import { type BareSubject, type Subject, startBare, startPayload } from '../subjects/others.js';
import {
  type Contestant,
  inProcesses,
  inRounds,
  type Measured,
  type Stretch,
  timesAsFast,
} from './rounds.js';

export interface HitRow {
  question: string;
  /** Of the body. */
  bytes: number;
  payloadBytes: number | null;
  house: Measured;
  bare: Measured;
  express: Measured;
  payload: Measured | null;
  /** Answers a second, of each round against the same round of the other; the median. */
  shareOfBare: number;
  /** The same by what an answer costs in processor time; null where that is not told. */
  shareOfBareByProcessor: number | null;
  timesExpress: number;
  timesPayload: number | null;
  /** The answers of the house came from memory. */
  areHits: boolean;
}

interface Subjects {
  house: House;
  bare: BareSubject;
  express: BareSubject;
  payload: Subject;
}

async function start({ options }: Bench): Promise<Subjects & { stop(): Promise<void> }> {
  const own = await copyOfDatabase(options.articles);
  const other = await copyOfDatabase(options.articles);
  const house = await startHouse(own.folder);
  const [bare, express, payload] = await Promise.all([
    ...[startBare('node'), startBare('express')],
    startPayload(other.folder),
  ] as const);
  return {
    ...{ house, bare, express, payload },
    stop: async () => {
      await Promise.all([house, bare, express, payload].map((each) => each.stop()));
      own.remove();
      other.remove();
    },
  };
}

function byProcessor(house: Measured, bare: Measured): number | null {
  const costs = ({ rounds }: Measured) => rounds.map(({ serverPerAnswer }) => serverPerAnswer ?? Number.NaN);
  const share = median(ratios(costs(bare), costs(house)));
  return Number.isNaN(share) ? null : share;
}

/** What one set of processes, or all together, showed of a question. */
interface Found extends Pick<HitRow, 'bytes' | 'payloadBytes' | 'question'> {
  /** In the order of the subjects. */
  measured: Measured[];
}

function rowOf({ measured, ...found }: Found): HitRow {
  const [house, bare, express, payload = null] = measured as [Measured, Measured, Measured, Measured?];
  return {
    ...{ ...found, house, bare, express, payload },
    shareOfBare: timesAsFast(house, bare),
    shareOfBareByProcessor: byProcessor(house, bare),
    timesExpress: timesAsFast(house, express),
    timesPayload: payload && timesAsFast(house, payload),
    // one or two may be made anew: a moment has passed that an answer names
    areHits: house.answers > 0 && house.origins.hit >= house.answers * 0.999,
  };
}

function contestantsFor({ options }: Bench, subjects: Subjects, { asked, ofPayload, status }: Question) {
  const wordings = { house: asked, bare: asked, express: asked, payload: ofPayload };
  return Object.entries(wordings).flatMap(([name, wording]): Contestant[] => {
    if (wording === null) return [];
    const { pid, port } = subjects[name as keyof Subjects];
    const requests = [onTheWire({ ...wording, port })];
    return [{ name, pid, port, order: { connections: options.connections, requests, statuses: [status] } }];
  });
}

/** Then the bare server could have answered more, and its answers a second say nothing. */
const isAskerSlower = ({ loadBusy, serverBusy }: Measured) =>
  serverBusy !== null && loadBusy.median > serverBusy.median;

async function measure(
  bench: Bench,
  subjects: Subjects,
  question: Question,
  stretch: Stretch,
): Promise<Found> {
  const answer = await warmUp(subjects.house.port, question.asked, question.status);
  await Promise.all([subjects.bare.send(answer), subjects.express.send(answer)]);
  const theirs = question.ofPayload && (await warmUp(subjects.payload.port, question.ofPayload));
  return {
    ...{ question: question.name, bytes: answer.body.length, payloadBytes: theirs?.body.length ?? null },
    measured: await inRounds(bench, contestantsFor(bench, subjects, question), stretch),
  };
}

async function measureSet(bench: Bench, stretch: Stretch): Promise<Found[]> {
  const subjects = await start(bench);
  const found: Found[] = [];
  for (const question of await questionsFor(subjects.house.port)) {
    bench.say(`hits, from round ${stretch.first + 1}: ${question.name}`);
    found.push(await measure(bench, subjects, question, stretch));
  }
  await subjects.stop();
  return found;
}

function remarkOn({ remark }: Bench, { areHits, bare, question }: HitRow): void {
  if (isAskerSlower(bare))
    remark(`“${question}”: the load process was busier than bare node:http; trust the processor time.`);
  if (!areHits) remark(`“${question}” is not answered from memory: its row is no row of hits.`);
}

export async function measureHits(bench: Bench): Promise<HitRow[]> {
  const found = await inProcesses(bench, (stretch) => measureSet(bench, stretch));
  const rows = found.map(rowOf);
  for (const row of rows) remarkOn(bench, row);
  return rows;
}
