'use client';
// How much is to be changed, and the way on.
import { Button } from '@payloadcms/ui';

interface PendingBarProps {
  count: number;
  id: string;
  isReady: boolean;
  onDiscard: () => void;
  onReview: () => void;
}

export function PendingBar({ count, id, isReady, onDiscard, onReview }: PendingBarProps) {
  return (
    <div className="availability-pending">
      <p>
        {count === 0
          ? 'Nothing is to be changed.'
          : `${count} ${count === 1 ? 'cell is' : 'cells are'} to be changed.`}
      </p>
      <Button disabled={count === 0 || !isReady} id={id} margin={false} onClick={onReview} size="medium">
        Review changes
      </Button>
      <Button buttonStyle="secondary" disabled={count === 0} margin={false} onClick={onDiscard} size="medium">
        Discard
      </Button>
    </div>
  );
}
