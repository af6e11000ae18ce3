'use client';
// One cell, in full: its status, counties and licenses, and the way to its entries.
import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';
import type {
  EntryData,
  GridCell,
  GridLicense,
  GridService,
  GridState,
} from '../../../availability-desk/answers.js';
import { CountyChoice } from './CountyChoice.js';
import { type CellValue, usualLicenses, withStatus } from './cellValue.js';
import { Dialog } from './Dialog.js';
import { LicenseChoice } from './LicenseChoice.js';
import { StatusSign } from './StatusSign.js';
import { noEntry, statusList, statusWords } from './statusWords.js';
import { momentWords } from './zonedTime.js';

interface CellDialogProps {
  adminRoute: string;
  api: string;
  cell: GridCell | undefined;
  licenses: readonly GridLicense[];
  onClose: () => void;
  onDone: (value: CellValue) => void;
  service: GridService;
  state: GridState;
  timeZone: string;
  value: CellValue;
}

interface EntriesProps {
  adminRoute: string;
  cell: GridCell;
  timeZone: string;
}

function Entries({ adminRoute, cell, timeZone }: EntriesProps) {
  const address = (id: string | null) => `${adminRoute}/collections/availability/${id}`;
  const period = ({ effectiveFrom, status }: EntryData) =>
    effectiveFrom
      ? `${statusWords[status]}, from ${momentWords(effectiveFrom, timeZone)}`
      : statusWords[status];
  const entries = [...(cell.current ? [cell.current] : []), ...cell.upcoming];
  if (entries.length + cell.drafts.length === 0) return null;
  return (
    <section className="cell-dialog__entries">
      <h3>Its entries</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={address(entry.id)}>{period(entry)}</a>
          </li>
        ))}
        {cell.drafts.map((id) => (
          <li key={`draft ${id}`}>
            <a href={address(id)}>A draft that is not public</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why this cannot be taken over; null when it can. */
function problemOf({ counties, licenses, status }: CellValue): string | null {
  if (!status) return null;
  if (counties.mode !== 'all' && counties.list.length === 0) return 'Tick at least one county.';
  if (status === 'available' && licenses.length === 0) return '“Available” needs a license that it rests on.';
  return null;
}

export function CellDialog(props: CellDialogProps) {
  const { adminRoute, api, cell, licenses, onClose, onDone, service, state, timeZone } = props;
  const [value, setValue] = useState(props.value);
  const [isChecked, setChecked] = useState(false);
  const name = useId();
  const ofState = licenses.filter(
    (license) => license.state === state.usps || value.licenses.includes(license.id),
  );
  const problem = problemOf(value);
  const done = () => (problem ? setChecked(true) : onDone(value));
  return (
    <Dialog
      actions={
        <>
          <Button margin={false} onClick={done} size="medium">
            Take over
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium">
            Cancel
          </Button>
        </>
      }
      className="cell-dialog"
      onClose={onClose}
      title={`${state.name}: ${service.name}`}
    >
      <fieldset>
        <legend>Status</legend>
        <div className="availability-choices">
          {[...statusList, null].map((status) => (
            <label key={status}>
              <input
                checked={value.status === status}
                name={name}
                onChange={() => setValue(withStatus(value, status, usualLicenses(licenses, state.usps)))}
                type="radio"
              />
              <StatusSign shows={status ?? 'none'} />
              {status ? statusWords[status] : noEntry}
            </label>
          ))}
        </div>
      </fieldset>
      {value.status && (
        <>
          <CountyChoice
            api={api}
            counties={value.counties}
            onChange={(counties) => setValue({ ...value, counties })}
            state={state}
          />
          <LicenseChoice
            chosen={value.licenses}
            licenses={ofState}
            onChange={(chosen) => setValue({ ...value, licenses: chosen })}
            stateName={state.name}
            timeZone={timeZone}
          />
        </>
      )}
      {isChecked && problem && (
        <p className="availability-problem" role="alert">
          {problem}
        </p>
      )}
      {cell && <Entries adminRoute={adminRoute} cell={cell} timeZone={timeZone} />}
    </Dialog>
  );
}
