// The back's numbers as Prometheus reads them; docs/metrics.md says what they mean.
import { collectDefaultMetrics, Registry } from 'prom-client';
import { movesCounted } from '../freshness/countMoves.js';
import type { Generations } from '../front/generations.js';
import { watchEventLoop } from '../metrics/eventLoopDelay.js';
import { addFamily } from '../metrics/families.js';
import type { Readiness } from './health.js';

/** Call it in the main thread, once: it watches that, too. */
export function backMetrics(generations: Generations, readiness: Readiness): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addFamily(registry, {
    ...{ kind: 'gauge', name: 'ready' },
    help: '1 when /readyz says so.',
    read: () => Number(readiness.ready),
  });
  addFamily(registry, {
    ...{ kind: 'counter', name: 'invalidations_total', label: 'collection' },
    help: 'Documents written here of which answers may have been made; * stands for everything at once.',
    read: () => movesCounted(generations),
  });
  watchEventLoop(registry, 'back');
  return registry;
}
