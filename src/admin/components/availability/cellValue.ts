/** What one cell of the grid says: a status, the counties that it holds in, the licenses that it rests on. */

import type { Status } from '../../../availability/entry.js';
import type { CountiesData, GridCell, GridLicense } from '../../../availability-desk/answers.js';

export interface CellValue {
  /** Null where there is no entry. */
  status: Status | null;
  counties: CountiesData;
  /** Ids. */
  licenses: readonly string[];
}

export const everywhere: CountiesData = { mode: 'all', list: [] };

export const emptyValue: CellValue = { status: null, counties: everywhere, licenses: [] };

/** What is published in a cell at the moment that the grid shows. */
export function publishedValue(cell: GridCell | undefined): CellValue {
  if (!cell?.current) return emptyValue;
  const { counties, licenses, status } = cell.current;
  return { status, counties, licenses };
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item));

export function sameCounties(one: CountiesData, other: CountiesData): boolean {
  return one.mode === other.mode && (one.mode === 'all' || sameSet(one.list, other.list));
}

/** Whether two values mean the same: the order of lists does not matter, nor anything beside “no entry”. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (one.status !== other.status) return false;
  if (one.status === null) return true;
  return sameCounties(one.counties, other.counties) && sameSet(one.licenses, other.licenses);
}

/**
 * The licenses that a new entry of a state rests on until somebody says otherwise: the only one in force. With several, or
 * none, it is for people to choose.
 */
export function usualLicenses(licenses: readonly GridLicense[], state: string): string[] {
  const inForce = licenses.filter((license) => license.state === state && license.isInForce);
  return inForce.length === 1 ? inForce.map(({ id }) => id) : [];
}

/** The same cell with another status; counties and licenses stay. `usual` are licenses for an entry that has none. */
export function withStatus(value: CellValue, status: Status | null, usual: readonly string[]): CellValue {
  if (status === null) return emptyValue;
  const needsLicense = status === 'available' && value.licenses.length === 0;
  return { ...value, status, licenses: needsLicense ? usual : value.licenses };
}

/**
 * “66 of 67 counties”. Null where there is nothing to say: no entry, all counties, or a state without counties.
 * `total` is the number of counties of the state.
 */
export function countyWords({ counties, status }: CellValue, total: number): string | null {
  if (!status || counties.mode === 'all') return null;
  const listed = counties.list.length;
  const covered = counties.mode === 'only' ? listed : total - listed;
  return `${covered} of ${total} ${total === 1 ? 'county' : 'counties'}`;
}
