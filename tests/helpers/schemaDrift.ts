/**
 * Compares what two SQLite databases are made of: tables, columns, indexes, foreign keys. The order of columns does not count,
 * because a migration can add a column only at the end.
 */
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

const ignoredTables = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

function describeTable(database: DatabaseSyncInstance, table: string): string[] {
  const all = (sql: string, ...args: string[]) =>
    database.prepare(sql).all(...args) as Record<string, unknown>[];
  const columns = all('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', table);
  const keys = all(
    'SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?)',
    table,
  );
  const indexes = all('SELECT name, "unique" FROM pragma_index_list(?)', table).map((index) => ({
    ...index,
    columns: all('SELECT name FROM pragma_index_info(?) ORDER BY seqno', String(index.name)).map(
      (column) => column.name,
    ),
  }));
  const lines = [
    ...columns.map((part) => ['column', part]),
    ...keys.map((part) => ['key', part]),
    ...indexes.map((part) => ['index', part]),
  ];
  return [`${table}: table`, ...lines.map(([kind, part]) => `${table}: ${kind} ${JSON.stringify(part)}`)];
}

function describeDatabase(file: string): Set<string> {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND ${ignoredTables}`)
    .all() as { name: string }[];
  const lines = tables.flatMap(({ name }) => describeTable(database, name));
  database.close();
  return new Set(lines);
}

/** One line for each thing that only one of the two databases has, marked `-` for the first and `+` for the second. */
export function listSchemaDifferences(firstFile: string, secondFile: string): string[] {
  const first = describeDatabase(firstFile);
  const second = describeDatabase(secondFile);
  const missing = [...first].filter((line) => !second.has(line)).map((line) => `- ${line}`);
  const added = [...second].filter((line) => !first.has(line)).map((line) => `+ ${line}`);
  return [...missing, ...added].sort();
}
