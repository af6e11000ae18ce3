/** The processes that answer from memory, in the database that they share: whoever writes sees here whom it has to tell. */
import type { ClientSession } from 'mongodb';
import { type Connection, reliably } from './changes.js';

export interface NodeRow {
  _id: string;
  /** Another with every sign of life, and never one that it had before, not even when its row was removed meanwhile. */
  beat: number;
  /** The last change that it has heard of. */
  position: number;
}

export const nodeCollection = 'nodes';

const nodesOf = (connection: Connection) => connection.collection<NodeRow>(nodeCollection);

// a majority must have it: a primary that is none any more must not say that all is well
const lastingly = { writeConcern: { w: 'majority' } } as const;

/** A sign of life: what is read afterwards in `session` is not older than it. Makes the row when it is not there. */
export async function signLife(
  connection: Connection,
  { _id, ...row }: NodeRow,
  session: ClientSession,
): Promise<void> {
  const change = { $set: row };
  await nodesOf(connection).updateOne({ _id }, change, { ...lastingly, session, upsert: true });
}

/** All but one. */
export const otherNodes = (connection: Connection, id: string): Promise<NodeRow[]> =>
  nodesOf(connection)
    .find({ _id: { $ne: id } }, reliably)
    .toArray();

/** For a process that uses its memory no more. */
export async function removeNode(connection: Connection, id: string): Promise<void> {
  await nodesOf(connection).deleteOne({ _id: id }, lastingly);
}

/** Removes those that have given no sign of life since they were read; answers them. */
export async function removeSilent(
  connection: Connection,
  rows: readonly NodeRow[],
): Promise<ReadonlySet<string>> {
  const removed = new Set<string>();
  for (const { _id, beat } of rows) {
    const { deletedCount } = await nodesOf(connection).deleteOne({ _id, beat }, lastingly);
    if (deletedCount === 1) removed.add(_id);
  }
  return removed;
}
