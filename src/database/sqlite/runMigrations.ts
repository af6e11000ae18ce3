/**
 * Brings a SQLite database up to the committed migrations: backup first, foreign keys off outside the transaction, all pending
 * migrations or none, and refusal of whatever would lose rows. Payload's own runner deletes child rows (payload#16644).
 */
import { randomUUID } from 'node:crypto';
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { backupDatabase } from '../backup.js';
import type { SqliteClient } from './client.js';
import { describeLosses, type Queryable, readContents } from './rowLosses.js';
import type { ResultSet } from './rows.js';

export interface SqliteMigration {
  readonly name: string;
  readonly up: (args: MigrateUpArgs) => Promise<void>;
  readonly down: (args: MigrateDownArgs) => Promise<void>;
  /** Tables that lose rows on purpose. Any other table that does makes the migration fail. */
  readonly discards?: readonly string[];
}

/** As much of Payload's SQLite adapter as migrations need. */
export interface MigratableAdapter {
  readonly payload: Payload;
  client: SqliteClient | undefined;
  sessions: Record<string, { db: unknown }>;
  beginTransaction(): Promise<unknown>;
  commitTransaction(id: string): Promise<void>;
  rollbackTransaction(id: string): Promise<void>;
}

/** Thrown before anything changed, or after everything was undone: the database is as it was. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface Applied {
  readonly names: ReadonlySet<string>;
  readonly batch: number;
}

async function readApplied(database: Queryable): Promise<Applied> {
  const { rows: tables } = await database.execute(
    "SELECT name FROM sqlite_master WHERE name = 'payload_migrations'",
  );
  if (tables.length === 0) return { names: new Set(), batch: 0 };
  const { rows } = await database.execute('SELECT name, batch FROM payload_migrations');
  if (rows.some((row) => Number(row.batch) === -1)) {
    throw new MigrationError(
      'This database was made by a schema push, not by migrations. Start with an empty one.',
    );
  }
  return {
    names: new Set(rows.map((row) => String(row.name))),
    batch: Math.max(0, ...rows.map((row) => Number(row.batch))),
  };
}

function listPending(migrations: readonly SqliteMigration[], applied: Applied): SqliteMigration[] {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied.names].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new MigrationError(
      `This database is newer than this program: it has ${unknown.join(', ')}. Use the newer version.`,
    );
  }
  return migrations.filter((migration) => !applied.names.has(migration.name));
}

type Transaction = MigrateUpArgs['db'];

/** Reading through the migration's own transaction sees what it did before it is committed. */
function queryTransaction(db: Transaction): Queryable {
  return { execute: async (text) => (await db.run(sql.raw(text))) as unknown as ResultSet };
}

async function runOne(
  migration: SqliteMigration,
  req: PayloadRequest,
  db: Transaction,
  batch: number,
): Promise<void> {
  const before = await readContents(queryTransaction(db));
  await migration.up({ db, payload: req.payload, req });
  const losses = describeLosses(before, await readContents(queryTransaction(db)), migration.discards ?? []);
  if (losses.length > 0)
    throw new MigrationError(`Migration ${migration.name} would lose data: ${losses.join('; ')}.`);
  await recordMigration(db, migration.name, batch);
}

/** Written as SQL because Payload's table may be older than its code while migrations are under way. */
async function recordMigration(db: Transaction, name: string, batch: number): Promise<void> {
  const now = new Date().toISOString();
  await db.run(sql`
    INSERT INTO payload_migrations (id, name, batch, updated_at, created_at)
    VALUES (${randomUUID()}, ${name}, ${batch}, ${now}, ${now})
  `);
}

/** Two processes may start at once; whoever comes second finds the work done, or under way, and must not do it again. */
async function assertStillPending(db: Transaction, applied: Applied): Promise<void> {
  const current = await readApplied(queryTransaction(db));
  if (current.names.size !== applied.names.size) {
    throw new MigrationError(
      'Another process migrated this database at the same moment. Please start again.',
    );
  }
}

async function runInOneTransaction(
  adapter: MigratableAdapter,
  pending: readonly SqliteMigration[],
  applied: Applied,
): Promise<void> {
  const req = await createLocalReq({}, adapter.payload);
  const id = String(await adapter.beginTransaction());
  req.transactionID = id;
  try {
    const db = adapter.sessions[id]?.db as Transaction;
    await assertStillPending(db, applied);
    for (const migration of pending) await runOne(migration, req, db, applied.batch + 1);
  } catch (error) {
    await adapter.rollbackTransaction(id);
    throw error;
  }
  await adapter.commitTransaction(id);
}

async function backUp(adapter: MigratableAdapter, databaseFile: string, backupDir: string): Promise<void> {
  const backup = await backupDatabase({ databaseFile, backupDir, label: 'before-migration' });
  adapter.payload.logger.info(
    `Backed up the database to ${backup.file} (${Math.ceil(backup.bytes / 1024)} KB)`,
  );
}

/**
 * Runs every migration that the database does not have yet, in one transaction. A database that holds rows is backed up to
 * `backupDir` first. Answers the names that ran; on any failure nothing has changed and this rejects.
 */
export async function runMigrations(
  adapter: MigratableAdapter,
  migrations: readonly SqliteMigration[],
  backupDir: string,
): Promise<string[]> {
  const client = adapter.client as SqliteClient;
  const applied = await readApplied(client);
  const pending = listPending(migrations, applied);
  if (pending.length === 0) return [];
  const { rows } = await readContents(client);
  if ([...rows.values()].some((count) => count > 0)) await backUp(adapter, client.file, backupDir);
  await client.execute('PRAGMA foreign_keys = OFF');
  try {
    await runInOneTransaction(adapter, pending, applied);
  } finally {
    await client.execute('PRAGMA foreign_keys = ON');
  }
  const names = pending.map((migration) => migration.name);
  adapter.payload.logger.info(`Database migrated: ${names.join(', ')}`);
  return names;
}
