/** The questions of pages, as every store of documents is asked them. Stores differ in how they find what is asked for. */

import { licenseIdsOf } from '../../collections/availability/storedEntry.js';
import { defaultLocale, type Locale } from '../../collections/locales.js';
import type { Disclaimer } from '../payload-types.js';
import { entriesOf } from './availabilityEntries.js';
import type { Documents, Related } from './documents.js';
import { headFields, internalFields, linkFields, nearFields, pageFields } from './pageFields.js';
import { type Answered, type Asked, mostOnTopics, type Question } from './questions.js';

const isWhole = ({ clauses }: Disclaimer) => (clauses ?? []).every(({ text }) => Boolean(text));

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)];

const fieldsNamed = (collection: Related): readonly string[] =>
  Object.hasOwn(linkFields, collection)
    ? linkFields[collection as keyof typeof linkFields]
    : pageFields[collection];

/** Answers by asking `find`, at most once a method (`disclaimers`, `availabilityOf`: twice), and not at all for no ids. */
export abstract class AskedDocuments implements Documents {
  constructor(readonly locale: Locale) {}

  /** The documents that may be shown, in the locale of the question and no other, in the order asked for. */
  protected abstract find<C extends Asked>(collection: C, question: Question): Promise<Answered<C>[]>;

  site: Documents['site'] = async (slug) => {
    const [found] = await this.find('sites', {
      ...{ fields: pageFields.sites, locale: this.locale, which: { slug } },
    });
    return found ?? null;
  };

  content: Documents['content'] = (kind, by) =>
    this.find(kind, { fields: pageFields[kind], locale: this.locale, which: by });

  contentHeads: Documents['contentHeads'] = (kind) => {
    const question = { fields: headFields(kind), locale: this.locale, which: 'all' } as const;
    return this.find(kind, { ...question, order: 'slug' });
  };

  newestOn: Documents['newestOn'] = async (kind, which) =>
    which.topicIds.length === 0
      ? []
      : this.find(kind, { fields: nearFields[kind], locale: this.locale, newest: mostOnTopics, which });

  byIds: Documents['byIds'] = async (collection, ids) => {
    const wanted = unique(ids);
    if (wanted.length === 0) return new Map();
    const docs = await this.find(collection, {
      ...{ fields: fieldsNamed(collection), locale: this.locale, which: { ids: wanted } },
    });
    return new Map(docs.map((doc) => [doc.id, doc]));
  };

  all: Documents['all'] = (collection) => {
    const question = { fields: pageFields[collection], locale: this.locale, which: 'all' } as const;
    return this.find(collection, { ...question, order: 'slug' });
  };

  notices: Documents['notices'] = () => {
    const question = { fields: pageFields.notices, locale: this.locale, which: 'all' } as const;
    return this.find('notices', { ...question, order: 'slug' });
  };

  availabilityOf: Documents['availabilityOf'] = async (serviceIds) => {
    const wanted = unique(serviceIds);
    if (wanted.length === 0) return [];
    const entryFields = [...pageFields.availability, ...internalFields.availability];
    const question = { fields: entryFields, locale: this.locale, which: { serviceIds: wanted } };
    const rows = await this.find('availability', { ...question, order: 'state' });
    const ids = unique(rows.flatMap(licenseIdsOf));
    const fields = internalFields.licenses;
    const licenses =
      ids.length === 0 ? [] : await this.find('licenses', { fields, locale: this.locale, which: { ids } });
    return entriesOf(rows, licenses);
  };

  rules: Documents['rules'] = () => {
    const question = { fields: internalFields.rules, locale: this.locale, which: 'all' } as const;
    return this.find('rules', { ...question, order: 'slug' });
  };

  private disclaimersIn(locale: Locale, ids: string[]): Promise<Disclaimer[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.find('disclaimers', { fields: pageFields.disclaimers, locale, which: { ids } });
  }

  // What the law asks for is shown in the default locale rather than not at all, and says so.
  disclaimers: Documents['disclaimers'] = async (ids) => {
    const wanted = unique(ids);
    const found = (await this.disclaimersIn(this.locale, wanted)).filter(isWhole);
    const foundIds = new Set(found.map(({ id }) => id));
    const missing = this.locale === defaultLocale ? [] : wanted.filter((id) => !foundIds.has(id));
    const others = await this.disclaimersIn(defaultLocale, missing);
    return [
      ...found.map((each) => ({ ...each, locale: this.locale })),
      ...others.map((each) => ({ ...each, locale: defaultLocale })),
    ];
  };

  redirect: Documents['redirect'] = async (siteId, from) => {
    const question = { fields: internalFields.redirects, locale: this.locale, which: { siteId, from } };
    const [found] = await this.find('redirects', question);
    return found ?? null;
  };

  formerPrefixes: Documents['formerPrefixes'] = async (siteId) => {
    const question = { fields: internalFields.sites, locale: this.locale, which: { ids: [siteId] } };
    const [found] = await this.find('sites', question);
    return found?.formerPrefixes ?? [];
  };
}
