'use client';
// One cell of the grid: what it says, what is to be changed, what to know.
import { memo } from 'react';
import type { Shows } from '../../../availability-desk/answers.js';
import { type CellValue, countyWords, sameCounties } from './cellValue.js';
import type { Note } from './notes.js';
import { StatusSign } from './StatusSign.js';
import { wordsOf } from './statusWords.js';

export interface GridCellProps {
  column: number;
  row: number;
  /** How many counties the state has. */
  counties: number;
  isFocus: boolean;
  isSelected: boolean;
  notes: readonly Note[];
  /** Null where nothing is to be changed. */
  pending: CellValue | null;
  published: CellValue;
  shows: Shows;
}

/** What it was: the status, and the counties where they are not the same any more; or that only licenses differ. */
function wasWords(before: CellValue, after: CellValue, counties: number): string {
  const where = before.status && !sameCounties(before.counties, after.counties);
  const covered = where ? (countyWords(before, counties) ?? 'all counties') : null;
  if (before.status === after.status && !covered) return 'Changed: licenses';
  return `Changed, was: ${[wordsOf(before.status), after.status && covered].filter(Boolean).join(', ')}`;
}

export const GridCellView = memo(function GridCellView(props: GridCellProps) {
  const { column, counties, isFocus, isSelected, notes, pending, published, row, shows } = props;
  const value = pending ?? published;
  const where = countyWords(value, counties);
  const needsLicense = pending?.status === 'available' && pending.licenses.length === 0;
  return (
    <td
      aria-colindex={column + 2}
      aria-selected={isSelected}
      className={`availability-cell${pending ? ' availability-cell--pending' : ''}`}
      data-column={column}
      data-row={row}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      tabIndex={isFocus ? 0 : -1}
    >
      <span className={`availability-cell__status${value.status ? '' : ' availability-cell__status--none'}`}>
        <StatusSign shows={pending ? (value.status ?? 'none') : shows} />
        {wordsOf(value.status)}
      </span>
      {where && <span className="availability-cell__counties">{where}</span>}
      {pending && (
        <span className="availability-cell__changed">
          <span aria-hidden="true" className="availability-cell__mark">
            ✎
          </span>
          {wasWords(published, pending, counties)}
        </span>
      )}
      {needsLicense && (
        <span className="availability-cell__note availability-cell__note--warning">
          Needs a license: press Enter to choose
        </span>
      )}
      {notes.map(({ isWarning, text }) => (
        <span
          className={`availability-cell__note${isWarning ? ' availability-cell__note--warning' : ''}`}
          key={text}
        >
          {text}
        </span>
      ))}
    </td>
  );
});
