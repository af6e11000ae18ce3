/** The revision of a page: a hash over all data that went in. Equal data, equal revision; on every machine and database. */
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in one order; what is undefined is left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** SHA-256 of the data, in hexadecimal. */
export function revisionOf(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}
