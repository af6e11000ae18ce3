/**
 * Leases: one of several processes holds a name for a while. One atomic update decides who. Times are those of the process that
 * asks, so the clocks of the servers should agree to within a fraction of the lease.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Filter, UpdateFilter } from 'mongodb';
import type { Payload } from 'payload';

type Connection = MongooseAdapter['connection'];

export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Milliseconds after which another process may take over. */
  readonly forMs: number;
}

export interface LeaseRow {
  _id: string;
  holder: string;
  expiresAt: Date;
  /** Who is next, for a name that many ask for; see `claimLease`. */
  reservedFor?: string;
  reservedUntil?: Date;
}

export const leaseCollection = 'leases';
const duplicateKey = 11000;

// Longer than the pauses of whoever polls, so that a reservation only lapses when its owner is gone.
const reservationMs = 200;

const leasesOf = (connection: Connection) => connection.collection<LeaseRow>(leaseCollection);
const inFuture = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Writes the row if it is free as `filter` says, or missing; false when another process holds it. */
async function upsert(
  connection: Connection,
  filter: Filter<LeaseRow>,
  update: UpdateFilter<LeaseRow>,
): Promise<boolean> {
  try {
    await leasesOf(connection).updateOne(filter, update, { upsert: true });
    return true;
  } catch (error) {
    // the row exists and is held: the upsert then collides with it
    if ((error as { code?: number }).code === duplicateKey) return false;
    throw error;
  }
}

/** Takes or renews the lease; false when another process holds it. */
export function holdLease(payload: Payload, { forMs, holder, name }: Lease): Promise<boolean> {
  const { connection } = payload.db as unknown as MongooseAdapter;
  const now = new Date();
  return upsert(
    connection,
    { _id: name, $or: [{ holder }, { expiresAt: { $lte: now } }] },
    { $set: { holder, expiresAt: inFuture(now, forMs) } },
  );
}

/**
 * Takes the lease for a holder that asks again until it gets it. False when another has it; then, unless somebody else came
 * first, the next turn is kept for this holder while it goes on asking. So a process with many writers cannot shut out others.
 */
export async function claimLease(connection: Connection, { forMs, holder, name }: Lease): Promise<boolean> {
  const now = new Date();
  const isKeptForOther = { reservedUntil: { $gt: now }, reservedFor: { $ne: holder } };
  const filter = { _id: name, $or: [{ holder }, { expiresAt: { $lte: now }, $nor: [isKeptForOther] }] };
  const taken = await upsert(connection, filter, {
    $set: { holder, expiresAt: inFuture(now, forMs) },
    $unset: { reservedFor: '', reservedUntil: '' },
  });
  if (taken) return true;
  await leasesOf(connection).updateOne(
    { _id: name, holder: { $ne: holder }, $nor: [isKeptForOther] },
    { $set: { reservedFor: holder, reservedUntil: inFuture(now, reservationMs) } },
  );
  return false;
}

/** Keeps a lease that is held; false when it was lost, because it had run out and another took it. */
export async function renewLease(connection: Connection, { forMs, holder, name }: Lease): Promise<boolean> {
  const expiresAt = inFuture(new Date(), forMs);
  const { matchedCount } = await leasesOf(connection).updateOne(
    { _id: name, holder },
    { $set: { expiresAt } },
  );
  return matchedCount === 1;
}

/** Gives the lease back, for the next to take at once. Harmless when it is not held. */
export async function releaseLease(
  connection: Connection,
  { holder, name }: Pick<Lease, 'holder' | 'name'>,
): Promise<void> {
  await leasesOf(connection).updateOne({ _id: name, holder }, { $set: { expiresAt: new Date(0) } });
}
