/**
 * Copies of a SQLite database: made while it is in use, checked before they count, and put back when needed.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { backup, DatabaseSync } from '@photostructure/sqlite';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
}

export interface BackupOptions {
  readonly databaseFile: string;
  /** Folder the copy goes to; made when it is missing. */
  readonly backupDir: string;
  /** Goes into the file's name, for people: letters, digits and dashes. */
  readonly label: string;
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** Throws unless `file` is a SQLite database without damage. */
function checkDatabase(file: string): void {
  let answer: unknown;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    answer = Object.values(database.prepare('PRAGMA integrity_check(1)').get())[0];
    database.close();
  } catch (cause) {
    throw new Error(`${path.basename(file)} is not a usable database.`, { cause });
  }
  if (answer !== 'ok') throw new Error(`${path.basename(file)} is damaged: ${String(answer)}`);
}

function removeDatabaseFiles(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** A copy that keeps no write-ahead log is one file, also while somebody looks into it. */
function makeSelfContained(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
}

async function copyPages(databaseFile: string, target: string): Promise<void> {
  const source = new DatabaseSync(databaseFile, { readOnly: true, timeout: 5_000 });
  try {
    // All pages in one step, off the main thread: one moment in time, and writers neither wait nor make it start again.
    await backup(source, target, { rate: -1 });
  } finally {
    source.close();
  }
}

/**
 * Copies a database as it is at one moment, while others read and write it. The copy is checked and flushed before it gets
 * its final name, so a file that exists is a good backup.
 */
export async function backupDatabase({ databaseFile, backupDir, label }: BackupOptions): Promise<Backup> {
  mkdirSync(backupDir, { recursive: true, mode: 0o700 });
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const file = path.join(backupDir, `${moment}-${label}-${randomUUID().slice(0, 8)}.db`);
  const unfinished = `${file}.unfinished`;
  try {
    await copyPages(databaseFile, unfinished);
    makeSelfContained(unfinished);
    checkDatabase(unfinished);
    await flushToDisk(unfinished);
    renameSync(unfinished, file);
  } finally {
    removeDatabaseFiles(unfinished);
  }
  return { file, bytes: statSync(file).size };
}

/** Throws when anybody else has the database open: only a sole connection may leave the write-ahead log. */
function assertUnused(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (cause) {
    throw new Error('The database is in use. Stop the server before restoring a backup.', { cause });
  } finally {
    database.close();
  }
}

/**
 * Puts a backup in the place of a database that nobody has open. What it replaces is kept beside it; answers that file's
 * path, or `undefined` when there was none. Throws, changing nothing, when the backup is damaged or the database in use.
 */
export async function restoreDatabase(backupFile: string, databaseFile: string): Promise<string | undefined> {
  checkDatabase(backupFile);
  const exists = existsSync(databaseFile);
  if (exists) assertUnused(databaseFile);
  mkdirSync(path.dirname(databaseFile), { recursive: true });
  const incoming = `${databaseFile}.incoming`;
  copyFileSync(backupFile, incoming);
  await flushToDisk(incoming);
  const replaced = exists ? `${databaseFile}.replaced-${Date.now()}` : undefined;
  if (replaced) renameSync(databaseFile, replaced);
  removeDatabaseFiles(databaseFile);
  renameSync(incoming, databaseFile);
  return replaced;
}
