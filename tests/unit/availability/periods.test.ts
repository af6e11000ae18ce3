/** What is in force when: between two changes nothing changes, and at each something does. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../../src/availability/entry.js';
import { licenseInForce, licensePeriod } from '../../../src/availability/licenses.js';
import { isInForce, nextChangeAt, overlapOf, stateOfAffairs } from '../../../src/availability/periods.js';
import { anyEntry, anyMoment, entryWith } from './randomEntries.js';

const anyEntries = fc.array(anyEntry(['DE', 'HI']), { maxLength: 6 });

/** Any moment, exactly on the boundary of one of these entries or of a license, or just beside it. */
const anyMomentNear = (entries: readonly Entry[]) => {
  const moments = entries
    .flatMap((entry) => [entry, ...entry.licenses.map(licensePeriod)])
    .flatMap(({ effectiveFrom, effectiveTo }) =>
      [effectiveFrom, effectiveTo].filter((moment) => moment !== null),
    );
  const near = moments.flatMap((moment) =>
    [-1, 0, 1].map((by) => new Date(Date.parse(moment) + by).toISOString()),
  );
  return near.length === 0 ? anyMoment : fc.oneof(anyMoment, fc.constantFrom(...near));
};

const anyAffairs = anyEntries.chain((entries) =>
  fc.record({ entries: fc.constant(entries), at: anyMomentNear(entries), other: anyMomentNear(entries) }),
);

const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date, 12)).toISOString();

describe('an entry', () => {
  it('is in force while its period holds, and if it is available, a license', () => {
    fc.assert(
      fc.property(anyAffairs, ({ at, entries }) => {
        for (const entry of entries) {
          const begun = entry.effectiveFrom === null || Date.parse(entry.effectiveFrom) <= Date.parse(at);
          const over = entry.effectiveTo !== null && Date.parse(entry.effectiveTo) <= Date.parse(at);
          const licensed = entry.licenses.some((license) => licenseInForce(license, at));
          const expected = begun && !over && (entry.status !== 'available' || licensed);
          expect(stateOfAffairs(entries, at).includes(entry)).toBe(expected);
        }
      }),
    );
  });

  it('that is available without any license is not in force', () => {
    expect(isInForce(entryWith({ licenses: [] }), day(1, 1))).toBe(false);
    expect(isInForce(entryWith({ licenses: [], status: 'waitlist' }), day(1, 1))).toBe(true);
  });
});

describe('the next change', () => {
  it('is the first moment at which the set of entries in force is another', () => {
    fc.assert(
      fc.property(anyAffairs, ({ at, entries, other }) => {
        const next = nextChangeAt(entries, at);
        const now = stateOfAffairs(entries, at);
        if (next !== null) {
          expect(Date.parse(next)).toBeGreaterThan(Date.parse(at));
          expect(stateOfAffairs(entries, next)).not.toEqual(now);
          const before = new Date(Date.parse(next) - 1).toISOString();
          expect(stateOfAffairs(entries, before)).toEqual(now);
        }
        const isBetween = other >= at && (next === null || other < next);
        if (isBetween) expect(stateOfAffairs(entries, other)).toEqual(now);
      }),
      { numRuns: 500 },
    );
  });

  it('is when a license expires that nothing else holds up', () => {
    const license = { id: 'a', state: 'NJ', issuedOn: null, expiresOn: day(3, 7) };
    const entry = entryWith({ state: 'NJ', licenses: [license] });
    expect(nextChangeAt([entry], day(1, 1))).toBe('2026-03-08T05:00:00.000Z');
    expect(nextChangeAt([{ ...entry, status: 'waitlist' }], day(1, 1))).toBeNull();
  });

  it('does not come when a second license takes over, at once or before', () => {
    const until = { id: 'a', state: 'NJ', issuedOn: null, expiresOn: day(3, 7) };
    const fromNextDay = { id: 'b', state: 'NJ', issuedOn: day(3, 8), expiresOn: day(6, 30) };
    const entry = entryWith({ state: 'NJ', licenses: [until, fromNextDay] });
    expect(nextChangeAt([entry], day(1, 1))).toBe('2026-07-01T04:00:00.000Z');
    const late = { ...fromNextDay, issuedOn: day(3, 9) };
    const gap = entryWith({ state: 'NJ', licenses: [until, late] });
    expect(nextChangeAt([gap], day(1, 1))).toBe('2026-03-08T05:00:00.000Z');
    expect(nextChangeAt([gap], '2026-03-08T05:00:00.000Z')).toBe('2026-03-09T04:00:00.000Z');
  });

  it('does not come when a license begins or ends outside of the period', () => {
    const license = { id: 'a', state: 'NJ', issuedOn: day(1, 2), expiresOn: day(9, 1) };
    const entry = entryWith({
      state: 'NJ',
      licenses: [license],
      effectiveFrom: day(3, 1),
      effectiveTo: day(4, 1),
    });
    expect(nextChangeAt([entry], day(1, 1))).toBe(day(3, 1));
    expect(nextChangeAt([entry], day(3, 1))).toBe(day(4, 1));
    expect(nextChangeAt([entry], day(4, 1))).toBeNull();
  });
});

describe('the overlap of two periods', () => {
  it('holds exactly the moments at which both hold', () => {
    fc.assert(
      fc.property(anyEntry(), anyEntry(), anyMoment, (one, other, at) => {
        const [these, those] = [one, other].map((entry) => ({ ...entry, status: 'paused' as const }));
        if (these === undefined || those === undefined) return;
        const both = isInForce(these, at) && isInForce(those, at);
        const overlap = overlapOf(these, those);
        expect(overlap !== null && isInForce({ ...these, ...overlap }, at)).toBe(both);
        expect(overlapOf(those, these)).toEqual(overlap);
      }),
    );
  });

  it('is none when one begins where the other ends', () => {
    const one = { effectiveFrom: null, effectiveTo: day(3, 1) };
    expect(overlapOf(one, { effectiveFrom: day(3, 1), effectiveTo: null })).toBeNull();
    expect(overlapOf(one, { effectiveFrom: null, effectiveTo: null })).toEqual(one);
  });
});
