'use client';
// The pages for which a rule would hold, asked for again whenever its conditions have rested for a moment.
import { useDebounce } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { MatchesAnswer } from '../../../compliance-desk/answers.js';
import { askMatches } from './complianceDesk.js';

export interface Matches {
  answer: MatchesAnswer | null;
  problem: string | null;
}

const none: Matches = { answer: null, problem: null };

/** `body` is the JSON of what the form says; null while it says nothing that could be asked. */
export function useMatches(api: string, body: string | null): Matches {
  const rested = useDebounce(body, 600);
  const [found, setFound] = useState<Matches>(none);
  useEffect(() => {
    setFound(none);
    if (rested === null) return;
    const controller = new AbortController();
    askMatches(api, JSON.parse(rested), controller.signal)
      .then((answer) => {
        if ('body' in answer) setFound({ answer: answer.body, problem: null });
        else setFound({ answer: null, problem: answer.problems[0]?.message ?? 'There was no answer.' });
      })
      .catch(() => undefined); // asked anew meanwhile
    return () => controller.abort();
  }, [api, rested]);
  return found;
}
