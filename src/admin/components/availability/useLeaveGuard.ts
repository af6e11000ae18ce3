'use client';
// Asks before what is to be changed gets lost: on closing the tab, and on links of the admin.
import { useEffect } from 'react';

export const leaveQuestion = (count: number) =>
  `${count} ${count === 1 ? 'change is' : 'changes are'} not published. Leave without?`;

/** A click that opens this page's place anew; not one for a new tab or a download. */
function leaves(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  return !link.pathname.endsWith('.csv');
}

export function useLeaveGuard(count: number) {
  useEffect(() => {
    if (count === 0) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (!leaves(event)) return;
      if (window.confirm(leaveQuestion(count))) window.removeEventListener('beforeunload', onUnload);
      else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [count]);
}
