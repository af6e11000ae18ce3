/** What pages ask of a store of documents, said once for every store. Pure. */
import { isRecord } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import type { Config } from '../payload-types.js';
import type { internalFields, pageFields } from './pageFields.js';

/** Collections that pages are made of. */
export type Asked = keyof typeof pageFields | keyof typeof internalFields;

/** Which documents: by id, by what they are found by, or all. */
export type Which =
  | { ids: readonly string[] }
  | { slug: string }
  | { serviceIds: readonly string[] }
  | { siteId: string; from: string }
  | 'all';

export interface Question<C extends Asked> {
  collection: C;
  which: Which;
  /** Nothing else of a document is answered, but its id. */
  fields: readonly string[];
  locale: Locale;
  /**
   * `public`: as strangers see it. `begun or not`: public, but for its dates; what has ended is not there.
   * `internal`: not public itself, but in force for what is; what has ended is not there.
   */
  as?: 'public' | 'begun or not' | 'internal';
  /** By which field the answer is sorted; then, and otherwise, by id. */
  order?: 'slug' | 'state';
}

export type Answered<C extends Asked> = Config['collections'][C];

/** Collections whose documents have a period in which they hold. */
export const dated: ReadonlySet<Asked> = new Set<Asked>(['availability', 'disclaimers', 'rules']);

/** The text that a document must have in a language to be public in it; a unit test holds it against the allow-list. */
export const titleFields: Readonly<Partial<Record<Asked, string>>> = {
  articles: 'title',
  faqs: 'question',
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

/** The text in this language of a row that holds all; of a field that has no language, the text. */
export function textIn(value: unknown, locale: Locale): unknown {
  return isRecord(value) ? value[locale] : value;
}
