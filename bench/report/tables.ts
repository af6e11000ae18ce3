/** What was measured, as tables. */
import type { Options } from '../options.js';
import type { GrowthRow } from '../parts/growth.js';
import type { HitRow } from '../parts/hits.js';
import type { KitchenRow } from '../parts/kitchen.js';
import type { MissRow } from '../parts/misses.js';
import type { Mixed } from '../parts/mixed.js';
import type { Stampede } from '../parts/stampede.js';
import type { Visible } from '../parts/visible.js';
import type { Results, Target } from './results.js';
import type { Table } from './table.js';
import { amount, megabytes, milliseconds, orNone, times } from './words.js';

const roundsOf = ({ processes, roundMs, rounds }: Options) =>
  `${rounds} rounds of ${roundMs} ms; processes of each server: ${processes}`;

const hits = (rows: HitRow[], options: Options): Table => ({
  title: 'Hits: answers a second',
  head: [
    ...['question', 'bytes', 'of Payload’s', 'Forthright', 'bare node:http', 'bare Express', 'Payload’s own'],
    ...['÷ bare', '÷ bare, by processor time', '÷ Payload', 'p50', 'p99'],
  ],
  rows: rows.map(({ bare, bytes, express, house, payload, question, ...row }) => [
    ...[row.areHits ? question : `${question} (no hits)`, whole(bytes), orNone(row.payloadBytes, whole)],
    amount(house.perSecond.median),
    ...[amount(bare.perSecond.median), amount(express.perSecond.median), orNone(payload?.perSecond.median)],
    ...[row.shareOfBare.toFixed(2), orNone(row.shareOfBareByProcessor, (value) => value.toFixed(2))],
    ...[orNone(row.timesPayload, times), milliseconds(house.p50.median), milliseconds(house.p99.median)],
  ]),
  note: `Medians of ${roundsOf(options)}.`,
});

/** Whether what asks was the slower one. */
const asking = (rows: HitRow[]): Table => ({
  title: 'What asks, and what answers: microseconds of processor time for one request, and how busy each was',
  head: [
    ...['question', 'the load process', 'bare node:http', 'Forthright', 'load process busy', 'bare busy'],
    ...['Forthright busy', 'no core free'],
  ],
  rows: rows.map(({ bare, house, question }) => [
    ...[question, amount(bare.loadPerRequest.median), orNone(bare.serverPerAnswer?.median)],
    ...[
      orNone(house.serverPerAnswer?.median),
      percent(bare.loadBusy.median),
      orNone(bare.serverBusy?.median, percent),
    ],
    ...[orNone(house.serverBusy?.median, percent), orNone(house.serverWaited?.median, percent)],
  ]),
});

const whole = (value: number) => value.toLocaleString('en');
const percent = (value: number) => `${Math.round(value * 100)} %`;

const misses = (rows: MissRow[]): Table => ({
  title: 'Misses',
  head: [
    ...['question', 'one at a time: p50', 'p99', 'Payload’s own: p50', 'p99', 'speed ÷ Payload'],
    ...['eight at a time, a second', 'Payload’s own', 'speed ÷ Payload'],
  ],
  rows: rows.map(({ alone, question, timesPayload, timesPayloadTogether, together }) => [
    ...[question, milliseconds(alone.house.p50.median), milliseconds(alone.house.p99.median)],
    ...[orNone(alone.payload?.p50.median, milliseconds), orNone(alone.payload?.p99.median, milliseconds)],
    ...[orNone(timesPayload, times), amount(together.house.perSecond.median)],
    ...[orNone(together.payload?.perSecond.median), orNone(timesPayloadTogether, times)],
  ]),
});

const visible = (rows: Visible[]): Table => ({
  title: 'From the end of a publish to its being seen by all readers',
  head: [
    'processes',
    'database',
    'publishes',
    'the publish: p50',
    'p99',
    'seen after: p50',
    'p99',
    'most',
    'stale',
    'not seen',
  ],
  rows: rows.map((row) => [
    ...[String(row.processes), row.database, String(row.publishes)],
    ...[milliseconds(row.write.p50), milliseconds(row.write.p99), milliseconds(row.visible.p50)],
    ...[milliseconds(row.visible.p99), milliseconds(row.visible.max), `${row.stale} of ${amount(row.reads)}`],
    String(row.unseen),
  ]),
});

