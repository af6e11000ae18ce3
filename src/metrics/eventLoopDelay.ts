/** How long a thread keeps everybody waiting: by how much its timers come too late. */
import { Histogram, type Registry } from 'prom-client';
import { prefix } from './families.js';

const everyMs = 50;
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Watches the thread that calls it. A histogram that is never reset: any number of scrapers see the same. */
export function watchEventLoop(registry: Registry, thread: 'front' | 'back'): () => void {
  const delays = new Histogram({
    ...{ buckets, registers: [registry], name: `${prefix}${thread}_event_loop_delay_seconds` },
    help: `By how much timers of the ${thread} came too late, twenty times a second.`,
  });
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    delays.observe(Math.max(0, now - last - everyMs) / 1_000);
    last = now;
  }, everyMs).unref();
  return () => clearInterval(timer);
}
