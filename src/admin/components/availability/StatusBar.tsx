'use client';
import type { Status } from '../../../availability/entry.js';
// What can be done with the cells selected, without a keyboard; the legend of signs and letters at once.
import { StatusSign } from './StatusSign.js';
import { noEntry, statusList, statusWords } from './statusWords.js';

interface StatusBarProps {
  canRedo: boolean;
  canUndo: boolean;
  onEdit: () => void;
  onRedo: () => void;
  onSet: (status: Status | null) => void;
  onUndo: () => void;
  /** “Florida, At-home program” or “6 cells”. */
  selection: string;
}

export function StatusBar({ canRedo, canUndo, onEdit, onRedo, onSet, onUndo, selection }: StatusBarProps) {
  return (
    <fieldset className="availability-bar">
      <legend className="sr-only">The selected cells</legend>
      <span className="availability-bar__selection">{selection}</span>
      {statusList.map((status) => (
        <button className="availability-bar__button" key={status} onClick={() => onSet(status)} type="button">
          <StatusSign shows={status} />
          {statusWords[status]}
          <span aria-hidden="true" className="availability-bar__key">
            {status.slice(0, 1).toUpperCase()}
          </span>
        </button>
      ))}
      <button className="availability-bar__button" onClick={() => onSet(null)} type="button">
        <StatusSign shows="none" />
        {noEntry}
        <span aria-hidden="true" className="availability-bar__key">
          Del
        </span>
      </button>
      <button className="availability-bar__button" onClick={onEdit} type="button">
        Counties, licenses …
        <span aria-hidden="true" className="availability-bar__key">
          Enter
        </span>
      </button>
      <button className="availability-bar__button" disabled={!canUndo} onClick={onUndo} type="button">
        Undo
      </button>
      <button className="availability-bar__button" disabled={!canRedo} onClick={onRedo} type="button">
        Redo
      </button>
    </fieldset>
  );
}
