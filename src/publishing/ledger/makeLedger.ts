/** Makes the ledger where there is none: what was public before it stood gets its first record. */
import { createLocalReq, type Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { recordDocuments } from './appendPublications.js';
import { eachPublic } from './publicState.js';
import { recordedCollections } from './recordedCollections.js';

const marker = 'ledger';
const batchSize = 25;

export const firstRecordReason = 'It was public before the ledger was made.';

async function recordAll(payload: Payload, collection: CollectionKey, ids: readonly string[]): Promise<void> {
  const req = await createLocalReq({ context: { publicationReason: firstRecordReason } }, payload);
  const transaction = await payload.db.beginTransaction();
  if (transaction !== null && transaction !== undefined) req.transactionID = transaction;
  try {
    await recordDocuments(
      { payload, req },
      ids.map((id) => ({ collection, id })),
    );
    if (req.transactionID !== undefined) await payload.db.commitTransaction(transaction as string);
  } catch (error) {
    if (req.transactionID !== undefined) await payload.db.rollbackTransaction(transaction as string);
    throw error;
  }
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
