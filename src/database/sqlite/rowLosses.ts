/**
 * Counts rows and checks references around a migration, so that one which loses data is noticed before it is committed.
 */
import type { ResultSet } from './rows.js';

export interface Queryable {
  execute(sql: string): Promise<ResultSet>;
}

export interface Contents {
  readonly rows: ReadonlyMap<string, number>;
  readonly brokenReferences: readonly string[];
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function listTables(database: Queryable): Promise<string[]> {
  const { rows } = await database.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  );
  return rows.map((row) => String(row.name));
}

async function countRows(database: Queryable): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await listTables(database)) {
    const { rows } = await database.execute(`SELECT count(*) AS total FROM ${quote(table)}`);
    counts.set(table, Number(rows[0]?.total));
  }
  return counts;
}

async function findBrokenReferences(database: Queryable): Promise<string[]> {
  const { rows } = await database.execute('PRAGMA foreign_key_check');
  return rows.map(
    (row) => `${String(row.table)} row ${String(row.rowid)} refers to a missing row of ${String(row.parent)}`,
  );
}

/** What a database holds now: rows per table, and references that lead nowhere. */
export async function readContents(database: Queryable): Promise<Contents> {
  return { rows: await countRows(database), brokenReferences: await findBrokenReferences(database) };
}

/** One sentence for each table that has fewer rows than before, or is gone with rows in it, unless it is in `discards`. */
export function describeLosses(before: Contents, after: Contents, discards: readonly string[]): string[] {
  const losses: string[] = [];
  for (const [table, count] of before.rows) {
    const left = after.rows.get(table);
    if ((left ?? 0) >= count || discards.includes(table)) continue;
    losses.push(
      left === undefined
        ? `table ${table} is gone with ${count} rows`
        : `table ${table} has ${left} of ${count} rows`,
    );
  }
  const known = new Set(before.brokenReferences);
  return [...losses, ...after.brokenReferences.filter((reference) => !known.has(reference))];
}
