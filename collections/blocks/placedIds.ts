// Which documents a block places, whatever shape its relation has: one, several, ids or documents.
import type { BlockFields } from './articleBlock.js';
import { idOf } from './fieldValues.js';
import { blockBySlug } from './registry.js';
import { relatedValues } from './relatedValues.js';

export interface Placed {
  collection: string;
  /** The field of the block that holds the relation. */
  field: string;
  /** In the order in which the block shows them; empty relations are left out. */
  ids: string[];
}

/** What the block with these fields places; undefined when it is no block, or one that places nothing. */
export function placedBy(fields: BlockFields): Placed | undefined {
  const reference = blockBySlug(fields.blockType)?.reference;
  if (!reference) return undefined;
  const { collection, field } = reference;
  return { collection, field, ids: relatedValues(reference, fields).flatMap((value) => idOf(value) ?? []) };
}
