/** Rows that the product derives for itself, many at a time: past Payload's fields and past everything that hears writes. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { DrizzleAdapter } from '@payloadcms/drizzle';
import type { CollectionSlug, Payload } from 'payload';
import type { OpenPlace } from './inTransaction.js';

/** As the collection names its fields, all of them texts, numbers or null. */
interface PlainRow {
  id: string;
}

interface Rows {
  collection: CollectionSlug;
  rows: readonly PlainRow[];
  /** The id of the running transaction. */
  transaction: string;
}

/** How many go in one statement. */
const atOnce = 500;

async function insertOnMongodb(adapter: MongooseAdapter, { collection, rows, transaction }: Rows) {
  const documents = rows.map(({ id, ...row }) => ({ _id: id, ...row }));
  const session = adapter.sessions[transaction];
  await adapter.collections[collection]?.collection.insertMany(documents as never[], { session });
}

async function insertOnSqlite(adapter: DrizzleAdapter, { collection, rows, transaction }: Rows) {
  const tableName = adapter.tableNameMap.get(collection.replaceAll('-', '_')) as string;
  const db = adapter.sessions[transaction]?.db as DrizzleAdapter['drizzle'];
  await adapter.insert({ db, tableName, values: rows.map((row) => ({ ...row })) });
}

const insert = ({ db }: Payload, rows: Rows): Promise<void> =>
  db.name === 'mongoose'
    ? insertOnMongodb(db as unknown as MongooseAdapter, rows)
    : insertOnSqlite(db as unknown as DrizzleAdapter, rows);

/** Inserts all of them inside the transaction of `req`, into a collection that nobody hears. */
export async function insertRows(
  { payload, req }: OpenPlace,
  collection: CollectionSlug,
  rows: readonly PlainRow[],
): Promise<void> {
  const transaction = String(await req.transactionID);
  for (let start = 0; start < rows.length; start += atOnce)
    await insert(payload, { collection, rows: rows.slice(start, start + atOnce), transaction });
}
