/**
 * Every MongoDB migration, oldest first. MongoDB needs one only when documents change shape: it has no tables to alter.
 */
import type { MongodbMigration } from '../../mongodb/createMongodbAdapter.js';

export const migrations: readonly MongodbMigration[] = [];