const growth = (rows: GrowthRow[], options: Options): Table => ({
  title: 'Growth',
  head: [
    ...[
      'articles',
      'start',
      'hits a second: list',
      'document',
      'misses a second: list',
      'document',
      'publish',
    ],
    ...['memory: started', 'full', 'at most', 'with the admin', 'at most'],
  ],
  rows: rows.map(({ articles, memory, memoryWithAdmin, publishMs, startMs, ...row }) => [
    ...[articles.toLocaleString('en'), milliseconds(startMs), amount(row.hits.list.perSecond.median)],
    ...[amount(row.hits.document.perSecond.median), amount(row.misses.list.perSecond.median)],
    ...[amount(row.misses.document.perSecond.median), milliseconds(publishMs), megabytes(memory.started)],
    ...[megabytes(memory.filled), orNone(memory.most, megabytes), orNone(memoryWithAdmin?.filled, megabytes)],
    orNone(memoryWithAdmin?.most, megabytes),
  ]),
  note: `Start: the median of ${options.starts}. Hits: all sizes in the same ${roundsOf(options)}.`,
});

const mixed = ({ addresses, clients, seconds, ...found }: Mixed): Table => ({
  title: `A mixed hour in a minute: ${clients} clients, ${addresses} addresses by Zipf’s law, 95 % reads, ${Math.round(seconds)} s`,
  head: ['', 'number', 'a second', 'p50', 'p99'],
  rows: (['hits', 'others', 'writes'] as const).map((name) => {
    const { count, p50, p99, perSecond } = found[name];
    return [name, count.toLocaleString('en'), amount(perSecond), milliseconds(p50), milliseconds(p99)];
  }),
  note: `${found.stale} stale answers, ${found.failures} failures.`,
});

const stampede = ({ aloneMs, clients, lastAnswerMs, list, loads }: Stampede): Table => ({
  title: `Stampede: ${clients} clients at the same moment, nothing in memory`,
  head: ['', 'loads', 'one client alone waits', 'the last of all waits', 'Payload’s own: the last of all'],
  rows: [
    ['page', loads.join(', '), milliseconds(aloneMs), milliseconds(lastAnswerMs), '–'],
    [
      'list of 10',
      '–',
      '–',
      milliseconds(list.houseMs),
      `${milliseconds(list.payloadMs)}, ${list.payloadFailures} failures`,
    ],
  ],
});

const kitchen = (rows: KitchenRow[]): Table => ({
  title: 'Readers while the kitchen works',
  head: [
    'meanwhile',
    'takes',
    'hits a second',
    'p50',
    'p99',
    'most',
    'misses: p50',
    'p99',
    'most',
    'failures',
  ],
  rows: rows.map(({ hits: hit, misses: miss, seconds, work }) => [
    ...[work, orNone(seconds, (value) => `${amount(value)} s`), amount(hit.perSecond)],
    ...[milliseconds(hit.latency.p50), milliseconds(hit.latency.p99), milliseconds(hit.latency.max)],
    ...[milliseconds(miss.latency.p50), milliseconds(miss.latency.p99), milliseconds(miss.latency.max)],
    String(hit.failures + miss.failures),
  ]),
});

const targets = (judged: Target[]): Table => ({
  title: 'Targets',
  head: ['what', 'wanted', 'found', ''],
  rows: judged.map(({ found, met, name, wanted }) => [name, wanted, found, met ? '✓' : '✕']),
});

/** Of everything that was measured, the targets first. */
export function tablesOf({ options, parts, targets: judged }: Results): Table[] {
  return [
    ...(judged.length > 0 ? [targets(judged)] : []),
    ...(parts.hits ? [hits(parts.hits, options), asking(parts.hits)] : []),
    ...(parts.misses ? [misses(parts.misses)] : []),
    ...(parts.visible ? [visible(parts.visible)] : []),
    ...(parts.growth ? [growth(parts.growth, options)] : []),
    ...(parts.mixed ? [mixed(parts.mixed)] : []),
    ...(parts.stampede ? [stampede(parts.stampede)] : []),
    ...(parts.kitchen ? [kitchen(parts.kitchen)] : []),
  ];
}
