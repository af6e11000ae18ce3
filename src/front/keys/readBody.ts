/** Reads a body whose length is known, and small. */
import type { IncomingMessage } from 'node:http';

/** Rejects when the client goes away before its end. */
export function readBody(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.once('end', () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    req.once('error', reject);
    // every request closes, and an error costs as much as the rest of a hit
    req.once('close', () => req.complete || reject(new Error('The client has gone away.')));
  });
}
