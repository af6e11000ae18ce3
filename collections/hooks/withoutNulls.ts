/** Empty and absent are one when documents are compared: a database may return either. */

/** True for objects that are neither lists nor dates. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value without its empty parts, however deep; undefined when nothing is left. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutNulls);
  if (!isPlain(value)) return value ?? undefined;
  const kept = Object.entries(value)
    .map(([key, each]) => [key, withoutNulls(each)] as const)
    .filter(([, each]) => each !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
