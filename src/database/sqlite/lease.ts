/** Leases on SQLite, for servers that share one file: as in mongodb/lease.ts, one of them holds a name for a while. */
import type { Payload, PayloadRequest } from 'payload';

interface Lease {
  name: string;
  holder: string;
  /** Milliseconds after which another process may take over. */
  forMs: number;
  /** True for a holder whose process is known to have ended. */
  isGone?(holder: string): boolean;
}

interface LeaseRow {
  id: string;
  data: { holder: string; expiresAt: number };
}

const keyOf = (name: string) => `lease:${name}`;

/** Runs `work` alone: SQLite has one writer, whichever process it is in. */
async function alone<T>(payload: Payload, work: (req: Partial<PayloadRequest>) => Promise<T>): Promise<T> {
  const transactionID = (await payload.db.beginTransaction()) as string;
  try {
    const result = await work({ transactionID });
    await payload.db.commitTransaction(transactionID);
    return result;
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID);
    throw error;
  }
}

function findRow(payload: Payload, name: string, req: Partial<PayloadRequest>): Promise<LeaseRow | null> {
  const where = { key: { equals: keyOf(name) } };
  return payload.db.findOne<never>({ collection: 'payload-kv', req, where }) as Promise<LeaseRow | null>;
}

/** Takes or renews the lease; false when another process holds it. */
export function holdLease(payload: Payload, { forMs, holder, isGone, name }: Lease): Promise<boolean> {
  return alone(payload, async (req) => {
    const row = await findRow(payload, name, req);
    const isFree = !row || row.data.holder === holder || row.data.expiresAt <= Date.now();
    if (!isFree && !isGone?.(row.data.holder)) return false;
    const data = { data: { holder, expiresAt: Date.now() + forMs } };
    if (row) await payload.db.updateOne({ collection: 'payload-kv', id: row.id, data, req });
    else await payload.db.create({ collection: 'payload-kv', data: { key: keyOf(name), ...data }, req });
    return true;
  });
}

/** Lets the next one have it at once. Does nothing when another process holds it. */
export async function dropLease(payload: Payload, { holder, name }: Omit<Lease, 'forMs'>): Promise<void> {
  await alone(payload, async (req) => {
    const row = await findRow(payload, name, req);
    if (row?.data.holder !== holder) return;
    await payload.db.updateOne({
      ...{ collection: 'payload-kv', id: row.id, req },
      data: { data: { holder, expiresAt: 0 } },
    });
  });
}
