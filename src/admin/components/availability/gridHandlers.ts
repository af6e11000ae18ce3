// Keys, clipboard and pointer of the grid, as spreadsheets have them.
import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { cells, copiedText, type GridKeys, history, paste, setStatus } from './gridEditing.js';
import { type CellName, extentOf, nameAt, selectedCells } from './gridState.js';
import { moved, nextPlace, type Place, rangeOf, sizeOf } from './selection.js';
import { statusOfLetter } from './statusWords.js';

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
