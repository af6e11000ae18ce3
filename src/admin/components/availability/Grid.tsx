'use client';
// States × services as a table that is edited like a spreadsheet (the ARIA pattern “grid”: one stop for Tab, arrows inside).
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import type { GridAnswer, GridCell, GridService, GridState } from '../../../availability-desk/answers.js';
import { emptyValue } from './cellValue.js';
import { GridCellView } from './GridCellView.js';
import type { GridKeys } from './gridEditing.js';
import { gridHandlers } from './gridHandlers.js';
import { type GridContents, keyOf } from './gridState.js';
import { type Note, notesOf } from './notes.js';
import { isInside, rangeOf } from './selection.js';

interface GridProps {
  answer: GridAnswer;
  helpId: string;
  /** Another answer is on its way. */
  isBusy: boolean;
  keys: GridKeys;
  services: readonly GridService[];
  /** Those shown. */
  states: readonly GridState[];
  timeZone: string;
}

const noNotes: readonly Note[] = [];

interface Known {
  cell: GridCell;
  notes: readonly Note[];
}

const knownCells = (answer: GridAnswer, timeZone: string): Map<string, Known> =>
  new Map(answer.cells.map((cell) => [keyOf(cell), { cell, notes: notesOf(cell, answer, timeZone) }]));

interface RowProps extends Pick<GridProps, 'services'> {
  grid: GridContents;
  known: Map<string, Known>;
  row: number;
  state: GridState;
}

function Row({ grid, known, row, services, state }: RowProps) {
  const range = rangeOf(grid.anchor, grid.focus);
  return (
    <tr aria-rowindex={row + 2}>
      <th aria-colindex={1} className="availability-grid__state" scope="row">
        {state.name} <span className="availability-grid__usps">{state.usps}</span>
      </th>
      {services.map((service, column) => {
        const key = keyOf({ service: service.id, state: state.usps });
        const here = known.get(key);
        return (
          <GridCellView
            column={column}
            counties={state.counties}
            isFocus={grid.focus.row === row && grid.focus.column === column}
            isSelected={isInside(range, { row, column })}
            key={key}
            notes={here?.notes ?? noNotes}
            pending={grid.pending[key] ?? null}
            published={grid.published[key] ?? emptyValue}
            row={row}
            shows={here?.cell.shows ?? 'none'}
          />
        );
      })}
    </tr>
  );
}

/** The cell in focus takes the browser's focus along while that is in the table. */
function useFocusFollowing({ focus, rows }: GridContents) {
  const table = useRef<HTMLTableElement>(null);
  const { column, row } = focus;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may have come under the same place
  useEffect(() => {
    if (!table.current?.contains(document.activeElement)) return;
    const cell = table.current.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [column, row, rows]);
  return table;
}

export function Grid({ answer, helpId, isBusy, keys, services, states, timeZone }: GridProps) {
  const { grid } = keys;
  const table = useFocusFollowing(grid);
  const known = useMemo(() => knownCells(answer, timeZone), [answer, timeZone]);
  return (
    <div aria-busy={isBusy} className="availability-grid">
      <table
        aria-colcount={services.length + 1}
        aria-describedby={helpId}
        aria-label="Availability by state and service"
        aria-multiselectable="true"
        aria-rowcount={states.length + 1}
        ref={table}
        style={{ '--columns': services.length } as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern “grid” may stand on a table
        role="grid"
        {...gridHandlers(keys)}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th aria-colindex={1} className="availability-grid__corner" scope="col">
              State
            </th>
            {services.map(({ id, isPublished, name }, column) => (
              <th aria-colindex={column + 2} key={id} scope="col">
                {name}
                {!isPublished && <span className="availability-grid__draft">Draft, not public</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((state, row) => (
            <Row {...{ grid, known, row, services, state }} key={state.usps} />
          ))}
        </tbody>
      </table>
      {states.length === 0 && <p className="availability-grid__none">No state is like that.</p>}
    </div>
  );
}
