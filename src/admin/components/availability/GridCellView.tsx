'use client';
// One cell of the grid: what it says, what is to be changed, what to know.
import { memo } from 'react';
import type { Shows } from '../../../availability-desk/answers.js';
import { type CellValue, countyWords } from './cellValue.js';
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

const summary = (value: CellValue, counties: number) =>
  [wordsOf(value.status), countyWords(value, counties)].filter(Boolean).join(', ');

/** What it was, as far as that is not what it is. */
function Was({ after, before, counties }: { after: CellValue; before: CellValue; counties: number }) {
  const [was, is] = [summary(before, counties), summary(after, counties)];
  const what = was === is ? (before.counties === after.counties ? 'licenses' : 'counties') : null;
  return (
    <span className="availability-cell__changed">
      <span aria-hidden="true" className="availability-cell__mark">
        ✎
      </span>
      {what ? `Changed: ${what}` : `Changed, was: ${was}`}
    </span>
  );
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
      {pending && <Was after={pending} before={published} counties={counties} />}
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
