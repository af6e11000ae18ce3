/** The ledger as JSON Lines: what another program needs to recompute every hash. */
import type { Payload } from 'payload';
import { eachRecord, type RecordRange } from './readRecords.js';
import { canonicalJson } from './record.js';

/** One line per record, in order: canonical JSON of everything in it, the snapshot as the text that was hashed. */
export async function* exportLedger(
  payload: Payload,
  range: Pick<RecordRange, 'from' | 'to'>,
): AsyncGenerator<string> {
  for await (const record of eachRecord({ payload }, range)) {
    const { act, actor, approvals, collectionSlug, contentHash, createdAt, documentId, hash, id } = record;
    const { locales, path, position, previousHash, reason, snapshot, target } = record;
    yield canonicalJson({
      ...{ act, actor, approvals, collectionSlug, contentHash, createdAt, documentId, hash, id },
      ...{ locales, path, position, previousHash, reason, snapshot, target },
    });
  }
}
