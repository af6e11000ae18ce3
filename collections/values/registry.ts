// The one list of values: the editors, Markdown and every format of a page are made from it. No entry keeps state.
import type { BlockFields } from '../blocks/articleBlock.js';
import { idOf } from '../blocks/fieldValues.js';
import type { Placed } from '../blocks/placedIds.js';
import { availabilityWording } from './availabilityWording.js';
import { count } from './count.js';
import type { InlineValue } from './inlineValue.js';
import { price } from './price.js';

/** All values, in the order in which the editor offers them. */
export const inlineValues: readonly InlineValue[] = [price, availabilityWording, count];

/** The value with this slug, as it stands in the database. */
export function valueBySlug(slug: unknown): InlineValue | undefined {
  return inlineValues.find((value) => value.slug === slug);
}

/** The value with this name in Markdown. */
export function valueByName(name: string): InlineValue | undefined {
  return inlineValues.find((value) => value.name === name);
}

/** The document that the value with these fields speaks of; undefined when it is no value. */
export function spokenOf(fields: BlockFields): Placed | undefined {
  const value = valueBySlug(fields.blockType);
  if (!value) return undefined;
  const { collection, field } = value.reference;
  const id = idOf(fields[field]);
  return { collection, field, ids: id === undefined ? [] : [id] };
}
