/**
 * Payload's own REST and GraphQL over the same collections and the same database, with nothing in front: the handlers that
 * Payload puts into a Next app, here behind plain `node:http`, which is faster than Next.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openProduct } from '../content/openProduct.js';

const { payload } = await openProduct();
const { GRAPHQL_POST, REST_GET } = await import('@payloadcms/next/routes');
const config = Promise.resolve(payload.config);
const rest = REST_GET(config);
const graphql = GRAPHQL_POST(config);

async function bodyOf(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function answerOf(req: IncomingMessage): Promise<Response> {
  const url = new URL(req.url ?? '/', 'http://127.0.0.1');
  const headers = new Headers(req.headers as Record<string, string>);
  if (req.method === 'POST')
    return graphql(new Request(url, { body: await bodyOf(req), headers, method: 'POST' }));
  const slug = url.pathname.split('/').slice(2);
  return rest(new Request(url, { headers }), { params: Promise.resolve({ slug }) });
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const given = await answerOf(req);
  const body = Buffer.from(await given.arrayBuffer());
  res.writeHead(given.status, [...given.headers].flat().concat('Content-Length', String(body.length)));
  res.end(body);
}

const server = createServer((req, res) => {
  answer(req, res).catch((error: Error) => res.writeHead(500, { 'Content-Length': 0 }).end(error.message));
});
// whoever waits long shall be answered late, and not cut off
Object.assign(server, { headersTimeout: 0, keepAliveTimeout: 65_000, requestTimeout: 0 });
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
