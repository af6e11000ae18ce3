'use client';
// The dialogs of the desk: one cell in full, and the review.
import { toast } from '@payloadcms/ui';
import type { AppliedAnswer } from '../../../availability-desk/answers.js';
import { CellDialog } from './CellDialog.js';
import type { CellValue } from './cellValue.js';
import { cellOfPath } from './changesBody.js';
import { keyOf, nameOfKey, valueAt } from './gridState.js';
import { ReviewDialog } from './ReviewDialog.js';
import type { DeskParts, ReadyProps } from './useDeskParts.js';

export function DeskDialogs({ parts, ...props }: ReadyProps & { parts: DeskParts }) {
  const { adminRoute, answer, api, desk, site } = props;
  const { names, opened, proposal, setOpened, setProposal } = parts;
  const service = answer.services.find(({ id }) => id === opened?.service);
  const state = answer.states.find(({ usps }) => usps === opened?.state);
  const onDone = (value: CellValue) => {
    if (opened) desk.dispatch({ type: 'set', cells: [{ ...opened, value }] });
    setOpened(null);
  };
  const onPublished = ({ message }: AppliedAnswer) => {
    setProposal(null);
    toast.success(message);
    desk.reload(Boolean(proposal && 'csv' in proposal));
  };
  const ofCell = (path: string) => {
    const key = proposal && 'cells' in proposal ? cellOfPath(path, proposal.cells) : null;
    return key && names.ofCell(nameOfKey(key));
  };
  return (
    <>
      {opened && service && state && (
        <CellDialog
          {...{ adminRoute, api, onDone, service, state }}
          cell={answer.cells.find((cell) => keyOf(cell) === keyOf(opened))}
          licenses={answer.licenses}
          onClose={() => setOpened(null)}
          timeZone={site.timeZone}
          value={valueAt(desk.grid, opened)}
        />
      )}
      {proposal && (
        <ReviewDialog
          {...{ api, proposal }}
          names={{ ...names, ofCell }}
          onClose={() => setProposal(null)}
          onDone={onPublished}
          onStale={() => desk.reload(true)}
          timeZone={site.timeZone}
        />
      )}
    </>
  );
}
