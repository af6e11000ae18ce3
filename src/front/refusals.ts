/** What the front answers itself when it may not, or cannot, ask the back. In the shape of all errors of the house. */
import { type Answer, type HeaderList, listOf, readyAnswer } from './answers.js';
import { TooBusy } from './line.js';
import { TooMany } from './misses.js';
import { Unspeakable } from './pass.js';

export type Why = 'tooMany' | 'tooBusy' | 'unreachable' | 'malformed';

interface Refusal {
  why: Why;
  status: number;
  code: string;
  message: string;
  /** Seconds. */
  retryAfter?: number;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof TooMany) {
    const message = 'Too many questions that nobody asked before. Try again later.';
    const { retryAfter } = error;
    return { why: 'tooMany', status: 429, code: 'too_many_requests', message, retryAfter };
  }
  if (error instanceof Unspeakable) {
    const message = 'The request is malformed.';
    return { why: 'malformed', status: 400, code: 'bad_request', message };
  }
  const isBusy = error instanceof TooBusy;
  const message = isBusy ? 'Too busy at the moment.' : 'The server cannot answer at the moment.';
  return {
    why: isBusy ? 'tooBusy' : 'unreachable',
    status: 503,
    code: 'unavailable',
    message,
    retryAfter: 1,
  };
}

/** The answer to whoever asked in vain. `common` are the headers of every answer. */
export function refusalFor(error: unknown, common: HeaderList): { answer: Answer; why: Why } {
  const { code, message, retryAfter, status, why } = refusalOf(error);
  const headers = [
    ...common,
    ...listOf({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }),
    ...(retryAfter === undefined ? [] : ['Retry-After', String(retryAfter)]),
  ];
  const body = Buffer.from(JSON.stringify({ errors: [{ message, code }] }));
  return { answer: readyAnswer({ body, headers, status }), why };
}
