/** A house that stood before there was a ledger is opened by this version: nothing is lost, and what is public gets its first record. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrateDownArgs } from '@payloadcms/db-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { migrations } from '../../src/database/migrations/sqlite/index.js';
import { firstRecordReason, makeLedger } from '../../src/publishing/ledger/makeLedger.js';
import { eachPublic } from '../../src/publishing/ledger/publicState.js';
import type { Publication } from '../../src/publishing/ledger/record.js';
import { recordedCollections } from '../../src/publishing/ledger/recordedCollections.js';
import { type House, openHouse } from '../helpers/house.js';

const isMongo = Boolean(process.env.TEST_MONGODB_URI);
const derived = ['publications', 'publication-spans', 'publication-references'] as const;

let house: House;
let before: Record<string, number>;

type Counts = Record<string, number>;

function countRows(file: string): Counts {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all() as { name: string }[];
  const count = (name: string) =>
    (database.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n;
  const counts = Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
  database.close();
  return counts;
}

/** The template as the first version would have left it: without the tables and columns of the migrations since. */
async function makeOldHouse(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-old-'));
  cpSync(process.env.TEST_TEMPLATE_DIR as string, folder, { recursive: true });
  const database = new DatabaseSync(path.join(folder, 'forthright.db'));
  const db = {
    run: async ({ queryChunks }: { queryChunks: { value: string[] }[] }) =>
      database.exec(queryChunks.flatMap(({ value }) => value).join('')),
  };
  database.exec('PRAGMA foreign_keys = OFF; DELETE FROM publications');
  for (const migration of migrations.slice(1).reverse()) {
    await migration.down({ db } as unknown as MigrateDownArgs);
    database.exec(`DELETE FROM payload_migrations WHERE name = '${migration.name}'`);
  }
  database.exec("DELETE FROM payload_kv WHERE key = 'ledger'");
  database.close();
  return folder;
}

async function forgetLedger({ payload }: House): Promise<void> {
  for (const collection of derived)
    await payload.db.deleteMany({ collection: collection as 'publications', where: {} });
  await payload.kv.delete('ledger');
  await makeLedger(payload);
}

beforeAll(async () => {
  if (isMongo) {
    house = await openHouse();
    await forgetLedger(house);
    return;
  }
  const old = await makeOldHouse();
  before = countRows(path.join(old, 'forthright.db'));
  process.env.TEST_TEMPLATE_DIR = old;
  house = await openHouse();
});
afterAll(() => house.close());

async function allRecords(): Promise<Publication[]> {
  const { docs } = await house.payload.db.find<Publication>({
    ...{ collection: 'publications', pagination: false, sort: 'position' },
  });
  return docs;
}

describe('an older database', () => {
  it('keeps every row', () => {
    if (isMongo) return; // MongoDB has no migrations yet: there is nothing to compare
    const after = countRows(path.join(house.settings.dataDir, 'forthright.db'));
    const lost = Object.entries(before).filter(([table, rows]) => (after[table] ?? 0) < rows);
    expect(lost).toEqual([]);
    expect(before.articles).toBeGreaterThan(5);
    expect(before).not.toHaveProperty('publication_spans');
  });

  it('has one record for each document that was public, and says so', async () => {
    const records = await allRecords();
    const publicIds: string[] = [];
    for (const collection of recordedCollections) {
      for await (const { id } of eachPublic(house.payload, collection)) publicIds.push(id);
    }
    expect(records.map(({ documentId }) => documentId).sort()).toEqual(publicIds.sort());
    expect(new Set(records.map(({ act, reason }) => `${act}: ${reason}`))).toEqual(
      new Set([`publish: ${firstRecordReason}`]),
    );
    expect(records.length).toBeGreaterThan(150);
  });

  it('gets them once', async () => {
    const { length } = await allRecords();
    await makeLedger(house.payload);
    expect(await allRecords()).toHaveLength(length);
  });
});
