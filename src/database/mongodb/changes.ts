/**
 * What was written, for the other processes that answer from memory: one row for each announcement of writes, made in their
 * transaction. The positions have no gaps and are in the order of the commits: of two transactions that count at the same time,
 * one fails, as behind the ledger.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { ClientSession } from 'mongodb';
import type { WrittenDocument } from '../tap.js';

export type Connection = MongooseAdapter['connection'];

/** What a process tells the others. */
export interface Change {
  /** In no other row; a transaction that was undone leaves none. */
  readonly key: string;
  /** `*` as a collection stands for everything. */
  readonly documents: readonly WrittenDocument[];
}

export interface ChangeRow extends Change {
  /** Its position. */
  readonly _id: number;
}

interface Head {
  _id: 'head';
  position: number;
}

export const changeCollection = 'changes';
export const changeHeadCollection = 'changes-head';

/** Who has missed more than these forgets everything. */
const keptRows = 10_000;
const trimmedEvery = 500;

/** From the primary, and as of the last write that a majority has. */
export const reliably = { readConcern: { level: 'majority' }, readPreference: 'primary' } as const;

const changesOf = (connection: Connection) => connection.collection<ChangeRow>(changeCollection);
const headOf = (connection: Connection) => connection.collection<Head>(changeHeadCollection);

/** Adds a row, inside the transaction of `session` when there is one; answers its position. */
export async function addChange(
  connection: Connection,
  { documents, key }: Change,
  session?: ClientSession,
): Promise<number> {
  const head = await headOf(connection).findOneAndUpdate(
    { _id: 'head' },
    { $inc: { position: 1 } },
    { returnDocument: 'after', session, upsert: true },
  );
  if (!head) throw new Error('The changes cannot be counted.');
  await changesOf(connection).insertOne({ _id: head.position, documents, key }, { session });
  return head.position;
}

/** The position of the last one. */
export async function lastChange(connection: Connection, session?: ClientSession): Promise<number> {
  const head = await headOf(connection).findOne({ _id: 'head' }, { ...reliably, session });
  return head?.position ?? 0;
}

/** Those after `position` up to `last`, in their order. Null when some of them are not there any more. */
export async function changesBetween(
  connection: Connection,
  { last, position }: { position: number; last: number },
  session: ClientSession,
): Promise<ChangeRow[] | null> {
  if (last === position) return [];
  const rows = await changesOf(connection)
    .find({ _id: { $gt: position, $lte: last } }, { ...reliably, session })
    .sort({ _id: 1 })
    .toArray();
  return rows.length === last - position ? rows : null;
}

/** Removes what nobody needs, now and then: `position` is that of the last of `count` rows just added. */
export async function trimChanges(
  connection: Connection,
  { count, position }: { count: number; position: number },
): Promise<void> {
  if (position % trimmedEvery >= count) return;
  await changesOf(connection).deleteMany({ _id: { $lte: position - keptRows } });
}
