/** What is public of a document, in all its languages: the row that readers see, or nothing. */
import type { Payload, PayloadRequest, Where } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { hasDrafts, hasLive } from '../../../collections/defineCollection.js';

export type Row = Record<string, unknown> & { id: string; updatedAt?: string };

export interface Place {
  payload: Payload;
  /** Inside its transaction, when given. */
  req?: PayloadRequest;
}

const batch = 100;

/** True for a row that readers see (by language and effective dates apart: those act when it is read). */
export function isPublic(collection: CollectionKey, row: Record<string, unknown>): boolean {
  if (row.deletedAt) return false;
  if (hasDrafts(collection)) return row._status === 'published';
  // a box that was emptied (null) is not ticked, and readers do not see it
  return !hasLive(collection) || row.live === true;
}

/** The row as it is stored, with every language, when it is public. */
export async function readPublicState(
  { payload, req }: Place,
  collection: CollectionKey,
  id: string,
): Promise<Row | null> {
  const row = await payload.db.findOne<Row>({
    ...{ collection: collection as 'articles', locale: 'all', req },
    where: { id: { equals: id } },
  });
  return row && isPublic(collection, row) ? plain(row) : null;
}

/** The rows of those of these documents that are public, as they are stored, with every language. */
export async function readPublicStates(
  { payload, req }: Place,
  collection: CollectionKey,
  ids: readonly string[],
): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    ...{ collection: collection as 'articles', limit: 0, locale: 'all', pagination: false, req },
    where: { id: { in: [...ids] } },
  });
  return docs.filter((row) => isPublic(collection, row)).map(plain);
}

/** Every public row of a collection, in the order of ids, read in batches: what is written meanwhile may or may not be in it. */
export async function* eachPublic(
  payload: Payload,
  collection: CollectionKey,
  req?: PayloadRequest,
): AsyncGenerator<Row> {
  for (let last = ''; ; ) {
    const where: Where = last ? { id: { greater_than: last } } : {};
    const { docs } = await payload.db.find<Row>({
      ...{ collection: collection as 'articles', limit: batch, locale: 'all', pagination: false, req, where },
      sort: 'id',
    });
    for (const row of docs) if (isPublic(collection, row)) yield plain(row);
    if (docs.length < batch) return;
    last = docs[docs.length - 1]?.id ?? '';
  }
}

/** JSON writes half characters (lone surrogates) as escapes; the ledger's canonical form knows none. */
const halfCharacters = /(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g;

/** As JSON would bring it back: dates of MongoDB become texts, what is undefined is left out, half characters become U+FFFD. */
const plain = (row: Row): Row => JSON.parse(JSON.stringify(row).replace(halfCharacters, '$1\ufffd')) as Row;
