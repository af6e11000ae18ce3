/**
 * Writes a SQLite migration from the difference between the committed schema and the config. A developer's tool: it loads
 * drizzle-kit, which no server does.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Payload } from 'payload';

export interface MigrationRequest {
  readonly dir: string;
  /** Letters, digits, dashes and underscores; becomes part of the file's name. */
  readonly name: string;
  /** Writes an empty migration, for changes of data, when the schema is the same. */
  readonly allowBlank?: boolean;
}

/** There is no migration to write, or none could be written; the folder is as it was. */
export class NoMigrationError extends Error {
  override readonly name = 'NoMigrationError';
}

const isMigration = (file: string) => /^\d{8}_\d{6}.*\.ts$/.test(file);

function listMigrations(dir: string): string[] {
  return readdirSync(dir).filter(isMigration).sort();
}

const usesDatabase = (body: string) => /\bdb\b/.test(body);

/** Makes what Payload generated compile under our rules: type imports, no unused arguments, semicolons. */
export function tidyMigration(source: string): string {
  const bodyOf = (name: string) =>
    new RegExp(`function ${name}\\([^)]*\\)[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? '';
  const tidied = source
    .replace(
      /^import \{[^}]*\} from '(.+?)';?$/m,
      "import { type MigrateDownArgs, type MigrateUpArgs, sql } from '$1';",
    )
    .replace(
      /\(\{ db, payload, req \}: MigrateUpArgs\)/,
      usesDatabase(bodyOf('up')) ? '({ db }: MigrateUpArgs)' : '(_: MigrateUpArgs)',
    )
    .replace(
      /\(\{ db, payload, req \}: MigrateDownArgs\)/,
      usesDatabase(bodyOf('down')) ? '({ db }: MigrateDownArgs)' : '(_: MigrateDownArgs)',
    )
    .replace(/(?<!\\)`\)$/gm, '`);');
  return /sql`/.test(tidied) ? tidied : tidied.replace(', sql }', ' }');
}

/** The text of `index.ts`: what compiled code imports, because it cannot look into a folder of sources. */
export function renderIndex(names: readonly string[]): string {
  const imports = names.map((name) => `import * as m${name} from './${name}.js';`);
  const entries = names.map((name) => `  { name: '${name}', ...m${name} },`);
  const list = entries.length > 0 ? `[\n${entries.join('\n')}\n]` : '[]';
  return [
    '/**',
    ' * Every SQLite migration, oldest first. Written by `npm run migrate:create`; not edited by hand.',
    ' */',
    "import type { SqliteMigration } from '../../sqlite/runMigrations.js';",
    ...imports,
    '',
    `export const migrations: readonly SqliteMigration[] = ${list};`,
    '',
  ].join('\n');
}

function removeMigration(dir: string, name: string): void {
  for (const extension of ['.ts', '.json']) rmSync(path.join(dir, name + extension), { force: true });
}

function writeIndex(dir: string): void {
  writeFileSync(
    path.join(dir, 'index.ts'),
    renderIndex(listMigrations(dir).map((file) => file.slice(0, -'.ts'.length))),
  );
}

/**
 * Writes the migration, its schema snapshot and the index; answers the file's path. Throws `NoMigrationError` when nothing
 * differs, or when no file came. A question that drizzle-kit asks (renamed or new?) needs a terminal: see `createMigration`.
 */
export async function writeMigration(
  payload: Payload,
  { dir, name, allowBlank = false }: MigrationRequest,
): Promise<string> {
  if (!/^[a-z][\w-]*$/i.test(name))
    throw new NoMigrationError(
      'A migration is named with letters, digits and dashes, such as add-reading-time.',
    );
  if (payload.db.name !== 'sqlite')
    throw new NoMigrationError('Migrations are written for SQLite: unset DATABASE_URL.');
  mkdirSync(dir, { recursive: true });
  const before = new Set(listMigrations(dir));
  Object.assign(payload.db, { migrationDir: dir });
  await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true });
  const file = listMigrations(dir).find((candidate) => !before.has(candidate));
  if (!file || !existsSync(path.join(dir, file))) throw new NoMigrationError('No migration was written.');
  const target = path.join(dir, file);
  const source = readFileSync(target, 'utf8');
  if (!/sql`/.test(source) && !allowBlank) {
    removeMigration(dir, file.slice(0, -'.ts'.length));
    writeIndex(dir);
    throw new NoMigrationError(
      'The schema has not changed, so there is nothing to migrate. Add --blank for a change of data.',
    );
  }
  writeFileSync(target, tidyMigration(source));
  writeIndex(dir);
  return target;
}
