/**
 * Upgrades of populated SQLite databases: nothing is lost, nothing is half done, and there is always a way back.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import type { CollectionConfig } from 'payload';
import { restoreDatabase } from '../../src/database/backup.js';
import type { SqliteMigration } from '../../src/database/sqlite/runMigrations.js';
import { listSchemaDifferences } from '../helpers/schemaDrift.js';
import { type MadeMigration, makeMigration, migrationOf } from './fixture/makeMigration.js';
import { openSqlite } from './fixture/openPayload.js';

const writing = { depth: 0, overrideAccess: true } as const;

const guides = (isTitleRequired: boolean) =>
  [
    {
      slug: 'guides',
      fields: [
        { name: 'title', type: 'text', required: isTitleRequired },
        { name: 'summary', type: 'text', localized: true },
        { name: 'steps', type: 'array', fields: [{ name: 'text', type: 'text', localized: true }] },
      ],
    },
  ] as CollectionConfig[];

describe('migrating a SQLite database', () => {
  let dir: string;
  let file: string;
  let first: MadeMigration;
  let rebuild: MadeMigration;

  beforeAll(async () => {
    first = await makeMigration('20260101_000000_first', guides(false));
    rebuild = await makeMigration('20260102_000000_title_required', guides(true), first);
  });
  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'forthright-migrate-'));
    file = path.join(dir, 'test.db');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const open = (migrations: SqliteMigration[], isTitleRequired = false) =>
    openSqlite({ file, migrations, extra: guides(isTitleRequired) });

  const listBackups = () =>
    existsSync(path.join(dir, 'backups')) ? readdirSync(path.join(dir, 'backups')) : [];

  /** Every row and every statement of the schema, so that "as before" means exactly that. */
  function dump() {
    const database = new DatabaseSync(file, { readOnly: true });
    const schema = database.prepare('SELECT * FROM sqlite_master ORDER BY name').all() as {
      type: string;
      name: string;
    }[];
    const tables = schema.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
    const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
    database.close();
    return JSON.stringify({ schema, rows });
  }

  async function populate() {
    const { payload, close } = await open([first]);
    for (const title of ['One', 'Two', 'Three']) {
      const data = { title, summary: `${title} in English`, steps: [{ text: 'first' }, { text: 'second' }] };
      const { id, steps } = await payload.create({ collection: 'guides', data, ...writing });
      const spanish = {
        summary: `${title} en español`,
        steps: (steps as object[]).map((step) => ({ ...step, text: 'paso' })),
      };
      await payload.update({ collection: 'guides', id, data: spanish, locale: 'es', ...writing });
    }
    await close();
  }

  async function readGuides(migrations: SqliteMigration[], isTitleRequired: boolean) {
    const { payload, close } = await open(migrations, isTitleRequired);
    const { docs } = await payload.find({ collection: 'guides', sort: 'title', locale: 'all', ...writing });
    await close();
    return docs;
  }

  it('makes an empty database that equals a pushed one, without a backup', async () => {
    const { close } = await open([first]);
    await close();
    const pushed = await openSqlite({ extra: guides(false) });
    expect(listSchemaDifferences(file, pushed.file)).toEqual([]);
    await pushed.close();
    expect(listBackups()).toEqual([]);
  });

  it('does nothing, and backs nothing up, when the database is up to date', async () => {
    await populate();
    const before = dump();
    const { close } = await open([first]);
    await close();
    expect(dump()).toBe(before);
    expect(listBackups()).toEqual([]);
  });

  it('keeps array rows and translations when a table is rebuilt, and equals a pushed database', async () => {
    await populate();
    expect(rebuild.statements.join('\n')).toContain('DROP TABLE `guides`');
    const before = await readGuides([first], false);
    const after = await readGuides([first, rebuild], true);
    expect(after).toEqual(before);
    expect(after).toHaveLength(3);
    expect(after[0]).toMatchObject({ summary: { en: 'One in English', es: 'One en español' } });
    expect(after[0]?.steps).toMatchObject([
      { text: { en: 'first', es: 'paso' } },
      { text: { en: 'second', es: 'paso' } },
    ]);
    const pushed = await openSqlite({ extra: guides(true) });
    expect(listSchemaDifferences(file, pushed.file)).toEqual([]);
    await pushed.close();
  });

  it('leaves foreign keys enforced after a migration', async () => {
    await populate();
    const { client, close } = await open([first, rebuild], true);
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1);
    await close();
  });

  it('backs a populated database up first, and the backup can be put back', async () => {
    await populate();
    const before = dump();
    await readGuides([first, rebuild], true);
    expect(dump()).not.toBe(before);
    const [backup] = listBackups();
    expect(listBackups()).toHaveLength(1);
    rmSync(`${file}-wal`, { force: true });
    const restored = path.join(dir, 'restored', 'test.db');
    await restoreDatabase(path.join(dir, 'backups', String(backup)), restored);
    file = restored;
    expect(dump()).toBe(before);
  });

  it.each([
    ['deletes child rows', ['DELETE FROM guides_steps'], /guides_steps has 0 of 6 rows/],
    [
      'drops a table with rows',
      ['DROP TABLE guides_steps_locales'],
      /guides_steps_locales is gone with 12 rows/,
    ],
    [
      'leaves references that lead nowhere',
      ['UPDATE guides_steps SET _parent_id = 999'],
      /refers to a missing row of guides/,
    ],
  ])('refuses a migration that %s, and leaves the database as it was', async (_what, statements, message) => {
    await populate();
    const before = dump();
    await expect(open([first, migrationOf('20260103_000000_bad', statements)])).rejects.toThrow(message);
    expect(dump()).toBe(before);
  });

  it('lets a migration lose what it says it discards', async () => {
    await populate();
    const statements = ['DELETE FROM guides_steps_locales', 'DELETE FROM guides_steps'];
    const discards = ['guides_steps', 'guides_steps_locales'];
    const docs = await readGuides([first, migrationOf('20260103_000000_prune', statements, discards)], false);
    expect(docs.map((doc) => doc.steps)).toEqual([[], [], []]);
  });

  it('undoes the migrations before one that fails', async () => {
    await populate();
    const before = dump();
    const failing = migrationOf('20260103_000000_broken', ['ALTER TABLE nowhere ADD COLUMN x text']);
    await expect(open([first, rebuild, failing], true)).rejects.toThrow();
    expect(dump()).toBe(before);
  });

  it('refuses a database that a newer version made', async () => {
    await populate();
    await readGuides([first, rebuild], true);
    await expect(open([first])).rejects.toThrow(
      'This database is newer than this program: it has 20260102_000000_title_required',
    );
  });
});
