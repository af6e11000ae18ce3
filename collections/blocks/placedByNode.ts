// Which documents one node of rich text places: those of a block, or the one that a value speaks of.
import { spokenOf } from '../values/registry.js';
import { isRecord } from './fieldValues.js';
import { type Placed, placedBy } from './placedIds.js';

/** Undefined for a node that places nothing; a link places nothing. */
export function placedByNode({ fields, type }: Record<string, unknown>): Placed | undefined {
  if (!isRecord(fields)) return undefined;
  if (type === 'inlineBlock') return spokenOf(fields);
  return type === 'block' ? placedBy(fields) : undefined;
}
