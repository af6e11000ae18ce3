'use client';
// The counties of a state, asked for once.
import { useEffect, useState } from 'react';
import type { County } from '../../../availability/places.js';
import { askCounties } from './desk.js';

export interface CountiesOfState {
  /** Null until they are there. */
  counties: readonly County[] | null;
  problem: string | null;
}

const known = new Map<string, readonly County[]>();
const unknown: CountiesOfState = { counties: null, problem: null };

async function load(api: string, state: string): Promise<CountiesOfState> {
  const answer = await askCounties(api, state);
  if (!('body' in answer)) return { counties: null, problem: answer.problems[0]?.message ?? 'No answer.' };
  known.set(state, answer.body.docs);
  return { counties: answer.body.docs, problem: null };
}

/** `state` is a USPS abbreviation, or null while none is chosen. */
export function useCounties(api: string, state: string | null): CountiesOfState {
  const [loaded, setLoaded] = useState<CountiesOfState & { state: string | null }>({
    ...unknown,
    state: null,
  });
  useEffect(() => {
    if (!state || known.has(state)) return;
    let isWanted = true;
    load(api, state).then((answer) => isWanted && setLoaded({ ...answer, state }));
    return () => {
      isWanted = false;
    };
  }, [api, state]);
  const ready = state ? known.get(state) : undefined;
  if (ready) return { counties: ready, problem: null };
  return loaded.state === state ? loaded : unknown;
}
