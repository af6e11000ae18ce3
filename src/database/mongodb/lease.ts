/** Leases: one of several processes holds a name for a while. One atomic update decides who. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';

interface Lease {
  name: string;
  holder: string;
  /** Milliseconds after which another process may take over. */
  forMs: number;
}

interface LeaseRow {
  _id: string;
  holder: string;
  expiresAt: Date;
}

const duplicateKey = 11000;

/** Takes or renews the lease; false when another process holds it. */
export async function holdLease(payload: Payload, { forMs, holder, name }: Lease): Promise<boolean> {
  const { connection } = payload.db as unknown as MongooseAdapter;
  const now = new Date();
  try {
    await connection
      .collection<LeaseRow>('leases')
      .updateOne(
        { _id: name, $or: [{ holder }, { expiresAt: { $lte: now } }] },
        { $set: { holder, expiresAt: new Date(now.getTime() + forMs) } },
        { upsert: true },
      );
    return true;
  } catch (error) {
    // the row exists and is held: the upsert then collides with it
    if ((error as { code?: number }).code === duplicateKey) return false;
    throw error;
  }
}
