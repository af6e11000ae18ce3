/**
 * Payload's SQLite adapter with our client, our transactions and our migrations under it.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import type { DrizzleAdapter } from '@payloadcms/drizzle';
import type { DatabaseAdapterObj } from 'payload';
import { indexLists, type ListIndex } from '../listIndexes.js';
import { SqliteClient, type SqliteClientOptions } from './client.js';
import { installTransactions } from './payloadTransactions.js';
import { type MigratableAdapter, runMigrations, type SqliteMigration } from './runMigrations.js';
import { tuneIndexes } from './tuneIndexes.js';

export type SqliteLimits = Pick<SqliteClientOptions, 'writerWaitMs' | 'transactionIdleMs'>;

export interface SqliteAdapterOptions {
  readonly file: string;
  readonly backupDir: string;
  /** Run before the adapter is handed out; `undefined` leaves the database as it is. */
  readonly migrations: readonly SqliteMigration[] | undefined;
  readonly limits?: SqliteLimits;
  /** None by default. */
  readonly listIndexes?: readonly ListIndex[];
}

type ConnectableAdapter = MigratableAdapter & {
  connect: (args?: { hotReload: boolean }) => Promise<void>;
  destroy: () => Promise<void>;
};

const closeGraceMs = 8_000;
// Compiled code runs from dist/, the tool that writes migrations from the sources: both find the folder beside this module.
const migrationDir = fileURLToPath(new URL('../migrations/sqlite', import.meta.url));

function openClient(adapter: ConnectableAdapter, { file, limits }: SqliteAdapterOptions): SqliteClient {
  mkdirSync(path.dirname(file), { recursive: true });
  return new SqliteClient({
    file,
    ...limits,
    onAbandonedTransaction: (idleMs) =>
      adapter.payload.logger.warn(
        `Rolled back a database transaction that was abandoned ${Math.round(idleMs / 1000)} s ago`,
      ),
  });
}

function installClient(adapter: ConnectableAdapter, options: SqliteAdapterOptions): void {
  const connect = adapter.connect.bind(adapter);
  const destroy = adapter.destroy.bind(adapter);
  adapter.connect = async (args) => {
    if (!adapter.client || adapter.client.closed) adapter.client = openClient(adapter, options);
    try {
      await connect(args);
      if (options.migrations) await runMigrations(adapter, options.migrations, options.backupDir);
    } catch (error) {
      adapter.client.close();
      throw error;
    }
  };
  adapter.destroy = async () => {
    await adapter.client?.closeWhenIdle(closeGraceMs);
    await destroy();
  };
}

/** What Payload's `db` setting takes for SQLite. The file is opened on connect, so a build needs none. */
export function createSqliteAdapter(options: SqliteAdapterOptions): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url: `file:${options.file}` },
    idType: 'uuid',
    push: false,
    blocksAsJSON: true,
    transactionOptions: {},
    beforeSchemaInit: [tuneIndexes, indexLists(options.listIndexes ?? [])],
    migrationDir,
  });
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args);
      installClient(adapter as unknown as ConnectableAdapter, options);
      installTransactions(adapter as unknown as DrizzleAdapter);
      return adapter;
    },
  };
}
