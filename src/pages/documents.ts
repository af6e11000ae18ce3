/** The port through which pages read: what is public of documents, in one locale, now or at a moment of the past. Knows no database. */
import type { Locale } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import type { Config, Disclaimer, Notice, Redirect, Rule, Site } from '../payload-types.js';
import type { FormerPrefix, PageKind } from './addresses.js';
import type { OnTopics } from './questions.js';

/** Collections that pages read by id. */
export type Related =
  | PageKind
  | 'calls-to-action'
  | 'categories'
  | 'glossary-terms'
  | 'media'
  | 'people'
  | 'services'
  | 'sites'
  | 'sources'
  | 'topics';

export type DocumentOf<C extends Related> = Config['collections'][C];

/** Documents by id, as they are public; what is not public is not there. Relations in them are ids. */
export type ById<C extends Related> = ReadonlyMap<string, DocumentOf<C>>;

/** A disclaimer in the locale asked for, or in the default one where it has not been translated whole. */
export type LocalizedDisclaimer = Disclaimer & { locale: Locale };

/**
 * What may be shown to anybody. Each method asks its store at most once (`disclaimers` and `availabilityOf`: twice), and not at
 * all for no ids;
 * published rows answer with one query, the ledger with two. Notices, rules and `all` come by slug, availability by state, all else
 * by id. Which site shows what (`onSite.ts`) and effective dates are left to the caller; what has ended for good is not there.
 * An empty field may be null or absent.
 */
export interface Documents {
  readonly locale: Locale;
  site(slug: string): Promise<Site | null>;
  /** Content with its body. */
  content<K extends PageKind>(kind: K, by: { slug: string } | { ids: string[] }): Promise<DocumentOf<K>[]>;
  /** All content of a kind without its body, by slug. */
  contentHeads<K extends PageKind>(kind: K): Promise<DocumentOf<K>[]>;
  /** Of the content that a site shows on any of these topics, what was published last: `newestFirst`, `mostOnTopics` at most. */
  newestOn<K extends PageKind>(kind: K, on: OnTopics): Promise<DocumentOf<K>[]>;
  /** Of content: only what is needed to link to it. */
  byIds<C extends Related>(collection: C, ids: Iterable<string>): Promise<ById<C>>;
  /** Every one of them. */
  all<C extends 'services' | 'sites' | 'topics'>(collection: C): Promise<DocumentOf<C>[]>;
  notices(): Promise<Notice[]>;
  /** With the licenses that an entry rests on, which are not public themselves. */
  availabilityOf(serviceIds: Iterable<string>): Promise<Entry[]>;
  rules(): Promise<Rule[]>;
  disclaimers(ids: Iterable<string>): Promise<LocalizedDisclaimer[]>;
  /** Where a redirect from this path leads: on the same site, unless `toSite` names another. */
  redirect(siteId: string, from: string): Promise<Pick<Redirect, 'to' | 'toSite'> | null>;
  /** The prefixes under which the pages of a site stood before, oldest first. */
  formerPrefixes(siteId: string): Promise<FormerPrefix[]>;
}
