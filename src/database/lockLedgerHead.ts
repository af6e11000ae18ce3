/** Keeps two transactions from appending to the ledger behind the same record. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload, PayloadRequest } from 'payload';
import { lockLedgerHead as lockOnMongodb } from './mongodb/lockLedger.js';

/**
 * SQLite has one writer, so its transaction holds the head already. On MongoDB the transaction writes one document that
 * every other append writes too: of two that began behind the same record the second fails with a write conflict.
 */
export async function lockLedgerHead({ db }: Payload, req: PayloadRequest): Promise<void> {
  const id = await req.transactionID;
  if (db.name !== 'mongoose' || id === undefined) return;
  await lockOnMongodb(db as unknown as MongooseAdapter, String(id));
}
