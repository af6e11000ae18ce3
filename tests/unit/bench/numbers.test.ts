import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { median, percentile, randomFrom, ratios, spreadOf } from '../../../bench/machine/numbers.js';

const numbers = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 50 });

test('as many values lie above the median as below it', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const middle = median(values);
      const above = values.filter((value) => value > middle).length;
      const below = values.filter((value) => value < middle).length;
      return above <= values.length / 2 && below <= values.length / 2;
    }),
  );
});

test('a percentile is a value that was measured, and no smaller than that part of all', () => {
  fc.assert(
    fc.property(numbers, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, part) => {
      const found = percentile(values, part);
      const within = values.filter((value) => value <= found).length;
      return values.includes(found) && within >= values.length * part;
    }),
  );
});

test('rounds are compared pair by pair: twice as fast in each is twice as fast, however they differ', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const doubled = values.map((value) => value * 2);
      expect(spreadOf(ratios(doubled, values))).toEqual({ median: 2, low: 2, high: 2 });
    }),
  );
});

test('what was not measured is no number', () => {
  expect(median([])).toBeNaN();
  expect(percentile([], 0.5)).toBeNaN();
});

test('the same seed gives the same numbers, between 0 and 1, spread evenly', () => {
  const [one, other] = [randomFrom(7), randomFrom(7)];
  const values = Array.from({ length: 10_000 }, one);
  expect(Array.from({ length: 10_000 }, other)).toEqual(values);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
});
