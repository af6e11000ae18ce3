/** Payload names each joined table with a new random name: every filter over a relation would be a statement never seen before. */

const randomName = /"[0-9a-f]{8}_(?:[0-9a-f]{4}_){3}[0-9a-f]{12}"/g;
const joins = /\bjoin "/;

/**
 * The same statement with its random names replaced, in the order in which they come: equal questions are equal texts, and are
 * prepared once. Values are bound and never part of the text.
 */
export function withStableAliases(sql: string): string {
  if (!joins.test(sql)) return sql;
  const names = new Map<string, string>();
  return sql.replace(randomName, (random) => {
    const stable = names.get(random) ?? `"joined_${names.size + 1}"`;
    names.set(random, stable);
    return stable;
  });
}
