/**
 * One SQLite connection: its settings, its prepared statements, its answers. Synchronous; knows no queue and no Payload.
 */
import { types } from 'node:util';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';
import { toSqliteError } from './errors.js';
import { createResultSet, createRowMaker, type ResultSet, type RowMaker, type SqliteValue } from './rows.js';
import { withStableAliases } from './stableAliases.js';

export type SqliteArgs = readonly unknown[] | Readonly<Record<string, unknown>>;
export type SqliteStatement = string | { sql: string; args?: SqliteArgs };

interface Prepared {
  readonly statement: StatementSyncInstance;
  readonly columns: readonly string[];
  readonly makeRow: RowMaker;
}

// Payload writes a new statement per number of ids in a list; the bound keeps those from piling up.
const maxStatements = 400;
// Blocks the thread, so it only bridges short holds by other processes; longer waits are made by the client, with pauses.
const busyTimeoutMs = 50;
const changesSchema = /^\s*(?:create|drop|alter|pragma|vacuum|reindex)\b/i;
const reads = /^\s*select\b/i;

function toBindable(value: unknown): SqliteValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (types.isDate(value)) return value.getTime();
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value);
  return value as SqliteValue;
}

function bindings(args: SqliteArgs): unknown[] {
  if (Array.isArray(args)) return args.map(toBindable);
  return [Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toBindable(value)]))];
}

export class SqliteConnection {
  readonly #database: DatabaseSyncInstance;
  readonly #statements = new LRUCache<string, Prepared>({ max: maxStatements });

  readonly #onSchemaChange: () => void;

  /** Opens `file`, making it when it is missing. A writer sets WAL with full syncs; a `readOnly` connection can never write. */
  constructor(file: string, options: { readOnly?: boolean; onSchemaChange?: () => void } = {}) {
    const { readOnly = false, onSchemaChange = () => undefined } = options;
    this.#onSchemaChange = onSchemaChange;
    this.#database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    if (readOnly) {
      this.#database.exec('PRAGMA query_only = ON');
    } else {
      this.#database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864',
      );
    }
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Runs one statement and answers its rows. Throws a `SqliteError` that carries SQLite's reason. */
  execute(statement: SqliteStatement): ResultSet {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement;
    try {
      return this.#run(sql, bindings(args));
    } catch (error) {
      throw toSqliteError(error);
    } finally {
      if (changesSchema.test(sql)) this.#noteSchemaChange();
    }
  }

  /** Runs several statements separated by semicolons; answers nothing. */
  executeMultiple(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw toSqliteError(error);
    } finally {
      this.#noteSchemaChange();
    }
  }

  /** Drops prepared statements whose column names may have changed with the schema. */
  forgetStatements(): void {
    this.#statements.clear();
  }

  /** Moves the write-ahead log into the file, which is whole from then on. Left undone while somebody else reads. */
  checkpoint(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** The binding cannot finalize statements, so SQLite lets go of the file only when they have been garbage collected. */
  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #noteSchemaChange(): void {
    this.forgetStatements();
    this.#onSchemaChange();
  }

  #run(sql: string, values: unknown[]): ResultSet {
    const { statement, columns, makeRow } = this.#prepare(withStableAliases(sql));
    if (columns.length === 0) {
      const { changes, lastInsertRowid } = statement.run(...values);
      const rowid = BigInt(lastInsertRowid);
      return createResultSet({ columns, rows: [], rowsAffected: Number(changes), lastInsertRowid: rowid });
    }
    const rows = (statement.all(...values) as SqliteValue[][]).map(makeRow);
    const rowsAffected = reads.test(sql) ? 0 : this.#changes();
    return createResultSet({ columns, rows, rowsAffected, lastInsertRowid: undefined });
  }

  #changes(): number {
    const [values] = this.#prepare('SELECT changes()').statement.all() as number[][];
    return values?.[0] ?? 0;
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    const columns = statement.columns().map((column) => column.name);
    const prepared = { statement, columns, makeRow: createRowMaker(columns) };
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
