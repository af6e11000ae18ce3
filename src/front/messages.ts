/** What the two threads tell each other. Everything else goes through the socket and the table of generations. */

import type { TrustProxy } from './clients.js';
import type { CanonicalRoutes } from './keys/canonicalRoutes.js';
import type { LineLimits } from './line.js';
import type { MissLimits } from './misses.js';

/** What the front is started with: plain data. */
export interface FrontSettings {
  host: string;
  port: number;
  /** Where the back listens. */
  socketPath: string;
  /** The memory of the generations. */
  memory: SharedArrayBuffer;
  routes: CanonicalRoutes;
  trustProxy: TrustProxy;
  maxBytes: number;
  line: LineLimits;
  misses: MissLimits;
  /** Name and value in turn. */
  commonHeaders: readonly string[];
  /** Whether connections may become something else than HTTP: only the admin in development asks for that. */
  upgrades: boolean;
}

export type FromFront =
  | { kind: 'listening'; port: number }
  /** The port cannot be opened. */
  | { kind: 'refused'; code: string }
  /** A request could not be answered, and it is nobody's fault but ours. */
  | { kind: 'trouble'; stack: string }
  /** In the text format of Prometheus. */
  | { kind: 'metrics'; asked: number; text: string };

export type ToFront = { kind: 'close' } | { kind: 'metrics'; asked: number };
