/**
 * A random history of writes through all doors, by several at once, during which the server is killed and started again; then
 * ledger, live rows and our own notes are compared. `HISTORY=5000 SEED=7 node src/cli/jest.mjs history` makes a long one.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseProblems } from './databaseChecks.js';
import type { Dump } from './dump.js';
import { type History, openHistory } from './history.js';
import { noteProblems, settle } from './noteChecks.js';
import { pageProblems } from './pageChecks.js';
import { scheduleAndKill } from './scheduledActs.js';

const writes = Number(process.env.HISTORY ?? 300);
const seed = Number(process.env.SEED ?? 20_261_121);
const kills = Math.max(2, Math.round(writes / 500));
const secondsPerWrite = 0.5;
const timeout = 120_000 + writes * secondsPerWrite * 1000;
const mostShown = 20;

let history: History;

beforeAll(async () => {
  history = await openHistory(seed);
}, 180_000);
afterAll(() => history?.close());

/** Ledger, rows and notes, while nobody writes. */
function findProblems(): string[] {
  const { house, world } = history;
  const dump = house.dump() as Dump;
  const problems = [
    ...settle(world, dump),
    ...world.problems,
    ...databaseProblems(dump),
    ...noteProblems(world, dump),
  ];
  world.problems = [];
  return problems.slice(0, mostShown);
}

describe(`${writes} random writes (seed ${seed})`, () => {
  it(
    `are recorded as they were acknowledged, although the server is killed ${kills} times`,
    async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await history.writeUntilKilled(Math.round(writes / (kills + 1)));
        const problems = findProblems();
        await history.house.start();
        expect(problems).toEqual([]);
      }
    },
    timeout,
  );

  it(
    'leave nothing half written when the server is killed in the middle of a bulk publish',
    async () => {
      await history.killDuringBulk(25);
      const problems = findProblems();
      await history.house.start();
      expect(problems).toEqual([]);
    },
    timeout,
  );

  // waits for the minute at which due jobs are begun
  if (process.env.HISTORY) {
    it(
      'carry out once what was scheduled, although the server is killed at that time',
      async () => {
        const undone = await scheduleAndKill(history.house, history.world, 12);
        expect(await history.house.stop()).toBe(0);
        const problems = [...undone, ...findProblems()];
        await history.house.start();
        expect(problems).toEqual([]);
      },
      timeout + 300_000,
    );
  }

  it(
    'show strangers what the ledger says, and end as they were asked',
    async () => {
      await history.write(Math.round(writes / (kills + 1)));
      await history.publishAtOnce(20);
      const shown = await pageProblems(history.world, history.house.url);
      expect(await history.house.stop()).toBe(0);
      expect(findProblems()).toEqual([]);
      expect(shown.slice(0, mostShown)).toEqual([]);
      history.report();
    },
    timeout,
  );
});
