/** Whether two states of a row say the same, although they are not the same text. */
import { isDeepStrictEqual } from 'node:util';
import { withoutNulls } from '../../../collections/hooks/withoutNulls.js';

/**
 * The names of the fields in which two rows differ. Empty ones equal absent ones: MongoDB stores an empty list where there was
 * none, and a later version of the product adds fields that are null in what was written before.
 */
export function differingFields(one: Record<string, unknown>, other: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(withoutNulls(one[name]), withoutNulls(other[name])))
    .sort();
}
