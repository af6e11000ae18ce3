/**
 * Corrects two of Payload's indexes, which make SQLite read a whole table for each document that it answers. Part of the schema:
 * migrations carry it.
 */
import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite';

interface RawIndex {
  on: string | string[];
}

interface RawTable {
  readonly columns: Record<string, unknown>;
  readonly indexes?: Record<string, RawIndex>;
}

/** Translations are read and deleted by document, but indexed by (locale, document): the other way round serves both. */
function tuneTranslations(indexes: Record<string, RawIndex>): void {
  const index = indexes._localeParent;
  if (Array.isArray(index?.on) && index.on[0] === '_locale') index.on = [...index.on].reverse();
}

/** "The latest version of this document" would go through the latest versions of all documents. */
function tuneVersions({ columns }: RawTable, indexes: Record<string, RawIndex>): void {
  if (!columns.latest || !columns.parent) return;
  for (const index of Object.values(indexes)) {
    if (index.on === 'parent') index.on = ['parent', 'latest'];
  }
}

/** Payload's hook between the schema as it would be and as it is made. */
export const tuneIndexes: SQLiteSchemaHook = (args) => {
  // The types leave the adapter out; Payload passes it.
  const { adapter } = args as unknown as { adapter: { rawTables: Record<string, RawTable> } };
  for (const table of Object.values(adapter.rawTables)) {
    tuneTranslations(table.indexes ?? {});
    tuneVersions(table, table.indexes ?? {});
  }
  return args.schema;
};
