// SQLite is for one server at a time: two would each go on answering from memory what the other has replaced.
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from './config.js';
import { parseDatabaseUrl } from './database/databaseUrl.js';
import { type FileLock, type HoldKind, lockDatabaseFile } from './database/sqlite/fileLock.js';
import { StartError } from './startError.js';

/** A server that is being stopped takes up to ten seconds; the next one may have been started already. */
const patienceMs = 15_000;
const tryAgainMs = 200;

const inUse = (file: string) =>
  new StartError(
    `The database ${file} is open in another Forthright or in one of its commands. Stop it or wait for its end; for several servers set DATABASE_URL to a MongoDB.`,
  );

/**
 * Resolves when no other server has the database of these settings open, and keeps others from opening it: a server holds it
 * alone, commands beside each other. Nothing to do on MongoDB. Throws a StartError in words after a while.
 */
export async function holdDatabase(
  { database }: Pick<Settings, 'database'>,
  kind: HoldKind,
  patience = patienceMs,
): Promise<FileLock | undefined> {
  const target = parseDatabaseUrl(database.url);
  if (target.kind !== 'sqlite') return undefined;
  const end = performance.now() + patience;
  for (;;) {
    const lock = lockDatabaseFile(target.file, kind);
    if (lock) return lock;
    if (performance.now() >= end) throw inUse(target.file);
    await pause(tryAgainMs);
  }
}
