// Payload's admin, as Next serves it: built beforehand in production, compiled on demand in development.
import path from 'node:path';
import type { RequestHandler } from 'express';
import nextModule from 'next';
import type { SanitizedConfig } from 'payload';
import type { Settings } from '../config.js';
import { repositoryRoot } from '../root.js';

// Next is CommonJS with a default export; Node's types and its runtime see it differently.
const next = nextModule as unknown as typeof nextModule.default;

export interface AdminServer {
  handler: RequestHandler;
  close(): Promise<void>;
}

/** Next must run in the process of Payload, whose configuration it shows (src/admin/runningConfig.js). */
export async function serveAdmin(config: SanitizedConfig, settings: Settings): Promise<AdminServer> {
  (globalThis as Record<symbol, unknown>)[Symbol.for('forthright.config')] = config;
  const { host: hostname, port } = settings;
  const app = next({
    dev: !settings.production,
    dir: path.join(repositoryRoot, 'src/admin'),
    hostname,
    port,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handler: (req, res) => handle(req, res), close: () => app.close() };
}
