/** Writes a ready answer: whole, as 304 to whoever has it, or without its body to HEAD. */
import type { IncomingMessage } from 'node:http';
import type { Answer, Variant } from './answers.js';
import { hasAlready } from './conditions.js';
import type { Counts } from './counts.js';
import { encodingFor } from './encodings.js';
import type { ReadyResponse } from './readyResponse.js';

/** How the answer came about, for Server-Timing. */
export type Origin = 'hit' | 'miss';

export interface Sending {
  origin: Origin;
  requestId: string;
  /** Where it is counted. */
  counts: Counts;
}

/** Resolves at once unless the body has to be compressed first. */
export function sendAnswer(
  req: IncomingMessage,
  res: ReadyResponse,
  answer: Answer,
  sending: Sending,
): undefined | Promise<void> {
  const variant = answer.in(encodingFor(req.headers['accept-encoding'] as string | undefined));
  if (!(variant instanceof Promise)) return write(req, res, { answer, sending, variant });
  return variant.then((made) => write(req, res, { answer, sending, variant: made }));
}

interface Writing {
  answer: Answer;
  variant: Variant;
  sending: Sending;
}

function write(req: IncomingMessage, res: ReadyResponse, { answer, sending, variant }: Writing): undefined {
  if (res.destroyed) return;
  const { counts, origin, requestId } = sending;
  const age = origin === 'hit' ? `Age: ${Math.floor((Date.now() - answer.madeAt) / 1_000)}\r\n` : '';
  const own = `${age}Server-Timing: cache;desc=${origin}\r\nX-Request-Id: ${requestId}\r\n`;
  if (answer.status === 200 && hasAlready(req, variant.etag)) {
    counts.notModified += 1;
    res.writeReady(304, variant.headOf304 + own).end();
    return;
  }
  res.writeReady(answer.status, variant.head + own, ['Content-Length', String(variant.body.length)]);
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  counts.sentBytes += variant.body.length;
  res.end(variant.body, 'latin1');
}
