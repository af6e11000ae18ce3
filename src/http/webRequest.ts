// Between Node's requests and answers and the Fetch API's, which Payload speaks.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';

/** Headers that speak of the connection, not of the request. */
const hopByHop = new Set([
  'connection',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The request's headers, without those of the connection and without a method in disguise. */
export function toWebHeaders(req: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || hopByHop.has(name) || name.endsWith('http-method-override')) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}

/** Aborted when the caller goes away before the answer is complete. */
export function abortSignalOf(res: ExpressResponse): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** An answer before the end of the body says that the rest is not wanted. */
export function closeUnlessRead(res: ExpressResponse): void {
  const { headers, complete } = res.req;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody && !complete) res.setHeader('Connection', 'close');
}

/** Writes a Fetch answer. Does nothing when the request was answered in the meantime (deadline). */
export async function sendWebResponse(res: ExpressResponse, answer: Response): Promise<void> {
  if (res.headersSent) {
    await answer.body?.cancel();
    return;
  }
  res.status(answer.status);
  closeUnlessRead(res);
  const isCrossOrigin = answer.headers.has('access-control-allow-origin');
  if (isCrossOrigin) res.vary('Origin');
  for (const [name, value] of answer.headers) {
    // Payload says what would be allowed even to origins that it does not allow.
    if (name !== 'set-cookie' && (isCrossOrigin || !name.startsWith('access-control-')))
      res.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) res.setHeader('Set-Cookie', cookies);
  if (!answer.body || res.req.method === 'HEAD') {
    await answer.body?.cancel();
    res.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as unknown as NodeReadableStream), res).catch(ignoreDeparture);
}

/** The caller has gone away in the middle of an answer: nobody is left to be told. */
export function ignoreDeparture(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.name !== 'AbortError') throw error;
}
