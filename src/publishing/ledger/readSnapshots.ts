/** What was public at a position of the ledger, as the snapshots have it. Two queries a question, however long the ledger is. */
import type { CollectionSlug, Payload, Where } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import type { Row } from './publicState.js';
import type { Publication } from './record.js';
import type { Span } from './spans.js';

/** Documents by id, by their keys (`spanKeyOf`), or every one. */
export type WhichDocuments = { ids: readonly string[] } | { keys: readonly string[] } | 'all';

export interface SnapshotQuestion {
  collection: CollectionKey;
  position: number;
  which: WhichDocuments;
}

const spans = 'publication-spans' as CollectionSlug;

function named(which: WhichDocuments): Where[] {
  if (which === 'all') return [];
  return ['ids' in which ? { documentId: { in: [...which.ids] } } : { key: { in: [...which.keys] } }];
}

async function positionsOf(
  payload: Payload,
  { collection, position, which }: SnapshotQuestion,
): Promise<number[]> {
  const { docs } = await payload.db.find<Span>({
    ...{ collection: spans, limit: 0, pagination: false, select: { from: true } },
    where: {
      and: [
        { collectionSlug: { equals: collection } },
        ...named(which),
        { from: { less_than_equal: position } },
        { to: { greater_than: position } },
      ],
    },
  });
  return docs.map(({ from }) => from);
}

/**
 * The rows, in all their languages, that were public at a position, in no particular order. Languages and effective dates
 * are left to the caller. What has been redacted is not there.
 */
export async function readSnapshots(payload: Payload, question: SnapshotQuestion): Promise<Row[]> {
  const positions = await positionsOf(payload, question);
  if (positions.length === 0) return [];
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 0, pagination: false, select: { snapshot: true } },
    where: { position: { in: positions } },
  });
  return docs.flatMap(({ snapshot }) => (snapshot ? [JSON.parse(snapshot) as Row] : []));
}

/**
 * The last moment (ISO 8601) at which this position was the last of the ledger: now, or one millisecond before the next
 * record, but never before its own. Null when there is no such position.
 */
export async function lastMomentOf(payload: Payload, position: number): Promise<string | null> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 2, pagination: false, sort: 'position' },
    select: { createdAt: true, position: true },
    where: { position: { in: [position, position + 1] } },
  });
  const [own, next] = docs;
  if (own?.position !== position) return null;
  const begun = new Date(own.createdAt).getTime();
  const ended = next ? new Date(next.createdAt).getTime() - 1 : Date.now();
  return new Date(Math.max(begun, ended)).toISOString();
}
