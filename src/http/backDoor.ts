// Where the back listens: a socket that only this user's processes can reach. The port belongs to the front.
import { mkdtempSync, rmSync } from 'node:fs';
import http, { createServer, IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { closeServer, open, readAllHeaders } from '../front/port.js';

export interface BackDoor {
  /** A file of a private folder; a pipe on Windows. */
  socketPath: string;
  close(): Promise<void>;
}

/** Asks `currentListener` at each request, so that what answers can change while it listens. */
export async function openBackDoor(currentListener: () => RequestListener): Promise<BackDoor> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-')); // 0700, and short: sockets have at most 107 characters
  const isWindows = process.platform === 'win32';
  const socketPath = isWindows ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 'back');
  const server = createServer(limits, (req, res) => {
    stayOpen(req, res);
    currentListener()(req, res);
  });
  readAllHeaders(server);
  await open(server, { path: socketPath });
  return {
    socketPath,
    close: async () => {
      await closeServer(server); // the front has closed: nobody waits for an answer
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The front has its own limits, and closes what it no longer needs: a connection that the back closed could be in use. */
const limits = {
  ...{ headersTimeout: 0, keepAliveTimeout: 0, requestTimeout: 0 },
  maxHeaderSize: 2 * http.maxHeaderSize, // the front adds some of its own
  requireHostHeader: false, // whom the front let in without one spoke HTTP 1.0
};

/**
 * What has been answered before its body was read, the front closes after it has relayed the answer. Closed from here, the answer
 * could be lost: the front may find that it cannot write before it finds what there is to read.
 */
function stayOpen(req: IncomingMessage, res: ServerResponse): void {
  onHeaders(res, () => res.setHeader('Connection', 'keep-alive'));
  res.once('finish', () => req.resume());
}

/** The headers that a handler sets on every answer, name and value in turn. */
export function headersSetBy(handler: RequestHandler): string[] {
  const req = new IncomingMessage(new Socket());
  const res = new ServerResponse(req);
  handler(req as Parameters<RequestHandler>[0], res as Parameters<RequestHandler>[1], () => undefined);
  return res.getHeaderNames().flatMap((name) => [name, String(res.getHeader(name))]);
}
