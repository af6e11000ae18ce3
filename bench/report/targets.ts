/** Holds what was measured against what issue 8 asks for. What was not measured is not judged. */
import { spreadOf } from '../machine/numbers.js';
import type { GrowthRow } from '../parts/growth.js';
import type { HitRow } from '../parts/hits.js';
import type { KitchenRow } from '../parts/kitchen.js';
import type { MissRow } from '../parts/misses.js';
import type { Mixed } from '../parts/mixed.js';
import { timesAsFast } from '../parts/rounds.js';
import type { Stampede } from '../parts/stampede.js';
import type { Visible } from '../parts/visible.js';
import type { Run, Target } from './results.js';

const rounded = (value: number, digits = 2) => value.toFixed(digits);

function ofHits(rows: HitRow[]): Target[] {
  const [worst] = rows.toSorted((one, other) => one.shareOfBare - other.shareOfBare);
  const list = rows.find(({ question }) => question === 'list of 10');
  const passed = rows.filter(({ areHits }) => !areHits);
  const share = worst && {
    name: 'hits against bare node:http',
    wanted: '≥ 0.9 for each question',
    found: `${rounded(worst.shareOfBare)} (${worst.question})${passed.length > 0 ? '; not all are hits' : ''}`,
    met: worst.shareOfBare >= 0.9 && passed.length === 0,
  };
  const times = list?.timesPayload && {
    name: 'a list of 10 against Payload’s own REST',
    wanted: '≥ 100 ×',
    found: `${rounded(list.timesPayload, 0)} ×`,
    met: list.timesPayload >= 100,
  };
  return [share, times].filter((each): each is Target => Boolean(each));
}

function ofMisses(rows: MissRow[]): Target[] {
  const compared = rows.flatMap(({ question, timesPayload, timesPayloadTogether }) =>
    timesPayload === null
      ? []
      : [{ question, times: Math.min(timesPayload, timesPayloadTogether ?? timesPayload) }],
  );
  const [worst] = compared.toSorted((one, other) => one.times - other.times);
  if (!worst) return [];
  const found = `${rounded(worst.times)} × its speed (${worst.question})`;
  return [{ name: 'misses against Payload’s own', wanted: 'no slower', found, met: worst.times >= 1 }];
}

function ofVisible(rows: Visible[]): Target[] {
  return rows.map(({ processes, stale, unseen, visible }) => ({
    name: `publish to visible, ${processes} ${processes === 1 ? 'process' : 'processes'}`,
    wanted: '≤ 50 ms, nothing stale',
    found: `${Number.isFinite(visible.max) ? `at most ${rounded(visible.max, 1)} ms` : 'never seen'}; ${stale} stale, ${unseen} not seen`,
    met: visible.max <= 50 && stale === 0 && unseen === 0,
  }));
}

function flat(name: string, values: number[]): Target {
  const { high, low } = spreadOf(values);
  const found = `${rounded((high / low - 1) * 100, 0)} % between the lowest and the highest`;
  return { name, wanted: 'within 10 %', found, met: high / low <= 1.1 };
}

/** Each size against the smallest in the same rounds. */
function againstSmallest(rows: GrowthRow[], kind: keyof GrowthRow['hits']): number[] {
  const smallest = rows[0]?.hits[kind];
  return smallest ? rows.map(({ hits }) => timesAsFast(hits[kind], smallest)) : [];
}

function ofGrowth(rows: GrowthRow[]): Target[] {
  const largest = rows.at(-1);
  if (rows.length < 2 || !largest) return [];
  const megabytes = (most: number, name: string, found: number): Target => ({
    ...{ name: `memory ${name}, ${largest.articles} articles`, wanted: `< ${most} MB` },
    ...{ found: `${rounded(found, 0)} MB`, met: found < most },
  });
  const { memory, memoryWithAdmin } = largest;
  return [
    flat('hits of a list, from the smallest to the largest', againstSmallest(rows, 'list')),
    flat('hits of a document', againstSmallest(rows, 'document')),
    flat(
      'start',
      rows.map(({ startMs }) => startMs),
    ),
    megabytes(350, 'without the admin', memory.filled),
    ...(memoryWithAdmin ? [megabytes(550, 'with the admin', memoryWithAdmin.filled)] : []),
  ];
}

function ofStampede({ clients, failures, loads }: Stampede): Target[] {
  const found = `${Math.max(...loads)} at most in ${loads.length} tries; ${failures} failures`;
  const met = loads.every((count) => count === 1) && failures === 0;
  return [{ name: `loads for ${clients} clients on a cold key`, wanted: '1', found, met }];
}

const ofMixed = ({ failures, stale }: Mixed): Target[] => [
  {
    name: 'mixed hour',
    wanted: 'nothing stale',
    found: `${stale} stale, ${failures} failures`,
    met: stale + failures === 0,
  },
];

function ofKitchen([quiet, ...rows]: KitchenRow[]): Target[] {
  if (!quiet) return [];
  return rows.map(({ hits, misses, work }) => {
    const slower = hits.latency.p99 / quiet.hits.latency.p99;
    const share = hits.perSecond / quiet.hits.perSecond;
    return {
      name: `readers while: ${work}`,
      wanted: 'hits: p99 ≤ 3 ×, ≥ half as many; misses: p99 < 300 ms',
      found: `p99 ${rounded(slower, 1)} ×, ${rounded(share * 100, 0)} %; ${rounded(misses.latency.p99, 0)} ms`,
      met: slower <= 3 && share >= 0.5 && misses.latency.p99 < 300,
    };
  });
}

/** Those of everything that was measured. */
export function judge({ parts }: Run): Target[] {
  const { growth, hits, kitchen, misses, mixed, stampede, visible } = parts;
  return [
    ...(hits ? ofHits(hits) : []),
    ...(misses ? ofMisses(misses) : []),
    ...(visible ? ofVisible(visible) : []),
    ...(growth ? ofGrowth(growth) : []),
    ...(mixed ? ofMixed(mixed) : []),
    ...(stampede ? ofStampede(stampede) : []),
    ...(kitchen ? ofKitchen(kitchen) : []),
  ];
}
