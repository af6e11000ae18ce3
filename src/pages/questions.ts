/** What pages ask of a store of documents, said once for every store. Pure. */
import type { Locale } from '../../collections/locales.js';
import type { Config } from '../payload-types.js';
import type { internalFields, pageFields } from './pageFields.js';

/** Collections that pages are made of. */
export type Asked = keyof typeof pageFields | keyof typeof internalFields;

export type Answered<C extends Asked> = Config['collections'][C];

/** Which documents: by id, by what they are found by, or all. */
export type Which =
  | { ids: readonly string[] }
  | { slug: string }
  | { serviceIds: readonly string[] }
  | { topicIds: readonly string[] }
  | { siteId: string; from: string }
  | 'all';

export interface Question {
  which: Which;
  /** Nothing else of a document is answered, but its id. */
  fields: readonly string[];
  locale: Locale;
  /** By which field the answer is sorted, and then by id; by id alone when left out. */
  order?: 'slug' | 'state';
}

const dated: ReadonlySet<Asked> = new Set<Asked>(['availability', 'disclaimers', 'rules']);

/** True where documents have a period in which they hold. Those to come are answered, those that have ended are not. */
export function isDated(collection: Asked): boolean {
  return dated.has(collection);
}

/** The text that a document must have in a language to be public in it. */
export const titleFields: Readonly<Partial<Record<Asked, string>>> = {
  articles: 'title',
  faqs: 'question',
  'glossary-terms': 'term',
  misconceptions: 'myth',
  'calls-to-action': 'label',
  categories: 'title',
  disclaimers: 'title',
  media: 'alt',
  notices: 'title',
  services: 'name',
  sites: 'name',
  topics: 'title',
};
