/** Starts the front's thread, and ends it. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { askMetrics } from './askMetrics.js';
import type { FromFront, FrontSettings, ToFront } from './messages.js';

export interface RunningFront {
  /** The port that it holds: the one asked for, or a free one for 0. */
  port: number;
  /** What its thread counts, in the text format of Prometheus. */
  metrics(): Promise<string>;
  /** Stops accepting, and resolves when what was in flight has been answered. */
  close(): Promise<void>;
}

export interface FrontWatcher {
  /** Told when the thread ends although nobody closed it. */
  onDeath: (error: Error) => void;
  /** Told when it could not answer a request, and where. */
  onTrouble?: (stack: string) => void;
}

/** The port cannot be opened; `code` is Node's, as EADDRINUSE. */
export class PortRefused extends Error {
  constructor(readonly code: string) {
    super(`The port cannot be opened (${code}).`);
  }
}

/**
 * V8 gives short-lived objects up to 48 MB, and takes them when much is asked. Requests leave next to nothing behind: a third of it
 * is collected in the same time.
 */
const maxYoungGenerationSizeMb = 16;

/** From TypeScript in development and in tests, compiled otherwise. */
function startThread(settings: FrontSettings): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = new URL(fromSource ? './fromSource.mjs' : './worker.js', import.meta.url);
  const resourceLimits = { maxYoungGenerationSizeMb };
  return new Worker(file, { workerData: settings, execArgv: [], resourceLimits });
}

async function firstMessage(worker: Worker): Promise<FromFront> {
  const given = new AbortController();
  const { signal } = given;
  try {
    const ended = once(worker, 'exit', { signal }).then(() => {
      throw new Error('The front ended before it listened.');
    });
    const [first] = await Promise.race([once(worker, 'message', { signal }), ended]);
    return first as FromFront;
  } finally {
    given.abort();
  }
}

/** Rejects with PortRefused. */
export async function startFront(
  settings: FrontSettings,
  { onDeath, onTrouble }: FrontWatcher,
): Promise<RunningFront> {
  const worker = startThread(settings);
  const first = await firstMessage(worker);
  if (first.kind !== 'listening') {
    await worker.terminate();
    throw new PortRefused(first.kind === 'refused' ? first.code : first.kind);
  }
  worker.on('message', (message: FromFront) => message.kind === 'trouble' && onTrouble?.(message.stack));
  let closing = false;
  let reason: Error | undefined;
  worker.on('error', (error: Error) => {
    reason = error;
  });
  const ended = once(worker, 'exit').then(() => {
    if (!closing) onDeath(reason ?? new Error('The front ended.'));
  });
  return {
    port: first.port,
    metrics: askMetrics(worker),
    close: async () => {
      closing = true;
      worker.postMessage({ kind: 'close' } satisfies ToFront);
      await ended;
    },
  };
}
