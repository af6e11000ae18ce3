/** Requests as the front gets them, for what finds their key. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { CanonicalRoutes } from '../../src/front/keys/canonicalRoutes.js';
import { type Asked, inBody } from '../../src/front/keys/keys.js';
import { RequestKeys } from '../../src/front/keys/requestKeys.js';
import { canonicalRoutes } from '../../src/public-api/canonicalRoutes.js';

export interface Sent {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export const table = (): CanonicalRoutes => ({
  cookiePrefix: 'forthright-',
  host: 'content.example.org',
  origins: ['https://content.example.org'],
  routes: canonicalRoutes(),
});

export const createKeys = () => new RequestKeys(table());

/** What a request of somebody who sends this is found to ask. */
export function askedBy(keys: RequestKeys, { body, headers = {}, method, url }: Sent): Asked | null {
  const req = new IncomingMessage(new Socket());
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  Object.assign(req, {
    headers: { ...length, ...headers },
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url,
  });
  const asked = keys.of(req);
  return asked === inBody ? keys.ofBody(req, Buffer.from(body ?? '')) : asked;
}

/** A GraphQL request by POST. */
export const posted = (request: unknown, headers: Record<string, string> = {}): Sent => ({
  url: '/api/graphql',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof request === 'string' ? request : JSON.stringify(request),
});

/** The same by GET. */
export function got(request: Record<string, unknown>): Sent {
  const written = Object.entries(request).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { url: `/api/graphql?${new URLSearchParams(written)}` };
}
