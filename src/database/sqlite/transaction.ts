/**
 * One transaction on the writer, from BEGIN IMMEDIATE to its end. It holds the writer until then, so a watchdog ends it when
 * whoever began it never comes back.
 */
import type { SqliteConnection, SqliteStatement } from './connection.js';
import { TransactionEndedError } from './errors.js';
import type { ResultSet } from './rows.js';
import type { Turns } from './turns.js';
import type { Release } from './writerQueue.js';

export interface TransactionParts {
  readonly writer: SqliteConnection;
  readonly turns: Turns;
  readonly release: Release;
  /** A transaction without a statement for so many milliseconds is taken for abandoned. */
  readonly idleMs: number;
  readonly onAbandoned: (idleMs: number) => void;
}

export class SqliteTransaction {
  readonly #parts: TransactionParts;
  readonly #watchdog: NodeJS.Timeout;
  #lastUsedAt = performance.now();
  #ending: string | undefined;

  /** Takes over a writer on which BEGIN has just succeeded. */
  constructor(parts: TransactionParts) {
    this.#parts = parts;
    this.#watchdog = setInterval(() => this.#endIfAbandoned(), Math.max(10, parts.idleMs / 4));
    this.#watchdog.unref();
  }

  get closed(): boolean {
    return this.#ending !== undefined;
  }

  /** Runs one statement inside the transaction; rejects once the transaction has ended. */
  execute(statement: SqliteStatement): Promise<ResultSet> {
    return this.#inTurn(() => this.#parts.writer.execute(statement));
  }

  async batch(statements: readonly SqliteStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = [];
    for (const statement of statements) results.push(await this.execute(statement));
    return results;
  }

  executeMultiple(sql: string): Promise<void> {
    return this.#inTurn(() => this.#parts.writer.executeMultiple(sql));
  }

  /** Resolves when everything is on disk. When SQLite refuses, everything is rolled back and this rejects. */
  commit(): Promise<void> {
    return this.#inTurn(() => {
      try {
        this.#parts.writer.execute('COMMIT');
      } catch (error) {
        this.end('was rolled back because its commit failed');
        throw error;
      }
      this.end('was committed');
    });
  }

  /** Undoes everything. Harmless on a transaction that has ended. */
  rollback(): Promise<void> {
    this.end('was rolled back');
    return Promise.resolve();
  }

  close(): void {
    this.end('was closed');
  }

  /** Ends the transaction, undoing what is not committed, and gives the writer to the next in line. */
  end(reason: string): void {
    if (this.closed) return;
    this.#ending = reason;
    clearInterval(this.#watchdog);
    try {
      if (this.#parts.writer.isInTransaction) this.#parts.writer.execute('ROLLBACK');
    } finally {
      this.#parts.release();
    }
  }

  #inTurn<T>(work: () => T): Promise<T> {
    return this.#parts.turns.run(() => {
      if (this.#ending !== undefined) throw new TransactionEndedError(this.#ending);
      this.#lastUsedAt = performance.now();
      return work();
    }, 'writing');
  }

  #endIfAbandoned(): void {
    const idleFor = performance.now() - this.#lastUsedAt;
    if (idleFor < this.#parts.idleMs) return;
    this.end(`was rolled back because nothing happened in it for ${Math.round(idleFor / 1000)} s`);
    this.#parts.onAbandoned(idleFor);
  }
}
