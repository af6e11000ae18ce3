/** Questions to the server's desk for compliance, and its answers or what went wrong, in words. */
import type {
  ChoicesAnswer,
  MatchesAnswer,
  PreviewAnswer,
  PreviewBody,
} from '../../../compliance-desk/answers.js';
import { ask } from '../availability/desk.js';

const sending = (body: object, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  signal,
});

export const askChoices = (api: string) => ask<ChoicesAnswer>(`${api}/compliance-desk/choices`);

/** `body` is what the form holds, whole or not. */
export const askMatches = (api: string, body: object, signal: AbortSignal) =>
  ask<MatchesAnswer>(`${api}/compliance-desk/matches`, sending(body, signal));

export const askPreview = (api: string, body: PreviewBody) =>
  ask<PreviewAnswer>(`${api}/compliance-desk/preview`, sending(body));
