// helper MONGO: replace this file
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
export async function lockLedgerHead(adapter: MongooseAdapter, transactionId: string): Promise<void> {
  const session = adapter.sessions[transactionId];
  await adapter.connection.collection<{ _id: string; turn: number }>('ledger-head').updateOne({ _id: 'head' }, { $inc: { turn: 1 } }, { session, upsert: true });
}
