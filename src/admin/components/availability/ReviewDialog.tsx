'use client';
// What a proposal would change: entries, sentences, pages. Only from here can it be published.
import { Button } from '@payloadcms/ui';
import type { AppliedAnswer } from '../../../availability-desk/answers.js';
import { Dialog } from './Dialog.js';
import type { Proposal } from './desk.js';
import { ReviewPages } from './ReviewPages.js';
import { ReviewProblems } from './ReviewProblems.js';
import { ReviewRows } from './ReviewRows.js';
import { ReviewSentences } from './ReviewSentences.js';
import { type Review, usePreview } from './usePreview.js';
import { momentWords } from './zonedTime.js';

interface Names {
  /** Of a state by its USPS abbreviation, of a service or site by its slug, of a cell by its place in the proposal. */
  ofState: (usps: string) => string;
  ofService: (slug: string) => string;
  ofSite: (slug: string) => string;
  ofCell: (path: string) => string | null;
}

interface ReviewDialogProps {
  api: string;
  names: Names;
  onClose: () => void;
  onDone: (answer: AppliedAnswer) => void;
  /** What the grid shows is old. */
  onStale: () => void;
  proposal: Proposal;
  timeZone: string;
}

function Contents({ names, review, timeZone }: { names: Names; review: Review; timeZone: string }) {
  const { preview } = review;
  if (!preview || preview.problems.length > 0) return null;
  if (!preview.token) return <p>Nothing would change: all of this holds already.</p>;
  return (
    <>
      {preview.from !== preview.at && <p>{`Takes effect ${momentWords(preview.from, timeZone)}.`}</p>}
      <ReviewSentences
        at={preview.at}
        nameOfService={names.ofService}
        nameOfSite={names.ofSite}
        sentences={preview.sentences}
        timeZone={timeZone}
      />
      <ReviewRows nameOfState={names.ofState} rows={preview.rows} />
      <ReviewPages preview={preview} timeZone={timeZone} />
    </>
  );
}

function Stale({ onLook }: { onLook: () => void }) {
  return (
    <div className="review-stale" role="alert">
      <p>Somebody changed something meanwhile that this rests on. Nothing was published.</p>
      <Button margin={false} onClick={onLook} size="medium">
        Look again
      </Button>
    </div>
  );
}

export function ReviewDialog({
  api,
  names,
  onClose,
  onDone,
  onStale,
  proposal,
  timeZone,
}: ReviewDialogProps) {
  const review = usePreview(api, proposal);
  const { isBusy, isStale, look, preview, problems } = review;
  const publish = async () => {
    const answer = await review.publish();
    if (answer) onDone(answer);
  };
  const lookAgain = () => {
    onStale();
    look();
  };
  const mayPublish = Boolean(preview?.token) && problems.length === 0 && !isStale;
  return (
    <Dialog
      actions={
        <>
          <Button disabled={isBusy || !mayPublish} margin={false} onClick={publish} size="medium">
            Publish these changes
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium">
            Back
          </Button>
        </>
      }
      className="review-dialog"
      onClose={onClose}
      title={'csv' in proposal ? `Review ${proposal.fileName}` : 'Review changes'}
    >
      <p aria-live="polite" className={isBusy ? '' : 'sr-only'}>
        {isBusy ? 'Asking the server what would change …' : 'The review is there.'}
      </p>
      {isStale ? <Stale onLook={lookAgain} /> : <ReviewProblems cellOf={names.ofCell} problems={problems} />}
      {!isStale && <Contents names={names} review={review} timeZone={timeZone} />}
    </Dialog>
  );
}
