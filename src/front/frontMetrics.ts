/** The front's numbers as Prometheus reads them; docs/metrics.md says what they mean. */
import { Histogram, Registry } from 'prom-client';
import { watchEventLoop } from '../metrics/eventLoopDelay.js';
import { addFamily, type Family, prefix } from '../metrics/families.js';
import type { Counts } from './counts.js';
import type { Generations } from './generations.js';
import type { Line } from './line.js';
import type { Loads } from './loads.js';
import type { Refills } from './refills.js';
import type { Store } from './store.js';

export interface FrontMetrics {
  registry: Registry;
  /** In seconds. */
  loadTimes: Histogram;
}

export interface Watched {
  counts: Counts;
  generations: Generations;
  line: Line;
  loads: Loads;
  maxBytes: number;
  refills: Refills;
  store: Store;
}

const ofRequests = ({ counts }: Watched): Family[] => [
  {
    ...{ kind: 'counter', name: 'answers_total', label: 'from' },
    help: 'Requests answered from memory (hit), after asking the back (miss), or passed through to it (pass).',
    read: () => ({ hit: counts.hit, miss: counts.miss, pass: counts.pass }),
  },
  {
    ...{ kind: 'counter', name: 'not_modified_total' },
    help: 'Hits and misses answered with 304.',
    read: () => counts.notModified,
  },
  {
    ...{ kind: 'counter', name: 'sent_bytes_total' },
    help: 'Bytes of the bodies of hits and misses, as they were sent.',
    read: () => counts.sentBytes,
  },
  {
    ...{ kind: 'counter', name: 'refused_total', label: 'because' },
    help: 'Answered with 400 (malformed), 429 (too_many, from one address) or 503 (too_busy; unreachable: no answer from the back).',
    read: () => ({
      malformed: counts.refused.malformed,
      too_many: counts.refused.tooMany,
      too_busy: counts.refused.tooBusy,
      unreachable: counts.refused.unreachable,
    }),
  },
];

const ofMemory = ({ generations, maxBytes, store }: Watched): Family[] => [
  {
    ...{ kind: 'gauge', name: 'kept_answers' },
    help: 'Answers in memory; those that are no longer true are among them until they are replaced.',
    read: () => store.size().answers,
  },
  {
    ...{ kind: 'gauge', name: 'kept_bytes' },
    help: 'Bytes of the answers in memory, compressed forms and headers reckoned in.',
    read: () => store.size().bytes,
  },
  { ...{ kind: 'gauge', name: 'kept_bytes_limit' }, help: 'CACHE_BYTES.', read: () => maxBytes },
  {
    ...{ kind: 'counter', name: 'evictions_total' },
    help: 'Answers that made room for others.',
    read: () => store.counts.evicted,
  },
  {
    ...{ kind: 'counter', name: 'outdated_total' },
    help: 'Answers found in memory that a write or the time had made untrue: they were asked for anew.',
    read: () => store.counts.outdated,
  },
  {
    ...{ kind: 'gauge', name: 'dark' },
    help: '1 while nothing is answered from memory, because it cannot be known whether it is true.',
    read: () => Number(generations.isDark()),
  },
];

const ofLoads = ({ line, loads, refills }: Watched): Family[] => [
  {
    ...{ kind: 'counter', name: 'fills_total', label: 'result' },
    help: 'Answers of the back: kept; overtaken: refused by the guard, a write came between; unkept: may not be kept, or is too large; failed.',
    read: () => {
      const { failed, kept, overtaken, unkept } = loads.counts;
      return { failed, kept, overtaken, unkept };
    },
  },
  {
    ...{ kind: 'gauge', name: 'loads', label: 'state' },
    help: 'Questions that the back is answering, and those that wait for it.',
    read: () => ({ ...line.underWay() }),
  },
  {
    ...{ kind: 'counter', name: 'refills_total' },
    help: 'Outdated answers asked for anew before anybody did. They are among the fills.',
    read: () => refills.count,
  },
];

/** Call it in the front's thread: it watches that, too. */
export function frontMetrics(watched: Watched): FrontMetrics {
  const registry = new Registry();
  for (const family of [...ofRequests(watched), ...ofMemory(watched), ...ofLoads(watched)])
    addFamily(registry, family);
  const loadTimes = new Histogram({
    ...{ name: `${prefix}load_seconds`, registers: [registry] },
    help: 'How long the back took for one answer, without the time that the question waited for its turn.',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  watchEventLoop(registry, 'front');
  return { loadTimes, registry };
}
