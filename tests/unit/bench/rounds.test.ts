import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bench } from '../../../bench/bench.js';
import { readOptions } from '../../../bench/options.js';
import { inProcesses, inTurns, stretchesOf, timesAsFast, together } from '../../../bench/parts/rounds.js';
import { measured } from './measured.js';

test('rounds are shared among processes evenly, in order, and none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }), (rounds, processes) => {
      const stretches = stretchesOf(rounds, processes);
      const all = stretches.flatMap(({ count, first }) =>
        Array.from({ length: count }, (_, at) => first + at),
      );
      expect(all).toEqual(Array.from({ length: rounds }, (_, at) => at));
      expect(stretches).toHaveLength(processes);
      const counts = stretches.map(({ count }) => count);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
  expect(stretchesOf(21, 4).map(({ count }) => count)).toEqual([6, 5, 5, 5]);
});

test('no process is started for no round', () => {
  expect(readOptions(['--rounds', '2'])).toMatchObject({ processes: 2, rounds: 2 });
  expect(readOptions(['--rounds', '30'])).toMatchObject({ processes: 4, rounds: 30 });
});

test('each round begins with another one, and goes on so with the next processes', async () => {
  const order: string[] = [];
  const act = async (name: string, round: number) => order.push(`${name}${round}`);
  await inTurns(['a', 'b', 'c'], { first: 0, count: 2 }, act);
  await inTurns(['a', 'b', 'c'], { first: 2, count: 1 }, act);
  expect(order).toEqual(['a0', 'b0', 'c0', 'b1', 'c1', 'a1', 'c2', 'a2', 'b2']);
});

test('what came of each stays with it, round by round', async () => {
  const act = async (name: string, round: number) => `${name}${round}`;
  expect(await inTurns(['a', 'b'], { first: 3, count: 2 }, act)).toEqual([
    ['a3', 'a4'],
    ['b3', 'b4'],
  ]);
});

test('several sets are told as one: medians over all rounds, sums of all answers', () => {
  const whole = together([measured('house', 100, 300), measured('house', 200)]);
  expect(whole).toMatchObject({
    name: 'house',
    answers: 300,
    perSecond: { median: 200, low: 100, high: 300 },
  });
  expect(whole.rounds.map(({ perSecond }) => perSecond)).toEqual([100, 300, 200]);
});

test('a failure in any set is told with the first of all', () => {
  const [good, bad] = [measured('house', 1), measured('house', 1)];
  const rounds = bad.rounds.map((each) => ({ ...each, failures: 2, firstFailure: 'status 500' }));
  expect(together([good, { ...bad, rounds }])).toMatchObject({ failures: 2, firstFailure: 'status 500' });
});

test('twice as fast in each round is twice as fast, however rounds and processes differ', () => {
  const speeds = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(speeds, (values) => {
      const doubled = values.map((value) => value * 2);
      expect(timesAsFast(measured('house', ...doubled), measured('bare', ...values))).toBe(2);
    }),
  );
  expect(timesAsFast(measured('house'), measured('bare'))).toBeNaN();
});

test('each set of processes measures its part of the rounds, and things are put together one by one', async () => {
  const bench = { options: { processes: 2, rounds: 3 } } as Bench;
  let set = 0;
  const found = await inProcesses(bench, async ({ count, first }) => {
    set += 1;
    const speeds = Array.from({ length: count }, (_, at) => first + at + 1);
    const tenfold = speeds.map((speed) => speed * 10);
    return [
      { set, question: 'page', measured: [measured('house', ...speeds), measured('bare', ...tenfold)] },
      { set, question: 'list', measured: [measured('house', ...tenfold)] },
    ];
  });
  const speedsOf = found.map((each) =>
    each.measured.map(({ rounds }) => rounds.map(({ perSecond }) => perSecond)),
  );
  expect(speedsOf).toEqual([
    [
      [1, 2, 3],
      [10, 20, 30],
    ],
    [[10, 20, 30]],
  ]);
  expect(found).toMatchObject([
    { set: 1, question: 'page' },
    { set: 1, question: 'list' },
  ]);
});
