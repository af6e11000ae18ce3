/** Passes a request through to the back and its answer to the client, as they are: bodies stream, aborts reach the other side. */
import { Agent, type ClientRequest, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { hasBody, isUnfinished } from './bodies.js';
import type { Client } from './clients.js';
import { directHeader, isDirect } from './direct.js';
import { withoutHop } from './hop.js';
import { keepHeader } from './keep.js';
import type { ReadyResponse } from './readyResponse.js';

/** Connections to the back. It never closes them first, so none is found dead. */
export const createAgent = () =>
  new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, scheduling: 'lifo' });

/** How the back is reached, and who asks. */
export interface Passing {
  agent: Agent;
  socketPath: string;
  client: Client;
  /** Headers that this client may not send. */
  disbelieved: readonly string[];
}

/** The request cannot be said to the back. */
export class Unspeakable extends Error {}

const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

/** Says how long the body is, when there is one or could be one. */
function framing({ headers, method = '' }: IncomingMessage): string[] {
  const coding = headers['transfer-encoding'];
  if (coding !== undefined) return ['Transfer-Encoding', coding];
  const length = headers['content-length'] ?? (withoutBody.has(method) ? undefined : '0');
  return length === undefined ? [] : ['Content-Length', length];
}

/**
 * Said by the front, or answered by it. The length, too: what is said must be what this request was read by, or the next one on the
 * connection would be taken for its body.
 */
const ofTheFront = ['content-length', 'x-forwarded-for', 'expect', keepHeader, directHeader];

/** What the back is told: what the client said, but for the connection and for what only the front may say. */
export function headersFor(req: IncomingMessage, { client, disbelieved }: Passing): string[] {
  const headers = withoutHop(req.rawHeaders, [...ofTheFront, ...disbelieved]);
  headers.push('X-Forwarded-For', client.address, 'X-Request-Id', client.requestId);
  if (isDirect(req)) headers.push(directHeader, 'yes');
  return headers;
}

/** The request as the back will get it, not yet sent. Throws Unspeakable. */
export function open(req: IncomingMessage, passing: Passing, headers: readonly string[]): ClientRequest {
  const { agent, socketPath } = passing;
  try {
    return request({ agent, headers, method: req.method, path: req.url, socketPath, setHost: false });
  } catch (error) {
    throw new Unspeakable('Node takes from clients what it does not send on', { cause: error });
  }
}

/** Nothing of it is still to come: it takes the back no longer than the back needs. */
export const isWhollyHere = ({ body, req }: Exchange): boolean =>
  body !== undefined || (['GET', 'HEAD'].includes(req.method ?? '') && !hasBody(req));

export interface Exchange {
  req: IncomingMessage;
  res: ReadyResponse;
  /** When it has been read already. */
  body?: Buffer;
}

export interface Passed {
  /** To be called when the client has gone. */
  abandon: () => void;
  /** Settles when the back has begun to answer, or will not. */
  begun: Promise<unknown>;
}

/** `onUnreachable` is told when the back could not be reached and nothing has been answered. Throws Unspeakable. */
export function pass(exchange: Exchange, passing: Passing, onUnreachable: (error: Error) => void): Passed {
  const { req, res } = exchange;
  const upstream = open(req, passing, [...headersFor(req, passing), ...framing(req)]);
  let over = false;
  const end = () => {
    over = true;
    upstream.destroy();
  };
  upstream.once('response', (answer) => relay(answer, req, res));
  const begun = Promise.race(
    ['response', 'close'].map((event) => new Promise((go) => upstream.once(event, go))),
  );
  upstream.on('error', (error) => {
    if (over) return;
    if (res.headersSent) res.destroy();
    else onUnreachable(error);
  });
  // an answer before the end of the body: nobody wants the rest
  res.once('finish', () => upstream.writableFinished || end());
  send(exchange, upstream);
  return { abandon: end, begun };
}

function send({ body, req }: Exchange, upstream: ClientRequest): void {
  if (body !== undefined || !hasBody(req)) {
    upstream.end(body);
    return;
  }
  req.once('end', () => upstream.addTrailers(pairs(req.rawTrailers)));
  req.pipe(upstream);
}

const pairs = (list: readonly string[]): [string, string][] =>
  list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : []));

function relay(answer: IncomingMessage, req: IncomingMessage, res: ServerResponse): void {
  if (req.socket.destroyed || res.headersSent) {
    answer.destroy();
    return;
  }
  const headers = withoutHop(answer.rawHeaders, ['date', keepHeader]);
  headers.push('Server-Timing', 'cache;desc=pass');
  if (isUnfinished(req)) headers.push('Connection', 'close');
  res.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
  answer.once('error', () => res.destroy());
  answer.once('end', () => res.addTrailers(pairs(answer.rawTrailers)));
  answer.pipe(res);
}
