/**
 * Coverage: which counties are meant, in any number of states. Values, never changed once made, in one normal form, so that
 * equal coverage looks equal: a state of which every county is listed is `whole`, one without any is not there.
 */
import type { Counties } from './entry.js';
import type { CountyTable } from './places.js';
import { states } from './states.js';

/** All of a state, or the FIPS codes of some of its counties: at least one, never all. */
export type StateCoverage = 'whole' | ReadonlySet<string>;

/** By USPS abbreviation; in no particular order. */
export type Coverage = ReadonlyMap<string, StateCoverage>;

export const nowhere: Coverage = new Map();

const stateOfPrefix = new Map(states.map(({ fips, usps }) => [fips, usps]));

/** The state (USPS abbreviation) of a county, by the first two digits of its FIPS code; undefined when no state has them. */
export const stateOfCounty = (fips: string): string | undefined => stateOfPrefix.get(fips.slice(0, 2));

function normal(state: string, listed: ReadonlySet<string>, table: CountyTable): StateCoverage | undefined {
  if (listed.size === 0) return undefined;
  return listed.size === table.inState(state).length ? 'whole' : listed;
}

function withState(coverage: Map<string, StateCoverage>, state: string, of: StateCoverage | undefined): void {
  if (of !== undefined) coverage.set(state, of);
}

/** A state and which of its counties are meant, as an entry has them. */
export interface Places {
  state: string;
  counties: Counties;
}

/** Tells whether a county is among those meant. */
export function countyTest({
  counties,
  state,
}: Places): (county: { fips: string; state: string }) => boolean {
  const { mode } = counties;
  if (mode === 'all') return (county) => county.state === state;
  const list = new Set(counties.list);
  return (county) => county.state === state && list.has(county.fips) === (mode === 'only');
}

/**
 * What an entry covers, whatever its status. Codes that are no counties of its state (`listProblems.ts` refuses them) count
 * as not listed.
 */
export function coverageOf(places: Places, table: CountyTable): Coverage {
  const { counties, state } = places;
  if (counties.mode === 'all') return new Map([[state, 'whole']]);
  const meant = table.inState(state).filter(countyTest(places));
  const coverage = new Map<string, StateCoverage>();
  withState(coverage, state, normal(state, new Set(meant.map(({ fips }) => fips)), table));
  return coverage;
}

function unionIn(one: StateCoverage, other: StateCoverage, state: string, table: CountyTable) {
  if (one === 'whole' || other === 'whole') return 'whole';
  return normal(state, new Set([...one, ...other]), table);
}

/** What either covers. */
export function union(one: Coverage, other: Coverage, table: CountyTable): Coverage {
  const both = new Map(one);
  for (const [state, of] of other) {
    const had = one.get(state);
    withState(both, state, had === undefined ? of : unionIn(had, of, state, table));
  }
  return both;
}

/** What any of these covers: the entries of several services, or one service's in several states. */
export function coverageOfAll(entries: Iterable<Places>, table: CountyTable): Coverage {
  let all = nowhere;
  for (const entry of entries) all = union(all, coverageOf(entry, table), table);
  return all;
}

function intersectionIn(one: StateCoverage, other: StateCoverage): StateCoverage | undefined {
  if (one === 'whole') return other;
  if (other === 'whole') return one;
  const both = new Set([...one].filter((fips) => other.has(fips)));
  return both.size === 0 ? undefined : both;
}

/** What both cover. */
export function intersection(one: Coverage, other: Coverage): Coverage {
  const both = new Map<string, StateCoverage>();
  for (const [state, of] of one) {
    const also = other.get(state);
    if (also !== undefined) withState(both, state, intersectionIn(of, also));
  }
  return both;
}

function codesOf(of: StateCoverage | undefined, state: string, table: CountyTable): ReadonlySet<string> {
  if (of === 'whole') return new Set(table.inState(state).map(({ fips }) => fips));
  return of ?? new Set();
}

/** What the first covers and the second does not. */
export function difference(one: Coverage, other: Coverage, table: CountyTable): Coverage {
  const rest = new Map<string, StateCoverage>();
  for (const [state, of] of one) {
    const taken = other.get(state);
    if (taken === undefined) rest.set(state, of);
    if (taken === undefined || taken === 'whole') continue;
    const left = [...codesOf(of, state, table)].filter((fips) => !taken.has(fips));
    withState(rest, state, normal(state, new Set(left), table));
  }
  return rest;
}

/** True when the county is covered. Any code of a state that is covered whole is. */
export function covers(coverage: Coverage, fips: string): boolean {
  const state = stateOfCounty(fips);
  const of = state === undefined ? undefined : coverage.get(state);
  return of === 'whole' || (of?.has(fips) ?? false);
}

/** How much of a state is covered. */
export function coversState(coverage: Coverage, state: string): 'whole' | 'part' | 'none' {
  const of = coverage.get(state);
  if (of === undefined) return 'none';
  return of === 'whole' ? 'whole' : 'part';
}

/** The FIPS codes of a state's counties that are covered, in the order of the table. */
export function codesIn(coverage: Coverage, state: string, table: CountyTable): string[] {
  const codes = codesOf(coverage.get(state), state, table);
  return table.inState(state).flatMap(({ fips }) => (codes.has(fips) ? [fips] : []));
}

/** How many of a state's counties are covered, and how many it has. */
export function countIn(
  coverage: Coverage,
  state: string,
  table: CountyTable,
): { covered: number; total: number } {
  const total = table.inState(state).length;
  const of = coverage.get(state);
  return { covered: of === 'whole' ? total : (of?.size ?? 0), total };
}

/** True when both cover the same counties. */
export function equals(one: Coverage, other: Coverage): boolean {
  return one.size === other.size && [...one].every(([state, of]) => sameIn(of, other.get(state)));
}

function sameIn(one: StateCoverage, other: StateCoverage | undefined): boolean {
  if (one === 'whole' || other === 'whole' || other === undefined) return one === other;
  return one.size === other.size && [...one].every((fips) => other.has(fips));
}
