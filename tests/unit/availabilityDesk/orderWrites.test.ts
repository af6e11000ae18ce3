/** Writes go in an order in which no two entries ever overlap, whatever they change. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overlapOf } from '../../../src/availability/periods.js';
import type { StoredEntry } from '../../../src/availability-desk/desk.js';
import { orderWrites, type Step } from '../../../src/availability-desk/orderWrites.js';
import type { PlannedEntry } from '../../../src/availability-desk/working.js';
import { entry } from './deskWith.js';

const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString();

/** Periods one after the other, some of them given to nobody. */
const anyPeriods = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 9 })
  .map((days) => days.sort((one, other) => one - other))
  .map((days) => days.slice(1).map((end, index) => [day(days[index] ?? 0), day(end)] as const));

/** Some entries stand in some periods, and are to stand in others. */
const anyPlan = fc
  .tuple(anyPeriods, anyPeriods, fc.infiniteStream(fc.integer({ min: 0, max: 1_000 })))
  .map(([before, after, numbers]) => {
    const places = [...after].sort(() => ((numbers.next().value ?? 0) % 2 ? 1 : -1));
    const stored = before.map(([effectiveFrom, effectiveTo], index) =>
      entry(`e${index}`, { effectiveFrom, effectiveTo }),
    );
    const writes: PlannedEntry[] = [];
    for (const each of stored) {
      const [effectiveFrom, effectiveTo] = places.pop() ?? [];
      const moved = effectiveFrom && effectiveTo ? { ...each, effectiveFrom, effectiveTo } : null;
      writes.push({ spot: { line: 2 }, before: each, after: moved });
    }
    for (const [effectiveFrom, effectiveTo] of places) {
      const made = { ...entry('new', { effectiveFrom, effectiveTo }), id: `new-${effectiveFrom}` };
      writes.push({ spot: { line: 3 }, before: null, after: made });
    }
    return { stored, writes };
  });

function play(steps: readonly Step[], stored: readonly StoredEntry[]): Map<unknown, StoredEntry> {
  const standing = new Map<unknown, StoredEntry>(stored.map((each) => [each.id, each]));
  for (const step of steps) {
    if ('park' in step) standing.delete(step.park.id);
    else if (step.write.after) standing.set(step.write.after.id, step.write.after as StoredEntry);
    else standing.delete(step.write.before?.id);
    const all = [...standing.values()];
    for (const one of all)
      for (const other of all) expect(one === other || overlapOf(one, other) === null).toBe(true);
  }
  return standing;
}

describe('the order of writes', () => {
  it('never lets two entries overlap, and ends as planned', () => {
    fc.assert(
      fc.property(anyPlan, ({ stored, writes }) => {
        const steps = orderWrites(writes, stored);
        const wanted = writes.flatMap(({ after }) => (after ? [after] : []));
        expect(new Set(play(steps, stored).values())).toEqual(new Set(wanted));
        expect(steps.filter((step) => 'write' in step)).toHaveLength(writes.length);
      }),
    );
  });

  it('ends what stands before it begins what follows', () => {
    const standing = entry('a', { effectiveFrom: day(1) });
    const made: PlannedEntry = {
      ...{ spot: { line: 2 }, before: null },
      after: { ...entry('b', { effectiveFrom: day(5) }), id: 'new-1' },
    };
    const ended: PlannedEntry = {
      ...{ spot: { line: 2 }, before: standing, after: { ...standing, effectiveTo: day(5) } },
    };
    expect(orderWrites([made, ended], [standing])).toEqual([{ write: ended }, { write: made }]);
  });

  it('parks one of two that change places', () => {
    const one = entry('a', { effectiveFrom: day(1), effectiveTo: day(2) });
    const other = entry('b', { effectiveFrom: day(2), effectiveTo: day(3) });
    const writes: PlannedEntry[] = [
      { spot: { line: 2 }, before: one, after: { ...one, effectiveFrom: day(2), effectiveTo: day(3) } },
      { spot: { line: 3 }, before: other, after: { ...other, effectiveFrom: day(1), effectiveTo: day(2) } },
    ];
    expect(orderWrites(writes, [one, other])).toEqual([
      { park: one },
      { write: writes[1] },
      { write: writes[0] },
    ]);
  });
});
