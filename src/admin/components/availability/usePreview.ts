'use client';
// The preview of a proposal, and its publication.
import { useCallback, useEffect, useState } from 'react';
import type { AppliedAnswer, PreviewAnswer, Problem } from '../../../availability-desk/answers.js';
import { applyChanges, askPreview, type Proposal } from './desk.js';

export interface Review {
  preview: PreviewAnswer | null;
  problems: readonly Problem[];
  /** Somebody changed something that the preview rests on. */
  isStale: boolean;
  isBusy: boolean;
  look: () => Promise<void>;
  /** What was done; null when it was not. */
  publish: () => Promise<AppliedAnswer | null>;
}

interface State {
  preview: PreviewAnswer | null;
  problems: readonly Problem[];
  isStale: boolean;
  isBusy: boolean;
}

const asking: State = { preview: null, problems: [], isStale: false, isBusy: true };

async function previewed(api: string, proposal: Proposal): Promise<State> {
  const answer = await askPreview(api, proposal);
  if (!('body' in answer)) return { ...asking, isBusy: false, problems: answer.problems };
  return { ...asking, isBusy: false, preview: answer.body, problems: answer.body.problems };
}

export function usePreview(api: string, proposal: Proposal): Review {
  const [state, setState] = useState<State>(asking);
  const look = useCallback(async () => {
    setState(asking);
    setState(await previewed(api, proposal));
  }, [api, proposal]);
  useEffect(() => {
    look();
  }, [look]);
  const publish = async () => {
    const token = state.preview?.token;
    if (!token) return null;
    setState({ ...state, isBusy: true });
    const answer = await applyChanges(api, proposal, token);
    if ('body' in answer) return answer.body;
    setState({ ...state, isBusy: false, isStale: answer.status === 409, problems: answer.problems });
    return null;
  };
  return { ...state, look, publish };
}
