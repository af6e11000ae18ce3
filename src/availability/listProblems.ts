/** What is impossible about an entry's list of counties. */
import { stateOfCounty } from './coverage.js';
import type { Counties } from './entry.js';
import type { CountyTable } from './places.js';
import type { Problem } from './problems.js';
import { stateByUsps } from './states.js';

const path = 'counties.list';

function codeProblem(fips: string, state: string, table: CountyTable): string[] {
  const county = table.byFips(fips);
  if (county?.state === state) return [];
  const name = stateByUsps(state)?.name ?? state;
  if (county === undefined) {
    const near = stateOfCounty(fips);
    const of =
      near === undefined || near === state
        ? ''
        : ` (its first digits are those of ${stateByUsps(near)?.name})`;
    return [`“${fips}” is not the FIPS code of a county of ${name}${of}.`];
  }
  return [
    `${county.name} (${fips}) is in ${stateByUsps(county.state)?.name ?? county.state}, not in ${name}.`,
  ];
}

function repetitions(list: readonly string[], table: CountyTable): string[] {
  const twice = new Set(list.filter((fips, index) => list.indexOf(fips) !== index));
  return [...twice].map((fips) => `${table.byFips(fips)?.name ?? 'A county'} (${fips}) is listed twice.`);
}

function exceptionProblem(list: readonly string[], state: string, table: CountyTable): string[] {
  const excepted = new Set(list);
  const counties = table.inState(state);
  if (counties.some(({ fips }) => !excepted.has(fips))) return [];
  return ['The exceptions leave no county: set the status instead, or name fewer.'];
}

/** Everything impossible about a list of counties, with words. A list without meaning (all counties) is let be. */
export function listProblems(entry: { state: string; counties: Counties }, table: CountyTable): Problem[] {
  const { counties, state } = entry;
  const { list, mode } = counties;
  if (mode === 'all') return [];
  if (list.length === 0) return [{ path, message: 'Name at least one county, or choose all counties.' }];
  const messages = [
    ...[...new Set(list)].flatMap((fips) => codeProblem(fips, state, table)),
    ...repetitions(list, table),
    ...(mode === 'except' ? exceptionProblem(list, state, table) : []),
  ];
  return messages.map((message) => ({ path, message }));
}
