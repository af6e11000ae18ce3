/**
 * The ledger is one sequence: two transactions that append behind the same record must not both commit. MongoDB compares what
 * transactions write, not what they read, so each of them writes one and the same document.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { TransactionEndedError } from './errors.js';

interface LedgerHead {
  _id: string;
  turn: number;
}

export const ledgerHeadCollection = 'ledger-head';

/**
 * Makes the transaction one that appends to the ledger. Of two that overlap, the later fails, here or when it commits, with a
 * write conflict (code 112, label TransientTransactionError). Throws `TransactionEndedError` outside of a running transaction.
 */
export async function lockLedgerHead(adapter: MongooseAdapter, transactionId: string): Promise<void> {
  const session = adapter.sessions[transactionId];
  if (!session) throw new TransactionEndedError('is not known here');
  await adapter.connection
    .collection<LedgerHead>(ledgerHeadCollection)
    .updateOne({ _id: 'head' }, { $inc: { turn: 1 } }, { session, upsert: true });
}
