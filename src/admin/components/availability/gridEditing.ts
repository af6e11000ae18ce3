// What is done with the cells selected: given a status, copied, pasted, undone. Each says what it did.
import type { Dispatch } from 'react';
import type { Status } from '../../../availability/entry.js';
import { type CellValue, emptyValue, withStatus } from './cellValue.js';
import { cellText, fromTsv, pastedCounties, placeBlock, readCell, toTsv } from './clipboard.js';
import {
  type CellName,
  type CellSet,
  extentOf,
  type GridAction,
  type GridContents,
  nameAt,
  selectedCells,
  valueAt,
} from './gridState.js';
import { placesIn, rangeOf, sizeOf } from './selection.js';
import { wordsOf } from './statusWords.js';

export interface GridKeys {
  grid: GridContents;
  dispatch: Dispatch<GridAction>;
  /** The licenses of a new entry of a state; see usualLicenses(). */
  usual: (state: string) => string[];
  /** “Florida” for “FL”. */
  nameOf: (cell: CellName) => string;
  /** Read out and shown. */
  say: (words: string, isProblem?: boolean) => void;
  openCell: (cell: CellName) => void;
  /** Whether a finger came down on the cell that had the focus already: the second tap opens it. */
  isSecondTap: { current: boolean };
  /** Puts the focus behind the grid. */
  leave: () => void;
}

/** “1 cell”, “6 cells”. */
export const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

/** Gives all cells selected a status, null for none. */
export function setStatus({ dispatch, grid, say, usual }: GridKeys, status: Status | null) {
  const names = selectedCells(grid);
  const changed: CellSet[] = names.map((name) => ({
    ...name,
    value: withStatus(valueAt(grid, name), status, usual(name.state)),
  }));
  dispatch({ type: 'set', cells: changed });
  say(names.length === 1 ? wordsOf(status) : `${wordsOf(status)}: ${cells(names.length)}`);
}

function pastedValue(
  before: CellValue,
  text: string,
  usual: readonly string[],
): CellValue | { problem: string } {
  const read = readCell(text);
  if ('problem' in read) return read;
  if (!read.status) return emptyValue;
  return withStatus({ ...before, counties: pastedCounties(read.counties, before) }, read.status, usual);
}

/** Pastes all that can be read, and says what could not. */
export function paste(keys: GridKeys, text: string) {
  const { dispatch, grid, nameOf, say, usual } = keys;
  const range = rangeOf(grid.anchor, grid.focus);
  const { lost, placed, target } = placeBlock(fromTsv(text), range, extentOf(grid));
  const changed: CellSet[] = [];
  const problems: string[] = [];
  for (const { place, text: field } of placed) {
    const name = nameAt(grid, place);
    if (!name) continue;
    const value = pastedValue(valueAt(grid, name), field, usual(name.state));
    if ('problem' in value) problems.push(`${nameOf(name)}: ${value.problem}`);
    else changed.push({ ...name, value });
  }
  dispatch({ type: 'set', cells: changed });
  dispatch({ type: 'select', range: target });
  if (lost > 0) problems.push(`${cells(lost)} lay outside of the grid and were left out.`);
  say(`Pasted into ${cells(changed.length)}. ${problems.join(' ')}`.trim(), problems.length > 0);
}

/** The cells selected, as spreadsheets read them. */
export function copiedText({ grid }: GridKeys): string {
  const range = rangeOf(grid.anchor, grid.focus);
  const { columns, rows } = sizeOf(range);
  const texts = placesIn(range).map((place) => {
    const name = nameAt(grid, place);
    return name ? cellText(valueAt(grid, name)) : '';
  });
  return toTsv(Array.from({ length: rows }, (_, row) => texts.slice(row * columns, (row + 1) * columns)));
}

export function history({ dispatch, grid, say }: GridKeys, type: 'undo' | 'redo') {
  const steps = type === 'undo' ? grid.past : grid.future;
  if (steps.length === 0) return say(`Nothing to ${type}.`);
  dispatch({ type });
  say(type === 'undo' ? 'Undone.' : 'Done again.');
}
