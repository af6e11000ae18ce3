/** A change from a moment on: before it all is as it was, after it all is as asked, and periods never overlap. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Entry, statuses } from '../../../src/availability/entry.js';
import { overlapOf } from '../../../src/availability/periods.js';
import { type Change, splice, spliced } from '../../../src/availability/splice.js';
import { isEffective } from '../../../src/compliance/effectiveDates.js';
import { anyCounties, anyEntry, anyMoment, entryWith } from './randomEntries.js';

const areDisjoint = (one: Entry, other: Entry) =>
  one.serviceId !== other.serviceId || one.state !== other.state || overlapOf(one, other) === null;

/** As they can be stored: no period is empty, and none overlaps another. */
const anyEntries = fc
  .array(anyEntry(['DE', 'HI']), { maxLength: 15 })
  .map((entries) =>
    entries
      .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom === null || effectiveFrom !== effectiveTo)
      .filter((entry, index, each) => each.slice(0, index).every((before) => areDisjoint(before, entry))),
  );

const anyChange = (entries: readonly Entry[]): fc.Arbitrary<Change> => {
  const bounds = entries.flatMap(({ effectiveFrom, effectiveTo }) =>
    [effectiveFrom ?? [], effectiveTo ?? []].flat(),
  );
  return fc.record({
    serviceId: fc.constantFrom('one', 'two'),
    state: fc.constantFrom('DE', 'HI'),
    from: bounds.length === 0 ? anyMoment : fc.oneof(anyMoment, fc.constantFrom(...bounds)),
    status: fc.option(fc.constantFrom(...statuses)),
    counties: anyCounties('DE'),
  });
};

const anyCase = anyEntries.chain((entries) =>
  fc.record({ entries: fc.constant(entries), change: anyChange(entries) }),
);

const at = (entries: readonly Entry[], moment: string, { serviceId, state }: Change) =>
  entries.find(
    (entry) => entry.serviceId === serviceId && entry.state === state && isEffective(entry, moment),
  );

/** What a reader can tell of an entry: all but how it is stored. */
const said = (entry: Entry | undefined) =>
  entry && { ...entry, id: null, effectiveFrom: null, effectiveTo: null };

/** Every moment at which something begins or ends, and those around. */
const momentsOf = (entries: readonly Entry[], { from }: Change) =>
  [
    from,
    ...entries.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom ?? from, effectiveTo ?? from]),
  ].flatMap((moment) => [-1, 0, 1].map((by) => new Date(Date.parse(moment) + by).toISOString()));

/** When what is asked for gives way: at the end of what held, or where the next entry begins. */
function endOf(entries: readonly Entry[], change: Change): string {
  const held = at(entries, change.from, change);
  if (held) return held.effectiveTo ?? '9999';
  const starts = entries
    .filter(({ serviceId, state }) => serviceId === change.serviceId && state === change.state)
    .map(({ effectiveFrom }) => effectiveFrom ?? '')
    .filter((start) => start > change.from);
  return starts.sort()[0] ?? '9999';
}

