/**
 * Chooses the database by its URL and hands Payload an adapter that is safe to write through. Migrations run on connect.
 */
import path from 'node:path';
import type { DatabaseAdapter, DatabaseAdapterObj } from 'payload';
import { parseDatabaseUrl } from './databaseUrl.js';
import type { ListIndex } from './listIndexes.js';
import { migrations as mongodbMigrations } from './migrations/mongodb/index.js';
import { migrations as sqliteMigrations } from './migrations/sqlite/index.js';
import { createMongodbAdapter } from './mongodb/createMongodbAdapter.js';
import { createSqliteAdapter } from './sqlite/createSqliteAdapter.js';
import { installTap, type WriteListener } from './tap.js';

export interface DatabaseSettings {
  /** `file:`, `mongodb://` or `mongodb+srv://`. */
  readonly databaseUrl: string;
  /** Backups made before migrations go to `backups/` in here. */
  readonly dataDir: string;
  /** False leaves the schema alone, for tools that write migrations or compare schemas. True by default. */
  readonly migrate?: boolean;
  /** The orders in which lists are read. None by default. */
  readonly listIndexes?: readonly ListIndex[];
  /** Hear every write, in this order. None by default. */
  readonly listeners?: readonly WriteListener[];
}

/**
 * What Payload's `db` setting takes. Nothing is opened until Payload connects, so a build needs no database. Once connected,
 * the committed migrations have run (SQLite after a backup) and indexes exist. Throws when the URL names no database we know.
 */
export function createDatabaseAdapter(settings: DatabaseSettings): DatabaseAdapterObj {
  const chosen = chooseAdapter(settings);
  return {
    ...chosen,
    init: (args) => {
      const adapter = chosen.init(args);
      installTap(adapter as unknown as DatabaseAdapter, settings.listeners ?? []);
      return adapter;
    },
  };
}

function chooseAdapter({
  databaseUrl,
  dataDir,
  listIndexes,
  migrate = true,
}: DatabaseSettings): DatabaseAdapterObj {
  const target = parseDatabaseUrl(databaseUrl);
  if (target.kind === 'mongodb') {
    return createMongodbAdapter({
      url: target.url,
      listIndexes,
      migrations: migrate ? mongodbMigrations : undefined,
    });
  }
  const backupDir = path.join(dataDir, 'backups');
  return createSqliteAdapter({
    file: target.file,
    backupDir,
    listIndexes,
    migrations: migrate ? sqliteMigrations : undefined,
  });
}
