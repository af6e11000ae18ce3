/** Reads a body whose length is known, and small. */
import type { IncomingMessage } from 'node:http';

/**
 * Calls `onBody` as soon as all of it is here: the stream's own end comes some turns later, and they cost as much as the rest of a hit.
 * Calls `onGone` instead when the client goes away before; never both.
 */
export function readBody(req: IncomingMessage, onBody: (body: Buffer) => void, onGone: () => void): void {
  const length = Number(req.headers['content-length']);
  const parts: Buffer[] = [];
  let read = 0;
  let isOver = false;
  const finish = () => {
    if (isOver) return;
    isOver = true;
    onBody(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
  };
  req.on('data', (part: Buffer) => {
    parts.push(part);
    read += part.length;
    if (read === length && req.complete) finish();
  });
  req.once('end', finish);
  req.once('error', () => undefined); // it is closed, too
  req.once('close', () => {
    if (isOver) return;
    isOver = true;
    onGone();
  });
}
