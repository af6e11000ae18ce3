/**
 * Every SQLite migration, oldest first. Written by `npm run migrate:create`; not edited by hand.
 */
import type { SqliteMigration } from '../../sqlite/runMigrations.js';

export const migrations: readonly SqliteMigration[] = [];
