/**
 * Copies of a database in use are whole, and go back only where nobody is at work.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { backupDatabase, restoreDatabase } from '../../src/database/backup.js';
import { SqliteClient } from '../../src/database/sqlite/client.js';

describe('a backup', () => {
  let dir: string;
  let databaseFile: string;
  let backupDir: string;

  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'forthright-backup-'));
    databaseFile = path.join(dir, 'test.db');
    backupDir = path.join(dir, 'backups');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function readPairs(file: string) {
    const database = new DatabaseSync(file, { readOnly: true });
    const { left, right } = database
      .prepare('SELECT (SELECT count(*) FROM a) AS left, (SELECT count(*) FROM b) AS right')
      .get();
    database.close();
    return { left, right };
  }

  async function fill(client: SqliteClient, rows: number) {
    await client.executeMultiple(
      'CREATE TABLE IF NOT EXISTS a (text TEXT); CREATE TABLE IF NOT EXISTS b (text TEXT)',
    );
    for (let index = 0; index < rows; index += 1) {
      const args = ['x'.repeat(2_000)];
      await client.batch([
        { sql: 'INSERT INTO a VALUES (?)', args },
        { sql: 'INSERT INTO b VALUES (?)', args },
      ]);
    }
  }

  it('is one moment of a database that is being written, and does not hold the writer up', async () => {
    const client = new SqliteClient({ file: databaseFile });
    await fill(client, 200);
    const [{ file, bytes }] = await Promise.all([
      backupDatabase({ databaseFile, backupDir, label: 'test' }),
      fill(client, 200),
    ]);
    const { left, right } = readPairs(file);
    expect(left).toBe(right);
    expect(left).toBeGreaterThanOrEqual(200);
    expect(bytes).toBeGreaterThan(400_000);
    expect(readdirSync(backupDir)).toEqual([path.basename(file)]);
    client.close();
  });

  it('goes back into place, and what it replaces is kept', async () => {
    writeDatabase(databaseFile, 3);
    const { file } = await backupDatabase({ databaseFile, backupDir, label: 'test' });
    writeDatabase(databaseFile, 4);
    const replaced = await restoreDatabase(file, databaseFile);
    expect(readPairs(databaseFile)).toEqual({ left: 3, right: 3 });
    expect(readPairs(String(replaced))).toEqual({ left: 7, right: 7 });
  });

  it('is not put back while a server has the database open', async () => {
    const client = new SqliteClient({ file: databaseFile });
    await fill(client, 1);
    const { file } = await backupDatabase({ databaseFile, backupDir, label: 'test' });
    await expect(restoreDatabase(file, databaseFile)).rejects.toThrow('The database is in use');
    await fill(client, 1);
    client.close();
    expect(readPairs(databaseFile)).toEqual({ left: 2, right: 2 });
  });

  it('is refused when it is damaged, and the database stays', async () => {
    writeDatabase(databaseFile, 2);
    const damaged = path.join(dir, 'damaged.db');
    writeFileSync(damaged, 'this is no database at all, however long it is');
    await expect(restoreDatabase(damaged, databaseFile)).rejects.toThrow(
      'damaged.db is not a usable database.',
    );
    expect(readPairs(databaseFile)).toEqual({ left: 2, right: 2 });
    expect(existsSync(`${databaseFile}.incoming`)).toBe(false);
  });

  function writeDatabase(file: string, rows: number) {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE IF NOT EXISTS a (text TEXT); CREATE TABLE IF NOT EXISTS b (text TEXT)');
    for (let index = 0; index < rows; index += 1)
      database.exec("INSERT INTO a VALUES ('x'); INSERT INTO b VALUES ('x')");
    database.close();
  }
});
