/** Puts a record at the end of the chain. */
import { randomUUID } from 'node:crypto';
import { lockLedgerHead } from '../../database/lockLedgerHead.js';
import type { TransactionRequest } from '../../database/tap.js';
import { lastOfAll } from './positions.js';
import type { Place } from './publicState.js';
import { firstPreviousHash, hashOf, type Publication, type PublicationDraft } from './record.js';

export interface Transaction extends Place {
  req: TransactionRequest;
}

/** What is needed of the last record to append behind it. */
export type Head = Pick<Publication, 'position' | 'hash' | 'createdAt'>;

/** The end of the chain, held by the transaction of `req` until that ends; null while the ledger is empty. */
export async function holdHead(place: Transaction): Promise<Head | null> {
  await lockLedgerHead(place.payload, place.req);
  return lastOfAll(place, ['position', 'hash', 'createdAt']);
}

/** Appends behind `head`, which the transaction holds. */
export async function appendBehind(
  head: Head | null,
  { payload, req }: Transaction,
  draft: PublicationDraft,
): Promise<Publication> {
  const now = new Date();
  const lastTime = new Date(head?.createdAt ?? 0);
  const said = {
    ...draft,
    position: (head?.position ?? 0) + 1,
    previousHash: head?.hash ?? firstPreviousHash,
    // a clock that was set back must not let time run backwards
    createdAt: (now < lastTime ? lastTime : now).toISOString(),
  };
  const publication: Publication = { id: randomUUID(), ...said, hash: hashOf(said) };
  const data = { ...publication, updatedAt: publication.createdAt };
  await payload.db.create({ collection: 'publications', data, req, returning: false });
  return publication;
}

/**
 * Appends one record at the end of the chain, inside the transaction of `req`. Answers it as it stands. Rejects, and leaves
 * the transaction to be rolled back, when another transaction has appended in the meantime.
 */
export async function appendRecord(place: Transaction, draft: PublicationDraft): Promise<Publication> {
  return appendBehind(await holdHead(place), place, draft);
}
