/** Which counties are covered: the laws of sets, and one form for one meaning. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Coverage,
  codesIn,
  countIn,
  coverageOf,
  coverageOfAll,
  covers,
  coversState,
  difference,
  equals,
  intersection,
  nowhere,
  union,
} from '../../../src/availability/coverage.js';
import { states } from '../../../src/availability/states.js';
import { countyTable } from '../../../src/census/census.js';
import { anyPlaces, codesOf, naively, someStates } from './randomEntries.js';

const table = countyTable();

/** Every county that a coverage covers. */
const codes = (coverage: Coverage) => someStates.flatMap((state) => codesIn(coverage, state, table)).sort();

const anyPlacesList = fc.array(anyPlaces(), { maxLength: 6 });
const anyCoverage = anyPlacesList.map((places) => coverageOfAll(places, table));

const sameAs = (one: Coverage, other: Coverage) => {
  expect(equals(one, other)).toBe(true);
  // in the same form too, not only with the same meaning
  expect(new Map([...one].sort())).toEqual(new Map([...other].sort()));
};

describe('what entries cover', () => {
  it('is what a list county by county says', () => {
    fc.assert(
      fc.property(anyPlacesList, (places) => {
        const covered = new Set(places.flatMap((place) => [...naively(place)]));
        expect(codes(coverageOfAll(places, table))).toEqual([...covered].sort());
      }),
    );
  });

  it('is the whole state exactly when every county is listed', () => {
    for (const { usps } of states) {
      const every = codesOf(usps);
      const all = coverageOf({ state: usps, counties: { mode: 'all', list: [] } }, table);
      expect(coversState(all, usps)).toBe('whole');
      sameAs(coverageOf({ state: usps, counties: { mode: 'only', list: every } }, table), all);
      sameAs(coverageOf({ state: usps, counties: { mode: 'except', list: [] } }, table), all);
      const butOne = coverageOf({ state: usps, counties: { mode: 'only', list: every.slice(1) } }, table);
      expect(coversState(butOne, usps)).toBe(every.length === 1 ? 'none' : 'part');
      expect(equals(butOne, all)).toBe(false);
    }
  });

  it('is the same said by exception', () => {
    fc.assert(
      fc.property(fc.constantFrom('DE', 'FL'), fc.gen(), (state, any) => {
        const list = any(fc.subarray, codesOf(state));
        const rest = codesOf(state).filter((fips) => !list.includes(fips));
        const only = coverageOf({ state, counties: { mode: 'only', list } }, table);
        sameAs(only, coverageOf({ state, counties: { mode: 'except', list: rest } }, table));
      }),
    );
  });

  it('counts, finds and lists the same counties', () => {
    fc.assert(
      fc.property(anyCoverage, fc.constantFrom(...someStates), (coverage, state) => {
        const covered = codesIn(coverage, state, table);
        expect(codesOf(state).filter((fips) => covers(coverage, fips))).toEqual(covered);
        expect(countIn(coverage, state, table)).toEqual({
          covered: covered.length,
          total: codesOf(state).length,
        });
        const part =
          covered.length === 0 ? 'none' : covered.length === codesOf(state).length ? 'whole' : 'part';
        expect(coversState(coverage, state)).toBe(part);
      }),
    );
  });
});

describe('union, intersection and difference', () => {
  it('mean what they mean of sets of counties', () => {
    fc.assert(
      fc.property(anyCoverage, anyCoverage, (one, other) => {
        const [these, those] = [new Set(codes(one)), new Set(codes(other))];
        expect(codes(union(one, other, table))).toEqual([...new Set([...these, ...those])].sort());
        expect(codes(intersection(one, other))).toEqual([...these].filter((fips) => those.has(fips)));
        expect(codes(difference(one, other, table))).toEqual([...these].filter((fips) => !those.has(fips)));
        expect(equals(one, other)).toBe(codes(one).join() === codes(other).join());
      }),
    );
  });

  it('keep the laws of sets, in one form', () => {
    fc.assert(
      fc.property(anyCoverage, anyCoverage, anyCoverage, (one, two, three) => {
        const or = (a: Coverage, b: Coverage) => union(a, b, table);
        const less = (a: Coverage, b: Coverage) => difference(a, b, table);
        sameAs(or(one, two), or(two, one));
        sameAs(intersection(one, two), intersection(two, one));
        sameAs(or(one, or(two, three)), or(or(one, two), three));
        sameAs(intersection(one, intersection(two, three)), intersection(intersection(one, two), three));
        sameAs(intersection(one, or(two, three)), or(intersection(one, two), intersection(one, three)));
        sameAs(or(one, intersection(two, three)), intersection(or(one, two), or(one, three)));
        sameAs(less(one, or(two, three)), intersection(less(one, two), less(one, three)));
        sameAs(or(intersection(one, two), less(one, two)), one);
        sameAs(intersection(one, or(one, two)), one);
        sameAs(or(one, one), one);
        sameAs(or(one, nowhere), one);
        sameAs(less(one, one), nowhere);
        sameAs(intersection(less(one, two), two), nowhere);
      }),
    );
  });

  it('leave what they are given as it was', () => {
    fc.assert(
      fc.property(anyPlacesList, anyCoverage, (places, other) => {
        const one = coverageOfAll(places, table);
        union(one, other, table);
        intersection(one, other);
        difference(one, other, table);
        sameAs(one, coverageOfAll(places, table));
      }),
    );
  });
});
