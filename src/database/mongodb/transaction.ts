/**
 * One transaction, from the turn to write until its end. A watchdog ends it when whoever began it never comes back: others wait
 * for its turn, and what it wrote conflicts with them.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { TransactionEndedError } from './errors.js';
import type { EndTurn } from './writerTurns.js';

type Session = MongooseAdapter['sessions'][string];

export interface TransactionParts {
  readonly session: Session;
  readonly endTurn: EndTurn;
  /** A transaction that sends the server nothing for so many milliseconds is taken for abandoned. */
  readonly idleMs: number;
  readonly onAbandoned: (idleMs: number) => void;
}

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

export class MongodbTransaction {
  readonly #parts: TransactionParts;
  readonly #watchdog: NodeJS.Timeout;
  #ending: string | undefined;
  #lastUse: number | undefined;
  #lastUsedAt = performance.now();

  /** Takes over a session in which a transaction has been started. */
  constructor(parts: TransactionParts) {
    this.#parts = parts;
    this.#lastUse = parts.session.serverSession?.lastUse;
    this.#watchdog = setInterval(() => this.#endIfAbandoned(), Math.max(10, parts.idleMs / 4));
    this.#watchdog.unref();
  }

  /** What operations run in. Throws once the transaction has ended: Payload would carry them out outside of any. */
  get session(): Session {
    const { session } = this.#parts;
    if (this.#ending === undefined && !session.inTransaction()) this.#ending = 'has ended on the server';
    if (this.#ending !== undefined) throw new TransactionEndedError(this.#ending);
    return session;
  }

  /** Resolves when everything is stored for good; rejects when the server refuses, or nobody knows. The turn ends either way. */
  async commit(): Promise<void> {
    try {
      const { session } = this;
      this.#ending = 'was committed';
      await commit(session);
    } catch (error) {
      if (!(error instanceof TransactionEndedError)) this.#ending = 'failed when it was to be committed';
      throw error;
    } finally {
      await this.#close();
    }
  }

  /** Undoes everything. Harmless on a transaction that has ended. */
  async rollback(reason = 'was rolled back'): Promise<void> {
    this.#ending ??= reason;
    // What the server cannot be told it finds out itself: it undoes what is not committed within a minute.
    if (this.#parts.session.inTransaction())
      await this.#parts.session.abortTransaction().catch(() => undefined);
    await this.#close();
  }

  async #close(): Promise<void> {
    clearInterval(this.#watchdog);
    await this.#parts.session.endSession().catch(() => undefined);
    await this.#parts.endTurn();
  }

  #endIfAbandoned(): void {
    const lastUse = this.#parts.session.serverSession?.lastUse;
    if (lastUse !== this.#lastUse) {
      this.#lastUse = lastUse;
      this.#lastUsedAt = performance.now();
    }
    const idleFor = performance.now() - this.#lastUsedAt;
    if (idleFor < this.#parts.idleMs) return;
    this.#parts.onAbandoned(idleFor);
  }
}
