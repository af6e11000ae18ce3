/**
 * Commits on MongoDB: asks again when the server's answer got lost, and leaves no session behind when it refuses.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';

type TransactionId = number | string | Promise<number | string>;
type Session = MongooseAdapter['sessions'][string];

const maxCommits = 3;

function isResultUnknown(error: unknown): boolean {
  const labelled = error as { hasErrorLabel?: (label: string) => boolean } | null;
  return labelled?.hasErrorLabel?.('UnknownTransactionCommitResult') === true;
}

async function commit(session: Session): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      // Committing twice is safe: the server answers the second as it would have answered the first.
      if (attempt === maxCommits || !isResultUnknown(error)) throw error;
    }
  }
}

/** Makes `adapter` commit so that a failure always rejects and always frees the session. */
export function installCommit(adapter: MongooseAdapter): void {
  adapter.commitTransaction = async (given: TransactionId) => {
    const id = String(await given);
    const session = adapter.sessions[id];
    if (!session) return;
    delete adapter.sessions[id];
    try {
      if (session.inTransaction()) await commit(session);
    } finally {
      await session.endSession();
    }
  };
}
