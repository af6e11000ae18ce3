/**
 * Notices when the server has undone a transaction. Payload then rolls it back on most ways, but not on all: after a conflict,
 * its login first writes once more, which fails, and leaves the transaction open. The turn to write must not hang on that.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { isWriteConflict } from '../retryWriteConflicts.js';

type TransactionId = null | number | string | undefined;
type Operation = (args: {
  req?: { transactionID?: TransactionId | Promise<TransactionId> };
}) => Promise<unknown>;

/** Every method of the adapter that works in the transaction of a request. */
const operations = [
  ...['count', 'countGlobalVersions', 'countVersions', 'create', 'createGlobal', 'createGlobalVersion'],
  ...['createVersion', 'deleteMany', 'deleteOne', 'deleteVersions', 'find', 'findDistinct', 'findGlobal'],
  ...['findGlobalVersions', 'findOne', 'findVersions', 'queryDrafts', 'updateGlobal', 'updateGlobalVersion'],
  ...['updateJobs', 'updateMany', 'updateOne', 'updateVersion'],
] as const;

/** Calls `undo` with the id of each transaction in which an operation failed so that the server has undone it all. */
export function reportConflicts(
  adapter: MongooseAdapter,
  undo: (id: string, conflict: unknown) => Promise<void>,
): void {
  const methods = adapter as unknown as Record<string, Operation>;
  for (const name of operations) {
    const operate = (methods[name] as Operation).bind(adapter);
    methods[name] = async (args) => {
      try {
        return await operate(args);
      } catch (error) {
        if (isWriteConflict(error)) await undo(String(await args.req?.transactionID), error);
        throw error;
      }
    };
  }
}
