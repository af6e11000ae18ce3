/**
 * Reads DATABASE_URL: which database it names and, for SQLite, which file.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type DatabaseTarget =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mongodb'; readonly url: string };

function fileOf(databaseUrl: string): string {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  return path.resolve(decodeURIComponent(databaseUrl.slice('file:'.length)));
}

/**
 * Tells which database a URL names; a relative `file:` is taken from the working directory. Throws when it is neither a
 * `file:` nor a `mongodb:` URL, or names an in-memory SQLite database, which could not be shared by reader and writer.
 */
export function parseDatabaseUrl(databaseUrl: string): DatabaseTarget {
  if (/^mongodb(\+srv)?:\/\//.test(databaseUrl)) return { kind: 'mongodb', url: databaseUrl };
  if (!databaseUrl.startsWith('file:'))
    throw new Error('DATABASE_URL must start with file:, mongodb:// or mongodb+srv://.');
  if (databaseUrl.includes(':memory:'))
    throw new Error('DATABASE_URL must name a file: a database in memory cannot be used.');
  return { kind: 'sqlite', file: fileOf(databaseUrl.replace(/\?.*$/, '')) };
}

/** The URL without user name, password and options: fit for logs and messages. */
export function describeDatabaseUrl(databaseUrl: string): string {
  return databaseUrl.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}
