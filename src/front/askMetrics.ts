/** Asks the front's thread for its numbers. One message for each scrape, none for each request. */
import type { Worker } from 'node:worker_threads';
import type { FromFront, ToFront } from './messages.js';

/** What answers `worker`'s numbers. Never settles when the thread ends first: then the process does, too. */
export function askMetrics(worker: Worker): () => Promise<string> {
  const waiting = new Map<number, (text: string) => void>();
  let last = 0;
  worker.on('message', (message: FromFront) => {
    if (message.kind !== 'metrics') return;
    waiting.get(message.asked)?.(message.text);
    waiting.delete(message.asked);
  });
  return () =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      worker.postMessage({ kind: 'metrics', asked: last } satisfies ToFront);
    });
}
