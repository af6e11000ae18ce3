/** Questions to the server's desk for availability, and its answers or what went wrong, in words. */

import type { County } from '../../../availability/places.js';
import type {
  AppliedAnswer,
  ChangesBody,
  GridAnswer,
  PreviewAnswer,
  Problem,
} from '../../../availability-desk/answers.js';

export type Answer<T> = { body: T } | { status: number; problems: Problem[] };

/** Changes made in the grid, or a file as it was read. */
export type Proposal = { cells: ChangesBody } | { csv: string; fileName: string };

/** `status` is 0 where there was no answer at all. */
export async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const answer = await fetch(url, { credentials: 'same-origin', ...init });
    const body = (await answer.json().catch(() => null)) as (T & { errors?: Problem[] }) | null;
    if (answer.ok && body) return { body };
    const unsaid = [{ message: 'The server did not answer as expected.' }];
    return { status: answer.status, problems: body?.errors ?? unsaid };
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return { status: 0, problems: [{ message: 'The server could not be reached. Is it running?' }] };
  }
}

export interface GridQuestion {
  /** Slug. */
  site: string | null;
  /** Null is now. */
  at: string | null;
}

export function askGrid(api: string, { at, site }: GridQuestion, signal: AbortSignal) {
  const query = new URLSearchParams({ ...(site ? { site } : {}), ...(at ? { at } : {}) });
  return ask<GridAnswer>(`${api}/availability-desk/grid?${query}`, { signal });
}

function sending(proposal: Proposal, token?: string): RequestInit {
  if ('csv' in proposal)
    return { method: 'POST', headers: { 'content-type': 'text/csv; charset=utf-8' }, body: proposal.csv };
  const body = JSON.stringify({ ...proposal.cells, token });
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body };
}

export const askPreview = (api: string, proposal: Proposal) =>
  ask<PreviewAnswer>(`${api}/availability-desk/changes?preview=true`, sending(proposal));

/** Applies what the preview with this token showed. */
export const applyChanges = (api: string, proposal: Proposal, token: string) =>
  ask<AppliedAnswer>(
    `${api}/availability-desk/changes?token=${encodeURIComponent(token)}`,
    sending(proposal, token),
  );

export const exportAddress = (api: string, site: string) =>
  `${api}/availability-desk/export.csv?site=${encodeURIComponent(site)}`;

export const askCounties = (api: string, state: string) =>
  ask<{ docs: County[] }>(`${api}/availability/counties?state=${encodeURIComponent(state)}`);
