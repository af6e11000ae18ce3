// Keys, clipboard and pointer of the grid, as spreadsheets have them.
import type { ClipboardEvent, Dispatch, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
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
import { moved, nextPlace, type Place, placesIn, rangeOf, sizeOf } from './selection.js';
import { statusOfLetter, wordsOf } from './statusWords.js';

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

const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

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
function paste(keys: GridKeys, text: string) {
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

function copiedText({ grid }: GridKeys): string {
  const range = rangeOf(grid.anchor, grid.focus);
  const { columns, rows } = sizeOf(range);
  const texts = placesIn(range).map((place) => {
    const name = nameAt(grid, place);
    return name ? cellText(valueAt(grid, name)) : '';
  });
  return toTsv(Array.from({ length: rows }, (_, row) => texts.slice(row * columns, (row + 1) * columns)));
}

function history({ dispatch, grid, say }: GridKeys, type: 'undo' | 'redo') {
  const steps = type === 'undo' ? grid.past : grid.future;
  if (steps.length === 0) return say(`Nothing to ${type}.`);
  dispatch({ type });
  say(type === 'undo' ? 'Undone.' : 'Done again.');
}

function onCommandKey(keys: GridKeys, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'z') history(keys, event.shiftKey ? 'redo' : 'undo');
  else if (key === 'y') history(keys, 'redo');
  else if (key === 'a') {
    const { columns, rows } = extentOf(keys.grid);
    keys.dispatch({ type: 'select', range: { top: 0, left: 0, bottom: rows - 1, right: columns - 1 } });
    keys.say(`All ${cells(rows * columns)} selected.`);
  } else return false;
  return true;
}

function onTab({ dispatch, grid }: GridKeys, back: boolean): boolean {
  const to = nextPlace(grid.focus, back ? -1 : 1, extentOf(grid));
  if (to) dispatch({ type: 'go', to });
  return to !== null;
}

function onEscape({ dispatch, grid, leave }: GridKeys): boolean {
  const isRange = sizeOf(rangeOf(grid.anchor, grid.focus));
  if (isRange.rows * isRange.columns > 1) dispatch({ type: 'go', to: grid.focus });
  else leave();
  return true;
}

/** Whether the key was ours. */
function onKey(keys: GridKeys, event: KeyboardEvent): boolean {
  const { dispatch, grid } = keys;
  const command = event.ctrlKey || event.metaKey;
  const to = moved(event.key, grid.focus, extentOf(grid), command);
  const name = nameAt(grid, grid.focus);
  if (to) dispatch({ type: 'go', to, extend: event.shiftKey });
  else if (command) return onCommandKey(keys, event);
  else if (event.altKey) return false;
  else if (event.key === 'Tab') return onTab(keys, event.shiftKey);
  else if (event.key === 'Escape') return onEscape(keys);
  else if (['Enter', 'F2', ' '].includes(event.key) && name) keys.openCell(name);
  else if (['Delete', 'Backspace'].includes(event.key)) setStatus(keys, null);
  else {
    const status = statusOfLetter(event.key);
    if (!status) return false;
    setStatus(keys, status);
  }
  return true;
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function nameUnder({ grid }: GridKeys, { target }: MouseEvent): CellName | undefined {
  const place = placeOf(target);
  return place ? nameAt(grid, place) : undefined;
}

/** What the table listens to. */
export function gridHandlers(keys: GridKeys) {
  const { dispatch, grid } = keys;
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (onKey(keys, event)) event.preventDefault();
    },
    onCopy: (event: ClipboardEvent) => {
      event.clipboardData.setData('text/plain', copiedText(keys));
      event.preventDefault();
      keys.say(`Copied ${cells(selectedCells(grid).length)}.`);
    },
    onCut: (event: ClipboardEvent) => {
      event.clipboardData.setData('text/plain', copiedText(keys));
      event.preventDefault();
      setStatus(keys, null);
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault();
      paste(keys, event.clipboardData.getData('text/plain'));
    },
    onPointerDown: (event: PointerEvent) => {
      const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null;
      keys.isSecondTap.current = event.pointerType === 'touch' && cell === document.activeElement;
    },
    onClick: (event: MouseEvent) => {
      const name = keys.isSecondTap.current ? nameUnder(keys, event) : undefined;
      if (name) keys.openCell(name);
    },
    onMouseDown: (event: MouseEvent) => {
      const to = placeOf(event.target);
      if (to && event.button === 0) dispatch({ type: 'go', to, extend: event.shiftKey });
      if (event.shiftKey) event.preventDefault(); // it would mark text
    },
    onMouseOver: (event: MouseEvent) => {
      const to = placeOf(event.target);
      if (to && event.buttons === 1) dispatch({ type: 'go', to, extend: true });
    },
    onDoubleClick: (event: MouseEvent) => {
      const name = nameUnder(keys, event);
      if (name) keys.openCell(name);
    },
  };
}
