/**
 * Several write while others read: whoever asks after a write has been answered is answered with it, whatever was kept
 * before. `DIFFERENTIAL=5000 SEED=7 node src/cli/jest.mjs differential -- whileWriting` makes a long one.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isWriteConflict } from '../../src/database/retryWriteConflicts.js';
import type { Random } from '../history/random.js';
import { type Answer, type Asked, ask, type Door } from './ask.js';
import { Client } from './clients.js';
import { nameOf, questionsOf } from './questions.js';
import { openStage, type Stage } from './stage.js';
import { Watcher } from './watcher.js';
import { openWriters, type Writer } from './writers.js';

const writes = Number(process.env.DIFFERENTIAL ?? 200);
const seed = Number(process.env.SEED ?? 20_261_121);
const readers = 6;
const atOnce = 3;
const isMongo = Boolean(process.env.TEST_MONGODB_URI);

let stage: Stage;
let hasPassed = false;
beforeAll(async () => {
  stage = await openStage(seed, { others: isMongo ? 1 : 0 });
}, 180_000);
afterAll(async () => {
  const printed = stage?.fronted.printed();
  if (printed && !hasPassed) console.error(`The other process printed:\n${printed}`);
  await stage?.close();
});

/** A question, and those whose stamps its answer shows. */
interface Telling {
  asked: Asked;
  writers: Writer[];
}

/** Which documents an answer shows when all are there. */
async function tellingOf(all: readonly Asked[], writers: readonly Writer[]): Promise<Telling[]> {
  const found: Telling[] = [];
  for (const asked of all) {
    const answer = await ask(stage.fronted.back, asked);
    const shown = writers.filter(({ stamped }) => !stamped.seenIn(answer).includes(null));
    if (shown.length > 0) found.push({ asked, writers: shown });
  }
  return found;
}

interface Run {
  random: Random;
  telling: readonly Telling[];
  problems: string[];
  tally: { hits: number; reads: number };
  isOver: boolean;
}

/** What the product can say in no such form tells nothing, nor does what a busy machine had no time for. */
const isRefused = ({ status, text }: Answer) =>
  [406, 503].includes(status) || text.includes('"path":"format"');

/** What is not to be seen tells something where nothing but its own document decides about that. */
function tells({ home, stamped }: Writer, { address }: Asked, answer: Answer): boolean {
  if (isRefused(answer)) return false;
  if (!stamped.seenIn(answer).includes(null)) return true;
  return home !== undefined && (answer.status === 200 || home.test(address));
}

/** Half of the readers ask for little at a time, and therefore often. */
const small = /^\/api\/[a-z-]+\/[\w-]+(\?depth=[01])?$/;

async function readOn(run: Run, front: Door, isHasty: boolean): Promise<void> {
  const client = new Client(front, run.random);
  const telling = isHasty ? run.telling.filter(({ asked }) => small.test(asked.address)) : run.telling;
  while (!run.isOver) {
    const { asked, writers } = run.random.pick(telling);
    const put = client.putInItsWords(asked);
    const answer = await client.ask(put);
    run.tally.reads += 1;
    if (answer.origin === 'hit') run.tally.hits += 1;
    if (answer.status >= 500 && answer.status !== 503) run.problems.push(`${answer.status} ${nameOf(asked)}`);
    if (put.method === 'HEAD') continue; // says nothing of what is in it
    for (const writer of writers.filter((each) => tells(each, asked, answer))) {
      const problem = writer.stamped.problemOf(answer);
      if (problem) run.problems.push(`${nameOf(asked)} ${problem}`);
    }
  }
}

const inTheWay = (error: unknown) => isWriteConflict(error) || /^Error: 503: .*try again/.test(String(error));

/** On a machine that is held up for seconds, another process may take a writer's turn: it tries again, as it is told to. */
async function writeOnce(writer: Writer, random: Random): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writer.write(stage, random);
    } catch (error) {
      if (attempt === 5 || !inTheWay(error)) throw error;
    }
  }
}

/** Each document is written by one at a time. */
async function writeOn({ random }: Run, writers: Writer[], count: number): Promise<void> {
  const free = [...writers];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const [writer] = free.splice(random.below(free.length), 1);
      if (!writer) throw new Error('There are more who write than documents.');
      await writeOnce(writer, random);
      free.push(writer);
      // some writes follow each other closely, others leave time for answers to be kept
      if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.below(150)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

describe(`${writes} writes by ${atOnce} at once (seed ${seed})`, () => {
  it(
    `are seen by ${readers} readers as soon as they have been answered`,
    async () => {
      const {
        random,
        fronted: { fronts },
      } = stage;
      const writers = openWriters();
      for (const writer of writers) await writeOnce(writer, random);
      const all = questionsOf(stage.world);
      const telling = await tellingOf(all, writers);
      const untold = writers.filter((each) => !telling.some((one) => one.writers.includes(each)));
      expect(untold.map(({ stamped }) => stamped.name)).toEqual([]);
      const run: Run = { isOver: false, problems: [], random, tally: { hits: 0, reads: 0 }, telling };
      const reading = Array.from({ length: readers }, (_none, index) =>
        readOn(run, fronts[index % fronts.length] ?? fronts[0], index % 4 < 2),
      );
      await writeOn(run, writers, writes).finally(() => {
        run.isOver = true;
      });
      await Promise.all(reading);
      expect(run.problems.slice(0, 20)).toEqual([]);
      stage.fronted.forget();
      const watcher = new Watcher(stage.fronted, random);
      for (const front of fronts) for (const asked of all) await watcher.look(asked, 'all writes', front);
      expect(watcher.findings).toEqual([]);
      if (process.env.DIFFERENTIAL) console.log(run.tally, watcher.tally);
      // how often readers come to ask while others write hangs on the machine
      expect(run.tally.hits).toBeGreaterThan(writes / 4);
      hasPassed = true;
    },
    (isMongo ? 300_000 : 120_000) + writes * 1_000,
  );
});
