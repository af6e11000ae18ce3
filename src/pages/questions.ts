/** What pages ask of a store of documents, said once for every store. Pure. */
import type { Locale } from '../../collections/locales.js';
import type { Config } from '../payload-types.js';
import type { internalFields, pageFields } from './pageFields.js';
import { byText } from './sorting.js';

/** Collections that pages are made of. */
export type Asked = keyof typeof pageFields | keyof typeof internalFields;

export type Answered<C extends Asked> = Config['collections'][C];

/** About any of these topics, and shown by this site. */
export interface OnTopics {
  siteId: string;
  topicIds: readonly string[];
}

/** Next to these, older content is not looked at: a page costs the same however much stands on its topics. */
export const mostOnTopics = 60;

/** The order of `newest`, and of the index that holds it (public-api/listIndexes.ts). What has no such date comes last. */
export function newestFirst(one: Newest, other: Newest): number {
  return byText(other.publishedAt ?? '', one.publishedAt ?? '') || byText(other.id, one.id);
}

interface Newest {
  id: string;
  publishedAt?: string | null;
}

/** Which documents: by id, by what they are found by, or all. */
export type Which =
  | { ids: readonly string[] }
  | { slug: string }
  | { serviceIds: readonly string[] }
  | OnTopics
  | { siteId: string; from: string }
  | 'all';

export interface Question {
  which: Which;
  /** Nothing else of a document is answered, but its id. */
  fields: readonly string[];
  locale: Locale;
  /** By which field the answer is sorted, and then by id; by id alone when left out. */
  order?: 'slug' | 'state';
  /** Only so many, `newestFirst`. Stands instead of an order. */
  newest?: number;
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
