/** Positions in the ledger and the moments that they stand for. */
import type { SQLiteAdapter as SqliteAdapter } from '@payloadcms/db-sqlite';
import type { DatabaseAdapter, Payload, PayloadRequest, Where } from 'payload';
import { unrecorded } from '../../freshness/reads.js';
import type { Publication } from './record.js';

/** The last record that satisfies `where`; null when there is none. */
export async function lastPublication(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  where: Where = {},
  fields?: readonly (keyof Publication)[],
): Promise<Publication | null> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 1, pagination: false, req, sort: '-position', where },
    select: fields && Object.fromEntries(fields.map((field) => [field, true as const])),
  });
  return docs[0] ?? null;
}

/** Where the ledger was last seen to end. It only grows, so the search for its end begins there and not among all records. */
const seenEnds = new WeakMap<DatabaseAdapter, number>();

/**
 * The record at the end of the ledger, with these fields of it; null while there is none. Never a guess: where nothing stands at
 * the end that was seen (it was of a transaction that came to nothing), all records are searched.
 */
export async function lastOfAll(
  place: { payload: Payload; req?: PayloadRequest },
  fields: readonly (keyof Publication)[],
): Promise<Publication | null> {
  const { db } = place.payload;
  const seen = seenEnds.get(db);
  const since = seen === undefined ? null : { position: { greater_than_equal: seen } };
  const found =
    (since && (await lastPublication(place, since, fields))) ?? (await lastPublication(place, {}, fields));
  if (found) seenEnds.set(db, found.position);
  return found;
}

/** Every answer asks for it twice, and composing the query would cost more than the query. */
async function latestOnSqlite({ client }: SqliteAdapter): Promise<number> {
  const { rows } = await client.execute(
    'SELECT "position" FROM "publications" ORDER BY "position" DESC LIMIT 1',
  );
  return Number(rows[0]?.position ?? 0);
}

/** The position of the last record; 0 while there is none. With `req` as its transaction sees it. */
export async function latestPosition(payload: Payload, req?: PayloadRequest): Promise<number> {
  if (payload.db.name === 'sqlite' && !req) return latestOnSqlite(payload.db as unknown as SqliteAdapter);
  // answers name it, and do not hang on it
  const last = await unrecorded(() => lastOfAll({ payload, req }, ['position']));
  return last?.position ?? 0;
}

/** The last position of a moment (ISO 8601); 0 when the ledger begins later. */
export async function positionAt(payload: Payload, at: string): Promise<number> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 1, pagination: false, select: { createdAt: true } },
    sort: '-createdAt',
    where: { createdAt: { less_than_equal: new Date(at).toISOString() } },
  });
  // times never run backwards along positions: of the records of that time, the last
  const [{ createdAt } = { createdAt: null }] = docs;
  if (createdAt === null) return 0;
  return (
    (await lastPublication({ payload }, { createdAt: { equals: createdAt } }, ['position']))?.position ?? 0
  );
}
