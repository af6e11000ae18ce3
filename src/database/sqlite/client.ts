/**
 * The libsql-compatible client that Payload's SQLite adapter works through: one queued writer, one reader, over a binding with
 * prebuilt binaries. Why it exists: docs/adr/0002-mongodb-and-sqlite.md.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteConnection, type SqliteStatement } from './connection.js';
import { DatabaseBusyError, DatabaseClosedError, isLocked } from './errors.js';
import type { ResultSet } from './rows.js';
import { SqliteTransaction } from './transaction.js';
import { Turns } from './turns.js';
import { WriterQueue } from './writerQueue.js';

export interface SqliteClientOptions {
  /** The database file; made when it is missing. */
  readonly file: string;
  /** How long a write waits for its turn before it fails with `DatabaseBusyError`, in milliseconds. */
  readonly writerWaitMs?: number;
  /** A transaction without a statement for so many milliseconds is rolled back. */
  readonly transactionIdleMs?: number;
  readonly onAbandonedTransaction?: (idleMs: number) => void;
}

const defaults = { writerWaitMs: 15_000, transactionIdleMs: 30_000, onAbandonedTransaction: () => undefined };
const retryPauseMs = 20;
const isRead = /^\s*select\b/i;

export class SqliteClient {
  readonly protocol = 'file';
  readonly file: string;
  readonly #options: Required<SqliteClientOptions>;
  readonly #queue = new WriterQueue();
  readonly #turns = new Turns();
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  #transaction: SqliteTransaction | undefined;
  #isClosed = false;
  #isSchemaChanged = false;

  constructor(options: SqliteClientOptions) {
    this.#options = { ...defaults, ...options };
    this.file = options.file;
    this.#writer = new SqliteConnection(options.file, { onSchemaChange: () => this.#markSchemaChanged() });
    this.#reader = new SqliteConnection(options.file, { readOnly: true });
  }

  get closed(): boolean {
    return this.#isClosed;
  }

  /** Runs one statement outside any transaction: a SELECT at once on what is committed, anything else when the writer is free. */
  execute(statement: SqliteStatement): Promise<ResultSet> {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    if (!isRead.test(sql)) return this.#write((writer) => writer.execute(statement));
    return this.#turns.run(() => {
      if (this.#isClosed) throw new DatabaseClosedError();
      return this.#reader.execute(statement);
    }, 'reading');
  }

  /** Begins a transaction that holds the writer until it ends. The mode is ignored: all of them may write. */
  async transaction(_mode?: string): Promise<SqliteTransaction> {
    const release = await this.#queue.acquire(this.#options.writerWaitMs);
    try {
      await this.#whenUnlocked(() => this.#writer.execute('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    const { transactionIdleMs: idleMs, onAbandonedTransaction: onAbandoned } = this.#options;
    const parts = { writer: this.#writer, turns: this.#turns, idleMs, onAbandoned };
    this.#transaction = new SqliteTransaction({ ...parts, release: () => this.#finishTransaction(release) });
    return this.#transaction;
  }

  /** Runs the statements in one transaction: all of them or none. */
  async batch(statements: readonly SqliteStatement[], _mode?: string): Promise<ResultSet[]> {
    const transaction = await this.transaction();
    try {
      const results = await transaction.batch(statements);
      await transaction.commit();
      return results;
    } finally {
      transaction.close();
    }
  }

  /** Runs several statements separated by semicolons, outside a transaction. */
  executeMultiple(sql: string): Promise<void> {
    return this.#write((writer) => writer.executeMultiple(sql));
  }

  /** Closes at once: what is not committed is undone, who waits is refused. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.close();
    this.#transaction?.end('was rolled back because the database was closed');
    this.#reader.close();
    this.#writer.checkpoint();
    this.#writer.close();
  }

  /** Waits up to `graceMs` for running and waiting writes, then closes. */
  async closeWhenIdle(graceMs: number): Promise<void> {
    const deadline = performance.now() + graceMs;
    while (!this.#queue.isIdle && performance.now() < deadline) await pause(10);
    this.close();
  }

  async #write<T>(work: (writer: SqliteConnection) => T): Promise<T> {
    const release = await this.#queue.acquire(this.#options.writerWaitMs);
    try {
      return await this.#whenUnlocked(() => work(this.#writer));
    } finally {
      this.#refreshReader();
      release();
    }
  }

  /** Another process (a command, a backup) may hold the file's lock for a moment: try again, with a bound and without blocking. */
  async #whenUnlocked<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + this.#options.writerWaitMs;
    for (;;) {
      try {
        return await this.#turns.run(() => {
          if (this.#isClosed) throw new DatabaseClosedError();
          return work();
        }, 'writing');
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (performance.now() > deadline) throw new DatabaseBusyError(this.#options.writerWaitMs);
        await pause(retryPauseMs);
      }
    }
  }

  #finishTransaction(release: () => void): void {
    this.#transaction = undefined;
    this.#refreshReader();
    release();
  }

  #markSchemaChanged(): void {
    this.#isSchemaChanged = true;
  }

  /** The reader sees a new schema only once it is committed; until then its statements are right as they are. */
  #refreshReader(): void {
    if (!this.#isSchemaChanged) return;
    this.#isSchemaChanged = false;
    this.#reader.forgetStatements();
  }
}
