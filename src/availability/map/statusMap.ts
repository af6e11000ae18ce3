/** Which status holds where: what the map draws and its text alternative says. */
import { type Coverage, coverageOfAll, difference, nowhere, union } from '../coverage.js';
import { type Entry, type Status, statuses } from '../entry.js';
import type { CountyTable } from '../places.js';
import { type State, states } from '../states.js';

/** How a place looks: as its status; where it is drawn as one and its counties differ, `partly` when some are available, else `mixed`. */
export type Look = Status | 'partly' | 'mixed';

/** In the order of the legend. */
export const looks: readonly Look[] = [
  'available',
  'partly',
  'waitlist',
  'coming-soon',
  'paused',
  'mixed',
  'unavailable',
];

/** Whether the counties of what looks like this differ. */
export const isDivided = (look: Look): look is 'partly' | 'mixed' => look === 'partly' || look === 'mixed';

export interface StatusMap {
  /** Where each status is the best of all entries, so that no two overlap; `unavailable` is what none of them covers. */
  coverages: ReadonlyMap<Exclude<Status, 'unavailable'>, Coverage>;
  /** Whether some status holds in every county of every state and territory. */
  isEverywhere: boolean;
  /** What holds in all of these counties of a state; of the whole state where the table has no counties for it. */
  lookOf(state: State, counties: readonly string[]): Look;
  /** What holds in the state, whether or not its counties can be drawn. */
  lookOfState(state: State): Look;
}

/** `entries` are those in force, of one or several services: where they differ, the best for a visitor counts. */
export function statusMap(entries: readonly Entry[], table: CountyTable): StatusMap {
  const coverages = new Map<Exclude<Status, 'unavailable'>, Coverage>();
  let taken = nowhere;
  for (const status of statuses) {
    if (status === 'unavailable') continue;
    const covered = coverageOfAll(
      entries.filter((entry) => entry.status === status),
      table,
    );
    coverages.set(status, difference(covered, taken, table));
    taken = union(taken, covered, table);
  }

  function statusOf({ usps }: State, fips: string | undefined): Status {
    for (const [status, coverage] of coverages) {
      const of = coverage.get(usps);
      if (of === 'whole' || (fips !== undefined && of?.has(fips))) return status;
    }
    return 'unavailable';
  }

  function lookOf(state: State, counties: readonly string[]): Look {
    const found = new Set(counties.map((fips) => statusOf(state, fips)));
    const [first = statusOf(state, undefined)] = found;
    if (found.size < 2) return first;
    return found.has('available') ? 'partly' : 'mixed';
  }

  function lookOfState(state: State): Look {
    const hasParts = [...coverages.values()].some((coverage) => typeof coverage.get(state.usps) === 'object');
    return lookOf(state, hasParts ? table.inState(state.usps).map(({ fips }) => fips) : []);
  }

  const isEverywhere = states.every(({ usps }) => taken.get(usps) === 'whole');
  return { coverages, isEverywhere, lookOf, lookOfState };
}
