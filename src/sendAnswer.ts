/** How answers are sent: with a strong ETag, and as 304 to whoever has them already. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Locale } from '../collections/locales.js';

export interface Representation {
  /** A Content-Type, with its charset. */
  type: string;
  body: string;
  /** The language of its words, where it says that nowhere itself. */
  language?: Locale;
  /** What an ETag is made of without looking at the body: the same for equal bytes only. Letters, digits and `.-_`. */
  tag?: string;
}

export const asJson = (answer: unknown): Representation => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(answer),
});

/** Equal bytes, equal tag, on every server; no two representations have the same bytes. */
const tagOf = (body: string) => createHash('sha256').update(body).digest('base64url').slice(0, 27);

const keeping = (isPrivate: boolean) =>
  isPrivate ? 'private, no-store' : 'public, max-age=0, must-revalidate';

/** 301 to an address of ours, kept by whom an answer would be kept by. */
export function sendMoved(res: Response, location: string, { isPrivate }: { isPrivate: boolean }): void {
  res
    .status(301)
    .set({ 'Cache-Control': keeping(isPrivate), 'Content-Length': '0', Location: location })
    .end();
}

/** What is private (the past, drafts) is kept by nobody; all else may be kept, and is asked for again before each use. */
export function sendAnswer(
  { req, res }: { req: Request; res: Response },
  { body, language, tag = tagOf(body), type }: Representation,
  { isPrivate }: { isPrivate: boolean },
): void {
  res.setHeader('Cache-Control', keeping(isPrivate));
  res.setHeader('ETag', `"${tag}"`);
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.setHeader('Content-Type', type);
  if (language) res.setHeader('Content-Language', language);
  res.setHeader('Content-Length', Buffer.byteLength(body));
  // as a text it goes out together with the headers
  res.end(req.method === 'HEAD' ? undefined : body);
}
