// The values of a block's relation, one by one, whether it holds one document or several.
import type { BlockFields, BlockReference, BlockRender } from './articleBlock.js';
import { idOf } from './fieldValues.js';

/** Ids or documents in the order in which the block shows them; empty ones are left out. */
export function relatedValues({ field }: Pick<BlockReference, 'field'>, fields: BlockFields): unknown[] {
  const value = fields[field];
  return (Array.isArray(value) ? value : [value]).filter((each) => idOf(each) !== undefined);
}

/** The documents of the relation that may be shown, in the same order. */
export function shownDocuments(
  reference: BlockReference,
  fields: BlockFields,
  render: BlockRender,
): BlockFields[] {
  return relatedValues(reference, fields)
    .map((value) => render.document(reference.collection, value))
    .filter((document) => document !== undefined);
}
