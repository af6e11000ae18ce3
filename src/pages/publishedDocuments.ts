/** Reads the published rows through Payload's Local API, without a user: what a page can show is what strangers may see. */
import type { CollectionSlug, Payload, SelectType, Where } from 'payload';
import { publicConstraint } from '../../collections/access/publicConstraint.js';
import { type SiteScope, shownOnSites } from '../../collections/access/siteScope.js';
import type { Disclaimer } from '../payload-types.js';
import { pageKinds } from './addresses.js';
import type { Documents, Locale, Related } from './documents.js';
import { internalFields, linkFields, pageFields } from './pageFields.js';

const defaultLocale: Locale = 'en';

/** How the collections that pages read by id belong to sites. */
const scopes: Record<Related, SiteScope> = {
  articles: 'sites',
  faqs: 'sites',
  misconceptions: 'sites',
  'calls-to-action': 'sites',
  categories: 'shared',
  media: 'sites',
  people: 'shared',
  services: 'site',
  sites: 'self',
  sources: 'shared',
  topics: 'shared',
};

interface Question {
  where: Where[];
  fields: readonly string[];
  locale: Locale;
  sort?: string;
  /** Only where the constraint of strangers stands in `where`: it would hide what begins later. */
  overrideAccess?: true;
}

const onSite = (scope: SiteScope, siteId: string | undefined) => (siteId ? shownOnSites(scope, [siteId]) : []);

const notEndedBy = (at: string): Where => ({
  or: [{ effectiveTo: { exists: false } }, { effectiveTo: { greater_than: at } }],
});

const isWhole = ({ clauses }: Disclaimer) => clauses.every(({ text }) => Boolean(text));

/** What is public at `at` (ISO 8601), in one locale and no other. */
export class PublishedDocuments implements Documents {
  constructor(
    private readonly payload: Payload,
    readonly locale: Locale,
    private readonly at: string,
  ) {}

  // The types of the Local API know the document of each collection, but not of a collection that is a variable.
  private async find<T>(collection: CollectionSlug, { fields, locale, overrideAccess, sort, where }: Question): Promise<T[]> {
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

  site: Documents['site'] = (slug) => this.first('sites', { fields: pageFields.sites, where: [{ slug: { equals: slug } }] });

  content: Documents['content'] = (kind, by) => {
    const where =
      'id' in by ? [{ id: { equals: by.id } }] : [{ slug: { equals: by.slug } }, ...onSite('sites', by.siteId)];
    return this.first(kind, { fields: pageFields[kind], where });
  };

  byIds: Documents['byIds'] = async (collection, ids, siteId) => {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const isLinked = (pageKinds as readonly string[]).includes(collection);
    const docs = await this.find<{ id: string }>(collection, {
      fields: isLinked ? linkFields[collection as keyof typeof linkFields] : pageFields[collection],
      locale: this.locale,
      where: [{ id: { in: wanted } }, ...onSite(scopes[collection], siteId)],
    });
    return new Map(docs.map((doc) => [doc.id, doc])) as never;
  };

  noticesOn: Documents['noticesOn'] = (siteId) =>
    this.find('notices', { fields: pageFields.notices, locale: this.locale, sort: 'slug', where: onSite('sites', siteId) });

  availabilityOf: Documents['availabilityOf'] = async (serviceIds) => {
    const wanted = [...new Set(serviceIds)];
    if (wanted.length === 0) return [];
    return this.find('availability', {
      fields: pageFields.availability,
      locale: this.locale,
      overrideAccess: true,
      sort: 'state',
      where: [{ service: { in: wanted } }, ...publicConstraint({ publishedBy: 'draft' }, this.at), notEndedBy(this.at)],
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

  private disclaimersIn(locale: Locale, ids: string[], siteId: string | undefined): Promise<Disclaimer[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.find('disclaimers', {
      fields: pageFields.disclaimers,
      locale,
      overrideAccess: true,
      where: [
        { id: { in: ids } },
        ...publicConstraint({ publishedBy: 'draft', localizedTitle: 'title' }, this.at),
        notEndedBy(this.at),
        ...(siteId ? onSite('sites', siteId) : [{ sites: { exists: false } }]),
      ],
    });
  }

  // What the law asks for is shown in the default locale rather than not at all, and says so.
  disclaimers: Documents['disclaimers'] = async (ids, siteId) => {
    const wanted = [...new Set(ids)];
    const found = (await this.disclaimersIn(this.locale, wanted, siteId)).filter(isWhole);
    const foundIds = new Set(found.map(({ id }) => id));
    const missing = this.locale === defaultLocale ? [] : wanted.filter((id) => !foundIds.has(id));
    const others = await this.disclaimersIn(defaultLocale, missing, siteId);
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
