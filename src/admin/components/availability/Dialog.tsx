'use client';
// The browser's own dialog: it keeps the focus inside, leaves what is behind out of reach, closes with Escape and gives the
// focus back. Payload's modal does only the first.
import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
  /** Its buttons, at the foot. */
  actions: ReactNode;
  children: ReactNode;
  className?: string;
  onClose: () => void;
  title: string;
}

/** Open as long as it is there. `onClose` is called for Escape, and for what `actions` do themselves. */
export function Dialog({ actions, children, className = '', onClose, title }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (!dialog?.open) dialog?.showModal();
    // what is chosen already, else the title: a button at the foot would be read before what it is about
    const first = dialog?.querySelector<HTMLElement>('input:checked') ?? dialog?.querySelector('h2');
    first?.focus({ preventScroll: true });
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      aria-labelledby={titleId}
      className={`availability-dialog ${className}`}
      onCancel={(event) => {
        event.preventDefault(); // React takes it away
        onClose();
      }}
      // keys meant for the dialog are none for the grid that it was opened from
      onKeyDown={(event) => event.stopPropagation()}
      ref={box}
    >
      <h2 className="availability-dialog__title" id={titleId} tabIndex={-1}>
        {title}
      </h2>
      <div className="availability-dialog__body">{children}</div>
      <div className="availability-dialog__actions">{actions}</div>
    </dialog>
  );
}
