/** Structured data as it may be sent: nothing empty in it, and nothing that could be read as markup. Pure. */
import { wellFormed } from '../../../collections/blocks/fieldValues.js';

/** Where HTML would begin a tag or a comment; "<0.5" is left alone. */
const opensMarkup = /<(?=[a-z/!?])/giu;

/**
 * Consumers may read texts of schema.org as HTML, and frontends put the whole into a script element: so no text holds the
 * beginning of a tag. What looks like one is written as an entity.
 */
const plain = (text: string) => wellFormed(text).replace(opensMarkup, '&lt;');

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The same without empty properties, however deep; texts hold no tags. */
export function tidyNode<T>(value: T): T {
  if (typeof value === 'string') return plain(value) as T;
  if (Array.isArray(value)) return value.map(tidyNode).filter((each) => !isEmpty(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, tidyNode(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => !isEmpty(each))) as T;
}
