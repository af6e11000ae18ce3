/**
 * Who has a SQLite database open: one server, or commands. A lock of the system on a file beside the database, taken by SQLite
 * itself: it ends with the process that holds it, however that ends, so the file may stay behind and stops nobody.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** `alone`: nobody else may have it. `beside others`: nobody may have it alone. */
export type HoldKind = 'alone' | 'beside others';

export interface FileLock {
  /** Harmless the second time. */
  release(): void;
}

const busy = 5;

const takes: Readonly<Record<HoldKind, string>> = {
  alone: 'BEGIN EXCLUSIVE',
  'beside others': 'BEGIN; SELECT count(*) FROM sqlite_master',
};

/** The same file for all who open the same database, whatever they call it. */
const lockFileOf = (database: string): string =>
  `${existsSync(database) ? realpathSync(database) : database}.lock`;

/** Takes the lock at once; undefined when others have it. The lock is held until it is released or the process ends. */
export function lockDatabaseFile(database: string, kind: HoldKind): FileLock | undefined {
  mkdirSync(path.dirname(database), { recursive: true });
  const connection = new DatabaseSync(lockFileOf(database), { timeout: 0 });
  try {
    connection.exec(takes[kind]);
  } catch (error) {
    connection.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
  let isHeld = true;
  const release = () => {
    if (isHeld) connection.close();
    isHeld = false;
    held.delete(release);
  };
  held.add(release);
  return { release };
}

/** A connection that nobody can reach any more would be closed, and its lock with it. */
const held = new Set<() => void>();
