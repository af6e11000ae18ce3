/** In which order the writes of a plan go, so that at no time two entries of a service and state overlap. Pure. */
import { overlapOf, type Period } from '../availability/periods.js';
import type { CellKey } from './desk.js';
import { keyOf, type StoredEntry } from './desk.js';
import type { PlannedEntry } from './working.js';

/** `park`: nobody sees the entry until its own write comes, because its place is taken and it stands in another's. */
export type Step = { write: PlannedEntry } | { park: StoredEntry };

type Standing = CellKey & Period;

/** What stands, write by write. Keys are ids, and entries that are yet to be made. */
class Places {
  private readonly standing = new Map<unknown, Standing>();

  constructor(stored: readonly StoredEntry[]) {
    for (const entry of stored) this.standing.set(entry.id, entry);
  }

  isFree(after: Standing, own: unknown): boolean {
    return [...this.standing].every(
      ([key, other]) => key === own || keyOf(other) !== keyOf(after) || overlapOf(other, after) === null,
    );
  }

  put(key: unknown, after: Standing | null): void {
    if (after) this.standing.set(key, after);
    else this.standing.delete(key);
  }
}

const keyOfWrite = (planned: PlannedEntry): unknown => planned.before?.id ?? planned;

/** Writes whose place is free come first; where entries stand in each other's places, one is parked. */
export function orderWrites(writes: readonly PlannedEntry[], stored: readonly StoredEntry[]): Step[] {
  const places = new Places(stored);
  const left = new Set(writes);
  const parked = new Set<string>();
  const steps: Step[] = [];
  while (left.size > 0) {
    const next = [...left].find(({ after, ...each }) => {
      const planned = { after, ...each };
      return after === null || places.isFree(after, keyOfWrite(planned));
    });
    const inTheWay = [...left].find(({ before }) => before && !parked.has(before.id))?.before;
    if (next) {
      places.put(keyOfWrite(next), next.after);
      left.delete(next);
      steps.push({ write: next });
    } else if (inTheWay) {
      places.put(inTheWay.id, null);
      parked.add(inTheWay.id);
      steps.push({ park: inTheWay });
    } else {
      // periods that overlap in the end: the house refuses the write itself
      steps.push(...[...left].map((write) => ({ write })));
      left.clear();
    }
  }
  return steps;
}
