/** The revision of a page: a hash over all data that went in. Equal data, equal revision; on every machine and database. */
import { createHash } from 'node:crypto';

/** The same value with the keys of every object in one order: databases keep them as they like. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inKeyOrder(each)]));
}

/** JSON with the keys of every object in one order; what is undefined is left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inKeyOrder(value));
}

/** SHA-256 of the data, in hexadecimal. */
export function revisionOf(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}