describe('a change', () => {
  it('leaves everything before it, and everything after the period, as it was', () => {
    fc.assert(
      fc.property(anyCase, ({ change, entries }) => {
        const after = spliced(entries, splice(entries, change));
        for (const moment of momentsOf(entries, change)) {
          if (moment >= change.from && moment < endOf(entries, change)) continue;
          expect(said(at(after, moment, change))).toEqual(said(at(entries, moment, change)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('makes everything as asked until then', () => {
    fc.assert(
      fc.property(anyCase, ({ change, entries }) => {
        const after = spliced(entries, splice(entries, change));
        const held = at(entries, change.from, change);
        for (const moment of momentsOf(entries, change)) {
          if (moment < change.from || moment >= endOf(entries, change)) continue;
          const now = at(after, moment, change);
          expect(now?.status ?? null).toBe(change.status);
          if (!now) continue;
          expect(now.counties.mode).toBe(change.counties.mode);
          if (now.counties.mode !== 'all') {
            expect(new Set(now.counties.list)).toEqual(new Set(change.counties.list));
          }
          expect(now).toMatchObject({
            licenses: held?.licenses ?? [],
            publicNote: held?.publicNote ?? null,
            reviewedAt: held?.reviewedAt ?? null,
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('makes no overlap, no empty period, and touches no other service or state', () => {
    fc.assert(
      fc.property(anyCase, ({ change, entries }) => {
        const after = spliced(entries, splice(entries, change));
        for (const [index, entry] of after.entries()) {
          const { effectiveFrom, effectiveTo } = entry;
          expect(effectiveFrom === null || effectiveTo === null || effectiveFrom < effectiveTo).toBe(true);
          expect(after.slice(0, index).every((before) => areDisjoint(before, entry))).toBe(true);
        }
        const others = (each: readonly Entry[]) =>
          each.filter(({ serviceId, state }) => serviceId !== change.serviceId || state !== change.state);
        expect(others(after)).toEqual(others(entries));
      }),
      { numRuns: 150 },
    );
  });

  it('made twice stores nothing the second time', () => {
    fc.assert(
      fc.property(anyCase, ({ change, entries }) => {
        const once = spliced(entries, splice(entries, change));
        expect(splice(once, change)).toEqual({ create: [], update: [], remove: [] });
      }),
    );
  });
});

describe('what is stored', () => {
  const from = '2026-06-01T04:00:00.000Z';
  const all = { mode: 'all' as const, list: [] };
  const pause: Change = { serviceId: 'one', state: 'FL', from, status: 'paused', counties: all };
  const standing = { ...entryWith(), effectiveTo: '2026-12-01T05:00:00.000Z', publicNote: 'By video only.' };

  it('is an end and a beginning, where an entry began before', () => {
    const { id, ...rest } = standing;
    expect(splice([standing], pause)).toEqual({
      create: [{ ...rest, status: 'paused', effectiveFrom: from, continues: id }],
      update: [{ before: standing, after: { ...standing, effectiveTo: from } }],
      remove: [],
    });
  });

  it('is the same entry, where one begins at that very moment', () => {
    const starting = { ...standing, effectiveFrom: '2026-06-01T00:00:00-04:00' };
    expect(splice([starting], pause)).toEqual({
      create: [],
      update: [{ before: starting, after: { ...starting, status: 'paused' } }],
      remove: [],
    });
    expect(splice([starting], { ...pause, status: null })).toEqual({
      create: [],
      update: [],
      remove: [starting],
    });
  });

  it('is an end alone, where there is to be no entry', () => {
    expect(splice([standing], { ...pause, status: null })).toEqual({
      create: [],
      update: [{ before: standing, after: { ...standing, effectiveTo: from } }],
      remove: [],
    });
    expect(splice([], { ...pause, status: null })).toEqual({ create: [], update: [], remove: [] });
  });

  it('begins alone and ends where the next one begins, where none stands', () => {
    const later = { ...standing, effectiveFrom: '2026-09-01T04:00:00.000Z' };
    const { create } = splice([later], pause);
    expect(create).toMatchObject([
      { effectiveFrom: from, effectiveTo: later.effectiveFrom, continues: null },
    ]);
  });

  it('takes the licenses and the note that the change names', () => {
    const licenses = [{ id: 'new', state: 'FL', issuedOn: null, expiresOn: null }];
    const { create } = splice([standing], { ...pause, licenses, publicNote: null });
    expect(create).toMatchObject([{ licenses, publicNote: null }]);
    const same: Change = { ...pause, status: 'available' };
    expect(splice([standing], same).create).toEqual([]);
    expect(splice([standing], { ...same, licenses }).create).toMatchObject([
      { licenses, status: 'available' },
    ]);
  });
});
