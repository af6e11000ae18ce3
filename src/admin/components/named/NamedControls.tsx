'use client';
// Around the whole admin: gives names to the controls that Payload shows without, as soon as they appear.
import { type ReactNode, useEffect } from 'react';
import { nameControls } from './nameControls.js';

export function NamedControls({ children }: { children?: ReactNode }) {
  useEffect(() => {
    let planned = 0;
    const plan = () => {
      // one pass for everything that appears at once
      planned ||= window.setTimeout(() => {
        planned = 0;
        nameControls(document);
      }, 50);
    };
    const observer = new MutationObserver(plan);
    observer.observe(document.body, { childList: true, subtree: true });
    plan();
    return () => {
      observer.disconnect();
      window.clearTimeout(planned);
    };
  }, []);
  return children;
}
