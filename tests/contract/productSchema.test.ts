/**
 * The committed migrations make exactly the tables that the product's collections ask for. When this fails, a collection changed
 * without `npm run migrate:create -- NAME`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { BasePayload, type SanitizedConfig } from 'payload';
import { migrations } from '../../src/database/migrations/sqlite/index.js';
import { createSqliteAdapter } from '../../src/database/sqlite/createSqliteAdapter.js';
import type { SqliteMigration } from '../../src/database/sqlite/runMigrations.js';
import { listIndexes } from '../../src/public-api/listIndexes.js';
import { pushSchema } from '../helpers/pushSchema.js';
import { listSchemaDifferences } from '../helpers/schemaDrift.js';

// One after the other: on Node 20 the editor's import of lexical may never settle when it is the first.
await import('lexical');
const { default: config } = await import('../../payload.config.js');

async function open(file: string, given: readonly SqliteMigration[] | undefined) {
  const options = { file, backupDir: path.dirname(file), listIndexes: listIndexes() };
  const db = createSqliteAdapter({ ...options, migrations: given });
  const changed = { db, logger: { options: { level: 'silent' } }, secret: 'only for this test' };
  const complete = { ...(await config), ...changed } as unknown as SanitizedConfig;
  return new BasePayload().init({ config: complete, disableOnInit: true });
}

it('has a migration for every change of the collections', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'forthright-drift-'));
  const migratedFile = path.join(dir, 'migrated.db');
  const pushedFile = path.join(dir, 'pushed.db');
  const migrated = await open(migratedFile, migrations);
  const pushed = await open(pushedFile, undefined);
  await pushSchema(pushed.db);
  await Promise.all([migrated.destroy(), pushed.destroy()]);
  expect(listSchemaDifferences(migratedFile, pushedFile)).toEqual([]);
  rmSync(dir, { recursive: true, force: true });
});
