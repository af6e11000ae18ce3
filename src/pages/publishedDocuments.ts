/** Reads the published rows through Payload's Local API, without a user: what a page can show is what strangers may see. */
import type { CollectionSlug, Payload, SelectType, Where } from 'payload';
import { notEndedBy, publicConstraint } from '../../collections/access/publicConstraint.js';
import { defaultLocale, type Locale } from '../../collections/locales.js';
import type { Disclaimer } from '../payload-types.js';
import type { Documents } from './documents.js';
import { internalFields, linkFields, pageFields } from './pageFields.js';

interface Question {
  where: Where[];
  fields: readonly string[];
  locale: Locale;
  sort?: string;
  /** Only where the constraint of strangers stands in `where`: it would hide what begins later. */
  overrideAccess?: true;
}

const isWhole = ({ clauses }: Disclaimer) => clauses.every(({ text }) => Boolean(text));

/** What is public at `at` (ISO 8601), in one locale and no other. */
export class PublishedDocuments implements Documents {
  constructor(
    private readonly payload: Payload,
    readonly locale: Locale,
    private readonly at: string,
  ) {}

  // The types of the Local API know the document of each collection, but not of a collection that is a variable.
  private async find<T>(
    collection: CollectionSlug,
    { fields, locale, overrideAccess, sort, where }: Question,
  ): Promise<T[]> {
    const { docs } = await this.payload.find({
      collection,
      depth: 0,
      draft: false,
      fallbackLocale: false,
      locale,
      overrideAccess: overrideAccess ?? false,
      pagination: false,
      select: Object.fromEntries(fields.map((field) => [field, true])) as SelectType as never,
      sort,
      where: { and: where },
    });
    return docs as unknown as T[];
  }

  private async first<T>(collection: CollectionSlug, question: Omit<Question, 'locale'>): Promise<T | null> {
    const [found] = await this.find<T>(collection, { ...question, locale: this.locale });
    return found ?? null;
  }

  site: Documents['site'] = (slug) =>
    this.first('sites', { fields: pageFields.sites, where: [{ slug: { equals: slug } }] });

  content: Documents['content'] = (kind, by) => {
    const where: Where = 'ids' in by ? { id: { in: by.ids } } : { slug: { equals: by.slug } };
    return this.find(kind, { fields: pageFields[kind], locale: this.locale, where: [where] });
  };

  byIds: Documents['byIds'] = async (collection, ids) => {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const fields = Object.hasOwn(linkFields, collection)
      ? linkFields[collection as keyof typeof linkFields]
      : pageFields[collection];
    const docs = await this.find<{ id: string }>(collection, {
      fields,
      locale: this.locale,
      where: [{ id: { in: wanted } }],
    });
    return new Map(docs.map((doc) => [doc.id, doc])) as never;
  };

  notices: Documents['notices'] = () =>
    this.find('notices', { fields: pageFields.notices, locale: this.locale, sort: 'slug', where: [] });

  availabilityOf: Documents['availabilityOf'] = async (serviceIds) => {
    const wanted = [...new Set(serviceIds)];
    if (wanted.length === 0) return [];
    return this.find('availability', {
      fields: pageFields.availability,
      locale: this.locale,
      overrideAccess: true,
      sort: 'state',
      where: [
        { service: { in: wanted } },
        ...publicConstraint({ publishedBy: 'draft' }, { now: this.at }),
        notEndedBy(this.at),
      ],
    });
  };

  rules: Documents['rules'] = () =>
    this.find('rules', {
      fields: internalFields.rules,
      locale: this.locale,
      overrideAccess: true,
      sort: 'slug',
      where: [{ _status: { equals: 'published' } }, notEndedBy(this.at)],
    });

  private disclaimersIn(locale: Locale, ids: string[]): Promise<Disclaimer[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.find('disclaimers', {
      fields: pageFields.disclaimers,
      locale,
      overrideAccess: true,
      where: [
        { id: { in: ids } },
        ...publicConstraint({ publishedBy: 'draft', localizedTitle: 'title' }, { now: this.at }),
        notEndedBy(this.at),
      ],
    });
  }

  // What the law asks for is shown in the default locale rather than not at all, and says so.
  disclaimers: Documents['disclaimers'] = async (ids) => {
    const wanted = [...new Set(ids)];
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
    const found = await this.first<{ to: string }>('redirects', {
      fields: internalFields.redirects,
      overrideAccess: true,
      where: [{ site: { equals: siteId } }, { from: { equals: from } }],
    });
    return found?.to ?? null;
  };
}
