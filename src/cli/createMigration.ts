/**
 * `npm run migrate:create -- NAME [--blank]`: writes a SQLite migration for what changed in the collections. Needs no database.
 */
import path from 'node:path';
import { BasePayload } from 'payload';
import { NoMigrationError, writeMigration } from '../database/sqlite/writeMigration.js';
import { repositoryRoot } from '../root.js';

const dir = path.join(repositoryRoot, 'src/database/migrations/sqlite');

async function createMigration(args: readonly string[]): Promise<string> {
  const name = args.find((arg) => !arg.startsWith('--')) ?? '';
  // One after the other: on Node 20 the editor's import of lexical may never settle when it is the first, and the process ends.
  await import('lexical');
  const loaded = await (await import('../../payload.config.js')).default;
  const payload = await new BasePayload().init({
    // No data is touched, so no real secret is asked for.
    config: { ...loaded, secret: loaded.secret || 'unused while writing migrations' },
    disableDBConnect: true,
    disableOnInit: true,
  });
  return writeMigration(payload, { dir, name, allowBlank: args.includes('--blank') });
}

// A pipe that stays open would make the question below wait for ever.
if (!process.stdin.isTTY) process.stdin.destroy();

let isSettled = false;
// Drizzle asks whether a column was renamed or is new. Without a terminal the question ends the process quietly, with code 0.
process.on('exit', () => {
  if (isSettled) return;
  console.error(
    'No migration was written: drizzle-kit has a question (renamed or new?). Run this in a terminal and answer it.',
  );
  process.exitCode = 1;
});

try {
  console.log(`Wrote ${path.relative(process.cwd(), await createMigration(process.argv.slice(2)))}`);
} catch (error) {
  if (!(error instanceof NoMigrationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  isSettled = true;
}
process.exit();
