/** A storage that speaks as much of S3 as our uploads do: one bucket, path style, objects in memory. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface StoredObject {
  data: Buffer;
  type: string;
}

export interface S3Server {
  endpoint: string;
  objects: Map<string, StoredObject>;
  /** Objects that were read whole. */
  reads(): number;
  close(): Promise<void>;
}

/** Chunks of `aws-chunked` bodies: their length in hexadecimal, then their bytes. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf('\r\n', start);
    const length = Number.parseInt(body.toString('latin1', start, end), 16);
    if (!length) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    start = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

/** Listens on a port of its own until it is closed. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  let reads = 0;
  const server = createServer(async (req, res) => {
    const key = decodeURIComponent((req.url ?? '').split('?')[0] ?? '');
    if (req.method === 'PUT') {
      const body = await buffer(req);
      const isChunked = req.headers['content-encoding']?.includes('aws-chunked');
      const type = req.headers['content-type'] ?? 'application/octet-stream';
      objects.set(key, { data: isChunked ? unchunked(body) : body, type });
      res.setHeader('ETag', '"stored"').end();
      return;
    }
    if (req.method === 'DELETE') objects.delete(key);
    const found = objects.get(key);
    if (!found) {
      res.writeHead(req.method === 'DELETE' ? 204 : 404).end();
      return;
    }
    res.writeHead(200, { 'content-type': found.type, 'content-length': found.data.length, etag: '"stored"' });
    if (req.method === 'GET') reads += 1;
    res.end(req.method === 'GET' ? found.data : undefined);
  });
  // both ends live in one process: where that stands still for a while, it would hang up just when it is asked again
  server.keepAliveTimeout = 0;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    reads: () => reads,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
