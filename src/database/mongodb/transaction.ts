/**
 * One transaction, from the turn to write until its end. A watchdog reports it when whoever began it never comes back: others
 * wait for its turn, and what it wrote conflicts with them.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { TransactionEndedError } from './errors.js';
import type { EndTurn } from './writerTurns.js';

export type Session = MongooseAdapter['sessions'][string];

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
  #ended: TransactionEndedError | undefined;
  #lastUse: number | undefined;
  #lastUsedAt = performance.now();

  /** Takes over a session in which a transaction has been started. */
  constructor(parts: TransactionParts) {
    this.#parts = parts;
    this.#lastUse = parts.session.serverSession?.lastUse;
    this.#watchdog = setInterval(() => this.#reportIfAbandoned(), Math.max(10, parts.idleMs / 4));
    this.#watchdog.unref();
  }

  /** What operations run in. Throws once the transaction has ended: Payload would carry them out outside of any. */
  get session(): Session {
    const { session } = this.#parts;
    if (!session.inTransaction()) this.#ended ??= new TransactionEndedError('has ended on the server');
    if (this.#ended) throw this.#ended;
    return session;
  }

  /** Resolves when everything is stored for good; rejects when the server refuses, or nobody knows. The turn ends either way. */
  async commit(): Promise<void> {
    try {
      const { session } = this;
      this.#ended = new TransactionEndedError('is being committed');
      await commit(session);
    } catch (error) {
      if (error !== this.#ended) this.#ended = new TransactionEndedError('could not be committed', error);
      throw error;
    } finally {
      await this.#close();
    }
  }

  /** Undoes everything and ends the turn. Operations that still come fail with `ended`. */
  async rollback(ended: TransactionEndedError): Promise<void> {
    this.#ended ??= ended;
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

  #reportIfAbandoned(): void {
    // the driver notes every command here, also those of code that took the session along
    const lastUse = this.#parts.session.serverSession?.lastUse;
    if (lastUse !== this.#lastUse) this.#lastUsedAt = performance.now();
    this.#lastUse = lastUse;
    const idleFor = performance.now() - this.#lastUsedAt;
    if (idleFor < this.#parts.idleMs) return;
    clearInterval(this.#watchdog);
    this.#parts.onAbandoned(idleFor);
  }
}
