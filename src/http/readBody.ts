// Reads bodies within limits: by Content-Length at once, and while the bytes come in.
import { type Readable, Transform } from 'node:stream';
import type { Request } from 'express';
import { AppError } from '../errors.js';

const tooLarge = (limit: number) =>
  new AppError('payload_too_large', 413, `The body is larger than ${Math.floor(limit / 1024)} KB.`);

/** Throws 413 when the request already says that it is larger than `limit` bytes. */
export function refuseLargeBody(req: Request, limit: number): void {
  const length = req.headers['content-length'];
  if (length !== undefined && Number(length) > limit) throw tooLarge(limit);
}

/** The whole body. Throws 413 as soon as it grows past `limit` bytes. */
export async function readBody(req: Request, limit: number): Promise<Buffer<ArrayBuffer>> {
  refuseLargeBody(req, limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as a stream that fails with 413 past `limit` bytes, and tells `onTooLarge` why. */
export function limitStream(req: Request, limit: number, onTooLarge: (error: AppError) => void): Readable {
  refuseLargeBody(req, limit);
  let size = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= limit) return done(null, chunk);
      const error = tooLarge(limit);
      onTooLarge(error);
      done(error);
    },
  });
  req.once('error', (error) => limited.destroy(error));
  return req.pipe(limited);
}
