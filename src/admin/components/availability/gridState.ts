/**
 * What the grid knows between two answers of the server: which cells are shown, where the focus is, what is to be changed,
 * and how to take that back. Pure: every function gives a new state.
 */
import { type CellValue, emptyValue, sameValue } from './cellValue.js';
import { clamp, type Extent, type Place, placesIn, type Range, rangeOf } from './selection.js';

/** By keyOf(). */
export type Values = Readonly<Record<string, CellValue>>;

export interface CellName {
  /** USPS abbreviation. */
  state: string;
  /** Id of the service. */
  service: string;
}

export interface CellSet extends CellName {
  value: CellValue;
}

export interface GridContents {
  /** The states shown, in order. */
  rows: readonly string[];
  /** The services shown, in order. */
  columns: readonly string[];
  published: Values;
  /** What differs from `published`, and nothing else. */
  pending: Values;
  /** What `pending` was before each change, the oldest first; `future` is what was undone, the next first. */
  past: readonly Values[];
  future: readonly Values[];
  focus: Place;
  /** The other corner of the selection. */
  anchor: Place;
}

export type GridAction =
  | { type: 'load'; columns: readonly string[]; published: Values; keep: boolean }
  | { type: 'show'; rows: readonly string[] }
  | { type: 'go'; to: Place; extend?: boolean }
  | { type: 'select'; range: Range }
  | { type: 'set'; cells: readonly CellSet[] }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'discard' };

export const keyOf = ({ service, state }: CellName): string => `${state} ${service}`;

/** The cell that a key of `Values` means. */
export function nameOfKey(key: string): CellName {
  const space = key.indexOf(' ');
  return { state: key.slice(0, space), service: key.slice(space + 1) };
}

const origin: Place = { row: 0, column: 0 };

export const emptyGrid: GridContents = {
  rows: [],
  columns: [],
  published: {},
  pending: {},
  past: [],
  future: [],
  focus: origin,
  anchor: origin,
};

export const extentOf = ({ columns, rows }: GridContents): Extent => ({
  rows: rows.length,
  columns: columns.length,
});

/** The cell at a place; undefined outside of what is shown. */
export function nameAt({ columns, rows }: GridContents, { column, row }: Place): CellName | undefined {
  const [state, service] = [rows[row], columns[column]];
  return state === undefined || service === undefined ? undefined : { state, service };
}

/** What a cell says with what is to be changed. */
export function valueAt({ pending, published }: GridContents, name: CellName): CellValue {
  const key = keyOf(name);
  return pending[key] ?? published[key] ?? emptyValue;
}

/** The cells selected, line by line. */
export function selectedCells(grid: GridContents): CellName[] {
  return placesIn(rangeOf(grid.anchor, grid.focus)).flatMap((place) => nameAt(grid, place) ?? []);
}

/** Without what is published anyway. */
function differing(values: Values, published: Values): Values {
  const differs = ([key, value]: [string, CellValue]) => !sameValue(value, published[key] ?? emptyValue);
  return Object.fromEntries(Object.entries(values).filter(differs));
}

/** Where a cell stands after other rows or columns are shown; the nearest place when it is not shown any more. */
function refind(before: GridContents, after: GridContents, place: Place): Place {
  const name = nameAt(before, place);
  const row = name ? after.rows.indexOf(name.state) : -1;
  const column = name ? after.columns.indexOf(name.service) : -1;
  return clamp({ row: row < 0 ? place.row : row, column: Math.max(column, 0) }, extentOf(after));
}

function reshown(before: GridContents, after: GridContents): GridContents {
  const focus = refind(before, after, before.focus);
  return { ...after, focus, anchor: focus };
}

function set(grid: GridContents, cells: readonly CellSet[]): GridContents {
  const asked = Object.fromEntries(cells.map(({ value, ...name }) => [keyOf(name), value]));
  const isNew = cells.some(({ value, ...name }) => !sameValue(value, valueAt(grid, name)));
  if (!isNew) return grid;
  const pending = differing({ ...grid.pending, ...asked }, grid.published);
  return { ...grid, pending, past: [...grid.past, grid.pending], future: [] };
}

function undo(grid: GridContents): GridContents {
  const before = grid.past.at(-1);
  if (!before) return grid;
  const pending = differing(before, grid.published);
  return { ...grid, pending, past: grid.past.slice(0, -1), future: [grid.pending, ...grid.future] };
}

function redo(grid: GridContents): GridContents {
  const [next, ...future] = grid.future;
  if (!next) return grid;
  const pending = differing(next, grid.published);
  return { ...grid, pending, past: [...grid.past, grid.pending], future };
}

/** `keep` is for the same site again: what is still to be changed stays, as far as it differs from the new answer. */
function load(grid: GridContents, action: GridAction & { type: 'load' }): GridContents {
  const { columns, keep, published } = action;
  const kept = keep ? { pending: differing(grid.pending, published) } : { pending: {}, past: [], future: [] };
  return reshown(grid, { ...grid, columns, published, ...kept });
}

/** The next state of the grid. An action that changes nothing gives the same object. */
export function gridReducer(grid: GridContents, action: GridAction): GridContents {
  switch (action.type) {
    case 'load':
      return load(grid, action);
    case 'show':
      return reshown(grid, { ...grid, rows: action.rows });
    case 'go': {
      const focus = clamp(action.to, extentOf(grid));
      return { ...grid, focus, anchor: action.extend ? grid.anchor : focus };
    }
    case 'select': {
      const { bottom, left, right, top } = action.range;
      return { ...grid, anchor: { row: bottom, column: right }, focus: { row: top, column: left } };
    }
    case 'set':
      return set(grid, action.cells);
    case 'undo':
      return undo(grid);
    case 'redo':
      return redo(grid);
    case 'discard':
      return { ...grid, pending: {}, past: [...grid.past, grid.pending], future: [] };
  }
}
