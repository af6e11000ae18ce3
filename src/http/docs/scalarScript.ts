// Scalar's one script, out of the only package that carries it without two hundred others.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface Script {
  text: string;
  gzipped: Buffer;
  /** Moves with the text. */
  version: string;
}

interface Route {
  url: string;
  handler(request: unknown, reply: Reply): unknown;
}

interface Reply {
  header(name: string, value: string): Reply;
  send(body: string): string;
}

const reply: Reply = { header: () => reply, send: (body) => body };

/** The package is a plugin for Fastify that adds routes; the one of the script is asked for what it answers. */
async function scriptOfPlugin(): Promise<string> {
  const { default: plugin } = await import('@scalar/fastify-api-reference');
  const routes: Route[] = [];
  const fastify = { route: (route: Route) => routes.push(route) };
  plugin(fastify, { routePrefix: '/docs', configuration: { url: '/api/openapi.json' } }, () => undefined);
  const text = routes.find(({ url }) => url.endsWith('.js'))?.handler(undefined, reply);
  if (typeof text === 'string') return text;
  throw new Error('@scalar/fastify-api-reference has no route for its script any more.');
}

async function makeScript(): Promise<Script> {
  const text = await scriptOfPlugin();
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { text, gzipped: await promisify(gzip)(text), version };
}

let made: Promise<Script> | undefined;

/** Read at the first question, then kept: about 6 MB. */
export function scalarScript(): Promise<Script> {
  made ??= makeScript();
  return made;
}
