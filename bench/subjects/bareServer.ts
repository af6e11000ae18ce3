/** `node:http` or Express, sending the same bytes to everybody: as fast as either can be. The argument says which. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { FromBare, ToBare } from './answering.js';

let status = 200;
let rawHeaders: string[] = [];
let headers: Record<string, string> = {};
let body = Buffer.alloc(0);

process.on('message', ({ answer }: ToBare) => {
  status = answer.status;
  rawHeaders = answer.headers;
  headers = {};
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers[rawHeaders[at] as string] = rawHeaders[at + 1] as string;
  body = Buffer.from(answer.body, 'base64');
  process.send?.({ port: port() } satisfies FromBare);
});

/** A question with a body is read to its end first, as anybody must who wants to know what it asks. */
const bare: RequestListener = (req, res) => {
  const answer = () => res.writeHead(status, rawHeaders).end(body);
  if (req.method === 'POST') req.once('end', answer).resume();
  else answer();
};

function withExpress(): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.use((req, res) => {
    const answer = () => res.status(status).set(headers).send(body);
    if (req.method === 'POST') req.once('end', answer).resume();
    else answer();
  });
  return app;
}

const server = createServer(process.argv[2] === 'express' ? withExpress() : bare);
server.keepAliveTimeout = 65_000;
const port = () => (server.address() as AddressInfo).port;

process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: port() } satisfies FromBare));
