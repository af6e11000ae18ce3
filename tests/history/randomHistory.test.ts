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
let lastDump: Dump | undefined;

beforeAll(async () => {
  history = await openHistory(seed);
}, 180_000);
afterAll(() => history?.close());

/** Ledger, rows and notes, while nobody writes. */
function findProblems(): string[] {
  const { house, world } = history;
  const dump = house.dump() as Dump;
  lastDump = dump;
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
    'show strangers what the ledger says, verify while others write, and end as they were asked',
    async () => {
      const { house, world } = history;
      const write = history.write(Math.round(writes / (kills + 1)));
      const [whileWriting] = await Promise.all([house.verify(), write]);
      expect(whileWriting).toMatchObject({ code: 0 });
      await history.publishAtOnce(20);
      const shown = await pageProblems(world, house.url);
      expect(await house.stop()).toBe(0);
      expect(findProblems()).toEqual([]);
      expect(shown.slice(0, mostShown)).toEqual([]);
      expect(await house.verify()).toMatchObject({ code: 0 });
      history.report();
    },
    timeout,
  );
});

/** Each changes a copy of what was read of the database. */
const tamperings: [string, (dump: Dump) => void][] = [
  ['a record is missing', ({ ledger }) => void ledger.splice(3, 1)],
  ['two records have changed places', ({ ledger }) => ledger.splice(3, 2, ...ledger.slice(3, 5).reverse())],
  ['a record has another author', ({ ledger }) => Object.assign(ledger[0]?.actor ?? {}, { label: 'Nobody' })],
  ['a snapshot is another', ({ ledger }) => Object.assign(ledger[0] ?? {}, { snapshot: '{"id":"x"}' })],
  ['the last record of something public is missing', ({ ledger }) => void ledger.pop()],
  ['a public row is another', (dump) => Object.assign(shownRow(dump) ?? {}, { slug: 'tampered' })],
  ['a public row has no version', (dump) => dump.collections.articles?.versions?.splice(0)],
  ['a span is missing', ({ spans }) => void spans.pop()],
];

const shownRow = ({ collections }: Dump) =>
  collections.articles?.rows.find(({ _status, deletedAt }) => _status === 'published' && !deletedAt);

describe('the checks of that history', () => {
  it.each(tamperings)('would notice that %s', (_what, tamper) => {
    const dump = structuredClone(lastDump as Dump);
    expect(databaseProblems(dump)).toEqual([]);
    tamper(dump);
    expect(databaseProblems(dump)).not.toEqual([]);
  });

  it('would notice a publish that was acknowledged and is not recorded', () => {
    const { world } = history;
    const dump = lastDump as Dump;
    expect(noteProblems(world, dump)).toEqual([]);
    const subject = world.subjects.find(({ expected }) => expected.length > 0);
    subject?.expected.push({ act: 'change', actor: 'someone', state: null });
    expect(noteProblems(world, dump)).not.toEqual([]);
  });
});
