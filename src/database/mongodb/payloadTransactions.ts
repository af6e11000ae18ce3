/**
 * Begin, commit and roll back as Payload calls them: in turns, so that writers do not fail by conflicts; with a commit that
 * rejects when the server refused it; and with nothing written alone that belongs to a transaction which has ended.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { TransactionEndedError } from './errors.js';
import { MongodbTransaction } from './transaction.js';
import { reportConflicts } from './undoConflicts.js';
import { defaultWriterLimits, type WriterLimits, WriterTurns } from './writerTurns.js';

type TransactionId = number | string | Promise<number | string>;
type BeginTransaction = (options?: Record<string, unknown>) => Promise<null | number | string>;

export interface TransactionLimits extends Partial<WriterLimits> {
  /** A transaction that sends the server nothing for so many milliseconds is rolled back. */
  readonly idleMs?: number;
}

// A transaction that was undone stays known for a while, so that work which still carries its id fails.
const rememberedEndings = 500;
const defaultIdleMs = 30_000;

class Transactions {
  readonly #adapter: MongooseAdapter;
  readonly #beginStock: BeginTransaction;
  readonly #idleMs: number;
  readonly #turns: WriterTurns;
  readonly #open = new Map<string, MongodbTransaction>();
  readonly #remembered: string[] = [];

  constructor(adapter: MongooseAdapter, { idleMs = defaultIdleMs, ...limits }: TransactionLimits) {
    this.#adapter = adapter;
    this.#beginStock = (adapter.beginTransaction as BeginTransaction).bind(adapter);
    this.#idleMs = idleMs;
    this.#turns = new WriterTurns(adapter, { ...defaultWriterLimits, ...limits });
  }

  begin: BeginTransaction = async (options) => {
    const { sessions } = this.#adapter;
    // Nothing is sent yet: the server fixes what the transaction sees with its first operation, after the turn has come.
    const id = String(await this.#beginStock(options));
    const session = sessions[id];
    if (!session) throw new TransactionEndedError('was not begun');
    try {
      const endTurn = await this.#turns.take(session.id?.id);
      const onAbandoned = (idleMs: number) => this.#undoAbandoned(id, idleMs);
      const transaction = new MongodbTransaction({ session, endTurn, idleMs: this.#idleMs, onAbandoned });
      this.#open.set(id, transaction);
      // Payload's getSession looks here, and takes a missing or ended session for leave to write without one.
      Object.defineProperty(sessions, id, { configurable: true, get: () => transaction.session });
      return id;
    } catch (error) {
      delete sessions[id];
      await session.endSession();
      throw error;
    }
  };

  commit = async (given: TransactionId): Promise<void> => {
    const id = String(await given);
    const transaction = this.#open.get(id);
    if (!transaction) {
      // what was undone cannot be committed: asking for its session throws and says why
      if (Object.hasOwn(this.#adapter.sessions, id)) void this.#adapter.sessions[id];
      return;
    }
    this.#open.delete(id);
    try {
      await transaction.commit();
      delete this.#adapter.sessions[id];
    } catch (error) {
      this.#remember(id);
      throw error;
    }
  };

  rollback = async (given: TransactionId): Promise<void> => {
    await this.undo(String(await given), new TransactionEndedError('was rolled back'));
  };

  /** Rolls back what is open under this id, if anything; never rejects. */
  async undo(id: string, ended: TransactionEndedError): Promise<void> {
    const transaction = this.#open.get(id);
    if (!transaction) return;
    this.#open.delete(id);
    this.#remember(id);
    await transaction.rollback(ended);
  }

  /** Undoes what is open, for a process that closes the database. */
  async undoAll(): Promise<void> {
    const ended = new TransactionEndedError('was rolled back because the database was closed');
    await Promise.all([...this.#open.keys()].map((id) => this.undo(id, ended)));
  }

  #undoAbandoned(id: string, idleMs: number): void {
    const seconds = Math.round(idleMs / 1000);
    this.#adapter.payload.logger.warn(
      `A database transaction was rolled back: nothing happened in it for ${seconds} s.`,
    );
    const reason = `was rolled back because nothing happened in it for ${seconds} s`;
    void this.undo(id, new TransactionEndedError(reason));
  }

  #remember(id: string): void {
    this.#remembered.push(id);
    if (this.#remembered.length > rememberedEndings)
      delete this.#adapter.sessions[this.#remembered.shift() as string];
  }
}

/** Gives `adapter` transactions that come in turns, whose failed commit rejects and whose leftovers cannot be written. */
export function installTransactions(adapter: MongooseAdapter, limits: TransactionLimits = {}): void {
  const transactions = new Transactions(adapter, limits);
  const destroy = adapter.destroy?.bind(adapter);
  Object.assign(adapter, {
    beginTransaction: transactions.begin,
    commitTransaction: transactions.commit,
    rollbackTransaction: transactions.rollback,
    destroy: async () => {
      await transactions.undoAll();
      await destroy?.();
    },
  });
  reportConflicts(adapter, (id, conflict) =>
    transactions.undo(id, new TransactionEndedError('was undone by the server', conflict)),
  );
}
