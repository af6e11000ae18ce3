/**
 * Every SQLite migration, oldest first. Written by `npm run migrate:create`; not edited by hand.
 */
import type { SqliteMigration } from '../../sqlite/runMigrations.js';
import * as m20261121_121834_initial from './20261121_121834_initial.js';
import * as m20261121_134745_publishing from './20261121_134745_publishing.js';
import * as m20261121_170209_availability from './20261121_170209_availability.js';
import * as m20261121_181541_pages from './20261121_181541_pages.js';
import * as m20261122_001051_speed from './20261122_001051_speed.js';

export const migrations: readonly SqliteMigration[] = [
  { name: '20261121_121834_initial', ...m20261121_121834_initial },
  { name: '20261121_134745_publishing', ...m20261121_134745_publishing },
  { name: '20261121_170209_availability', ...m20261121_170209_availability },
  { name: '20261121_181541_pages', ...m20261121_181541_pages },
  { name: '20261122_001051_speed', ...m20261122_001051_speed },
];
