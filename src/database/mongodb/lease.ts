/**
 * Leases: one of several processes holds a name for a while. One atomic update decides who. Times are those of the process that
 * asks, so the clocks of the servers should agree to within a fraction of the lease.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Binary, Filter, UpdateFilter } from 'mongodb';
import type { Payload } from 'payload';

type Connection = MongooseAdapter['connection'];

export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Milliseconds after which another process may take over. */
  readonly forMs: number;
  /** The database session that the holder works in, so that whoever takes over after its death can end what it left open. */
  readonly session?: Binary;
}

export interface LeaseRow {
  _id: string;
  holder: string;
  expiresAt: Date;
  session?: Binary;
  /** Who is next, for a name that many ask for; see `claimLease`. */
  reservedFor?: string;
  reservedUntil?: Date;
}

export type Claim =
  /** `isNext`: nobody else gets it before, as long as this one goes on asking. */
  | { readonly isHeld: false; readonly isNext: boolean }
  /** `lapsed`: whose lease it was, if it ran out without being given back. */
  | { readonly isHeld: true; readonly lapsed?: LeaseRow };

export const leaseCollection = 'leases';
const duplicateKey = 11000;

// Longer than the pauses of whoever polls, so that a reservation only lapses when its owner is gone.
const reservationMs = 200;

const released = new Date(0);

// Turns are many and short, and a lost one costs conflicts only: no waiting for other members of the replica set.
const quickly = { writeConcern: { w: 1 } } as const;

const leasesOf = (connection: Connection) => connection.collection<LeaseRow>(leaseCollection);
const inFuture = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Writes the row where `filter` says that it may be taken, or makes it; answers the row before, or false when it is taken. */
async function upsert(
  connection: Connection,
  filter: Filter<LeaseRow>,
  update: UpdateFilter<LeaseRow>,
  options: typeof quickly | object = {},
): Promise<LeaseRow | null | false> {
  try {
    return await leasesOf(connection).findOneAndUpdate(filter, update, {
      ...options,
      returnDocument: 'before',
      upsert: true,
    });
  } catch (error) {
    // the row exists and is held: the upsert then collides with it
    if ((error as { code?: number }).code === duplicateKey) return false;
    throw error;
  }
}

/** Takes or renews the lease; false when another process holds it. */
export async function holdLease(payload: Payload, { forMs, holder, name }: Lease): Promise<boolean> {
  const { connection } = payload.db as unknown as MongooseAdapter;
  const now = new Date();
  const before = await upsert(
    connection,
    { _id: name, $or: [{ holder }, { expiresAt: { $lte: now } }] },
    { $set: { holder, expiresAt: inFuture(now, forMs) } },
  );
  return before !== false;
}

/**
 * Takes the lease for a holder that asks again until it gets it, and says whose lease had run out without being given back.
 * When another has it, the next turn is kept for this holder while it goes on asking, unless somebody else came first: so a
 * process with many writers cannot shut out others.
 */
export async function claimLease(connection: Connection, lease: Lease): Promise<Claim> {
  const { forMs, holder, name, session } = lease;
  const now = new Date();
  const isKeptForOther = { reservedUntil: { $gt: now }, reservedFor: { $ne: holder } };
  const before = await upsert(
    connection,
    { _id: name, $or: [{ holder }, { expiresAt: { $lte: now }, $nor: [isKeptForOther] }] },
    {
      $set: { holder, expiresAt: inFuture(now, forMs), ...(session ? { session } : {}) },
      $unset: { reservedFor: '', reservedUntil: '', ...(session ? {} : { session: '' }) },
    },
    quickly,
  );
  if (before === false) return { isHeld: false, isNext: await reserve(connection, lease, now) };
  const hasLapsed = before !== null && before.holder !== holder && before.expiresAt > released;
  return hasLapsed ? { isHeld: true, lapsed: before } : { isHeld: true };
}

async function reserve(connection: Connection, { holder, name }: Lease, now: Date): Promise<boolean> {
  const { matchedCount } = await leasesOf(connection).updateOne(
    { _id: name, $nor: [{ reservedUntil: { $gt: now }, reservedFor: { $ne: holder } }] },
    { $set: { reservedFor: holder, reservedUntil: inFuture(now, reservationMs) } },
    quickly,
  );
  return matchedCount === 1;
}

/** Keeps a lease that is held; false when it was lost, because it had run out and another took it. */
export async function renewLease(connection: Connection, { forMs, holder, name }: Lease): Promise<boolean> {
  const expiresAt = inFuture(new Date(), forMs);
  const { matchedCount } = await leasesOf(connection).updateOne(
    { _id: name, holder },
    { $set: { expiresAt } },
    quickly,
  );
  return matchedCount === 1;
}

/** Gives the lease back, for the next to take at once. Harmless when it is not held. */
export async function releaseLease(
  connection: Connection,
  { holder, name }: Pick<Lease, 'holder' | 'name'>,
): Promise<void> {
  await leasesOf(connection).updateOne({ _id: name, holder }, { $set: { expiresAt: released } }, quickly);
}

/** Lets the next one have it at once. Does nothing when another process holds it. */
export async function dropLease(payload: Payload, { holder, name }: Omit<Lease, 'forMs'>): Promise<void> {
  const { connection } = payload.db as unknown as MongooseAdapter;
  await connection
    .collection<LeaseRow>('leases')
    .updateOne({ _id: name, holder }, { $set: { expiresAt: new Date(0) } });
}
