/** Notes which public documents are not what their last record says, and whose references do not follow from them. */
import type { CollectionSlug, Payload } from 'payload';
import type { CollectionKey } from '../../../../collections/access/accessTable.js';
import { eachPublic, type Row } from '../publicState.js';
import { canonicalJson, contentHashOf } from '../record.js';
import { recordedCollections } from '../recordedCollections.js';
import { type Reference, referencesIn } from '../references.js';
import type { Standing } from './glanceAtSpans.js';
import { ByDocument } from './suspects.js';

const references = 'publication-references' as CollectionSlug;
const batchSize = 100;
const referencesAtOnce = 1_000;

const targets = (of: readonly Reference[]) =>
  of.map(({ toCollection, toId }) => `${toCollection} ${toId}`).sort();

/** True when both lead to the same documents, each once. */
export function leadToTheSame(stored: readonly Reference[], expected: readonly Reference[]): boolean {
  const [some, others] = [targets(stored), targets(expected)];
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

interface Glance {
  payload: Payload;
  standings: ByDocument<Standing>;
  suspects: ByDocument<true>;
  say(finding: string): void;
}

async function glanceAtReferences(
  { payload, suspects }: Glance,
  collection: CollectionKey,
  rows: readonly Row[],
) {
  const { docs } = await payload.db.find<Reference>({
    ...{ collection: references, limit: 0, pagination: false },
    where: {
      and: [{ fromCollection: { equals: collection } }, { fromId: { in: rows.map(({ id }) => id) } }],
    },
  });
  for (const row of rows) {
    const stored = docs.filter(({ fromId }) => fromId === row.id);
    if (!leadToTheSame(stored, referencesIn(payload, collection, row)))
      suspects.set({ collection, id: row.id }, true);
  }
}

async function glanceAtCollection(glance: Glance, collection: CollectionKey, seen: ByDocument<true>) {
  let rows: Row[] = [];
  for await (const row of eachPublic(glance.payload, collection)) {
    const subject = { collection, id: row.id };
    seen.set(subject, true);
    if (contentHashOf(canonicalJson(row)) !== glance.standings.get(subject)?.contentHash)
      glance.suspects.set(subject, true);
    rows.push(row);
    if (rows.length < batchSize) continue;
    await glanceAtReferences(glance, collection, rows);
    rows = [];
  }
  if (rows.length > 0) await glanceAtReferences(glance, collection, rows);
}

/** Whoever is not public refers to nothing. */
async function glanceAtStrayReferences({ payload, suspects }: Glance, seen: ByDocument<true>): Promise<void> {
  for (let last = ''; ; ) {
    const { docs } = await payload.db.find<Reference & { id: string }>({
      ...{ collection: references, limit: referencesAtOnce, pagination: false, sort: 'id' },
      where: last ? { id: { greater_than: last } } : {},
    });
    for (const { fromCollection, fromId } of docs) {
      const subject = { collection: fromCollection, id: fromId };
      if (!seen.has(subject)) suspects.set(subject, true);
    }
    if (docs.length < referencesAtOnce) return;
    last = docs.at(-1)?.id ?? '';
  }
}

/** Answers how many documents are public. */
export async function glanceAtLive(glance: Glance): Promise<number> {
  const seen = new ByDocument<true>();
  for (const collection of recordedCollections) {
    try {
      await glanceAtCollection(glance, collection, seen);
    } catch (error) {
      glance.say(
        `The documents of ${collection} cannot all be read: ${(error as Error).message.split('\n')[0]}`,
      );
    }
  }
  for (const { subject, value } of glance.standings) {
    if (value.contentHash !== null && !seen.has(subject)) glance.suspects.set(subject, true);
  }
  await glanceAtStrayReferences(glance, seen);
  return seen.size;
}
