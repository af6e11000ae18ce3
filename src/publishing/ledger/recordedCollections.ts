/** What the ledger records: everything that is public or decides what is public. */
import { accessTable, type CollectionKey } from '../../../collections/access/accessTable.js';

const notRecorded = new Set<CollectionKey>([
  'users',
  'api-clients',
  'audit-log',
  'publications',
  'withdrawals',
]);

/** Rules, claims, licenses and redirects included: they are not public themselves, but pages depend on them. */
export const recordedCollections: readonly CollectionKey[] = (
  Object.keys(accessTable) as CollectionKey[]
).filter((slug) => !notRecorded.has(slug));

const recorded = new Set<string>(recordedCollections);

export function isRecorded(collection: string): collection is CollectionKey {
  return recorded.has(collection);
}
