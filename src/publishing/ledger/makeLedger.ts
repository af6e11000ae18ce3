/** Makes the ledger where there is none: what was public before it stood gets its first record. */
import type { Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { inTransaction } from '../../database/inTransaction.js';
import { recordDocuments } from './appendPublications.js';
import { eachPublic } from './publicState.js';
import { recordedCollections } from './recordedCollections.js';

const marker = 'ledger';
const batchSize = 25;

export const firstRecordReason = 'It was public before the ledger was made.';

function recordAll(payload: Payload, collection: CollectionKey, ids: readonly string[]): Promise<void> {
  const subjects = ids.map((id) => ({ collection, id }));
  return inTransaction(payload, (place) => recordDocuments(place, subjects), {
    publicationReason: firstRecordReason,
  });
}

/**
 * Appends a record for everything that is public and has none, unless that has been done in this database before. Begun
 * again after a break it goes on where it stopped. Call it before anybody can write.
 */
export async function makeLedger(payload: Payload): Promise<void> {
  if (await payload.kv.has(marker)) return;
  for (const collection of recordedCollections) {
    let ids: string[] = [];
    for await (const { id } of eachPublic(payload, collection)) {
      ids.push(id);
      if (ids.length < batchSize) continue;
      await recordAll(payload, collection, ids);
      ids = [];
    }
    if (ids.length > 0) await recordAll(payload, collection, ids);
  }
  await payload.kv.set(marker, { madeAt: new Date().toISOString() });
}
