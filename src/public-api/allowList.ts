/**
 * The allow-list: everything that strangers may ask, as one table. The REST router, the GraphQL schema for
 * strangers and the read access of every field are made from it. What is not here is denied. Data only.
 */
import type { PublicCollectionKey, PublicWhen } from '../../collections/access/publicConstraint.js';
import type { SiteScope } from '../../collections/access/siteScope.js';

/** Comparisons that a filter may use. */
export type Operator =
  | 'equals'
  | 'not_equals'
  | 'in'
  | 'not_in'
  | 'exists'
  | 'greater_than'
  | 'greater_than_equal'
  | 'less_than'
  | 'less_than_equal';

export interface PublicCollection {
  /** GraphQL names: one document, the list. */
  names: { singular: string; plural: string };
  /** Top-level fields that strangers see; `id` always. */
  fields: readonly string[];
  /** Of these, what lists leave out unless `select` names it. */
  bodyFields: readonly string[];
  /** What `where` may name, and with which comparisons. Each is indexed on both databases. */
  filters: Readonly<Record<string, readonly Operator[]>>;
  /** What `sort` may name, with or without a leading `-`. */
  sorts: readonly string[];
  defaultSort: string;
  publicWhen: PublicWhen;
  /** What `site=` means here. */
  siteScope: SiteScope;
  /** Has a page of its own, under this prefix of its site. */
  page?: 'articles' | 'faqs' | 'misconceptions';
}

const exact = ['equals', 'not_equals', 'in', 'not_in'] as const;
const optional = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const;
const range = [
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
] as const;

const byId = { id: exact } as const;
const bySlug = { ...byId, slug: exact, updatedAt: range } as const;
const onSites = { sites: optional, 'sites.slug': exact } as const;
const onTopics = { topics: optional, 'topics.slug': exact } as const;

/** The most documents in one list, how deep relations are filled in, and the largest page number. */
export const limits = { rows: 100, defaultRows: 10, depth: 2, page: 100_000 } as const;

export const allowList: Record<PublicCollectionKey, PublicCollection> = {
  articles: {
    names: { singular: 'Article', plural: 'Articles' },
    fields: [
      'title',
      'slug',
      'summary',
      'heroImage',
      'body',
      'sites',
      'canonicalSite',
      'category',
      'topics',
      'services',
      'authors',
      'reviewedBy',
      'publishedAt',
      'updatedAt',
      'lastReviewed',
      'nextReview',
      'changeNote',
      'references',
      'callsToAction',
      'related',
      'seo',
    ],
    bodyFields: ['body'],
    filters: {
      ...bySlug,
      ...onSites,
      ...onTopics,
      canonicalSite: optional,
      category: optional,
      'category.slug': exact,
      authors: optional,
      'authors.slug': exact,
      services: optional,
      'services.slug': exact,
      publishedAt: range,
      lastReviewed: range,
      nextReview: range,
    },
    sorts: ['title', 'slug', 'publishedAt', 'updatedAt', 'lastReviewed', 'nextReview'],
    defaultSort: '-publishedAt',
    publicWhen: { publishedBy: 'draft', localizedTitle: 'title' },
    siteScope: 'sites',
    page: 'articles',
  },
  faqs: {
    names: { singular: 'Faq', plural: 'Faqs' },
    fields: [
      'question',
      'slug',
      'answer',
      'group',
      'order',
      'sites',
      'canonicalSite',
      'category',
      'topics',
      'services',
      'references',
      'publishedAt',
      'updatedAt',
      'reviewedBy',
      'lastReviewed',
      'nextReview',
      'seo',
    ],
    bodyFields: ['answer'],
    filters: {
      ...bySlug,
      ...onSites,
      ...onTopics,
      group: optional,
      order: range,
      category: optional,
      'category.slug': exact,
      services: optional,
      'services.slug': exact,
      publishedAt: range,
      lastReviewed: range,
      nextReview: range,
    },
    sorts: ['order', 'question', 'slug', 'publishedAt', 'updatedAt', 'lastReviewed', 'nextReview'],
    defaultSort: 'order',
    publicWhen: { publishedBy: 'draft', localizedTitle: 'question' },
    siteScope: 'sites',
    page: 'faqs',
  },
  misconceptions: {
    names: { singular: 'Misconception', plural: 'Misconceptions' },
    fields: [
      'myth',
      'slug',
      'fact',
      'explanation',
      'sources',
      'order',
      'sites',
      'canonicalSite',
      'topics',
      'services',
      'publishedAt',
      'updatedAt',
      'reviewedBy',
      'lastReviewed',
      'nextReview',
      'seo',
    ],
    bodyFields: ['explanation'],
    filters: {
      ...bySlug,
      ...onSites,
      ...onTopics,
      order: range,
      sources: optional,
      services: optional,
      'services.slug': exact,
      publishedAt: range,
      lastReviewed: range,
      nextReview: range,
    },
    sorts: ['order', 'myth', 'slug', 'publishedAt', 'updatedAt', 'lastReviewed', 'nextReview'],
    defaultSort: 'order',
    publicWhen: { publishedBy: 'draft', localizedTitle: 'myth' },
    siteScope: 'sites',
    page: 'misconceptions',
  },
  services: {
    names: { singular: 'Service', plural: 'Services' },
    fields: [
      'name',
      'slug',
      'site',
      'modes',
      'summary',
      'description',
      'highlights',
      'price',
      'callsToAction',
      'topics',
      'updatedAt',
    ],
    bodyFields: ['description'],
    filters: { ...bySlug, ...onTopics, site: exact, 'site.slug': exact },
    sorts: ['name', 'slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'draft', localizedTitle: 'name' },
    siteScope: 'site',
  },
  availability: {
    names: { singular: 'Availability', plural: 'Availabilities' },
    fields: [
      'service',
      'state',
      'status',
      'counties',
      'effectiveFrom',
      'effectiveTo',
      'reviewedAt',
      'publicNote',
      'updatedAt',
    ],
    bodyFields: [],
    filters: {
      ...byId,
      service: exact,
      'service.slug': exact,
      state: exact,
      status: exact,
      effectiveFrom: range,
      effectiveTo: range,
      reviewedAt: range,
      updatedAt: range,
    },
    sorts: ['state', 'status', 'effectiveFrom', 'effectiveTo', 'reviewedAt', 'updatedAt'],
    defaultSort: 'state',
    publicWhen: { publishedBy: 'draft', isEffectiveDated: true, restsOnLicenses: true },
    siteScope: 'service.site',
  },
  disclaimers: {
    names: { singular: 'Disclaimer', plural: 'Disclaimers' },
    fields: [
      'title',
      'slug',
      'clauses',
      'placement',
      'sites',
      'effectiveFrom',
      'effectiveTo',
      'changeNote',
      'updatedAt',
    ],
    bodyFields: [],
    filters: { ...bySlug, ...onSites, placement: exact, effectiveFrom: range, effectiveTo: range },
    sorts: ['title', 'slug', 'effectiveFrom', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'draft', localizedTitle: 'title', isEffectiveDated: true },
    siteScope: 'sites',
  },
  sources: {
    names: { singular: 'Source', plural: 'Sources' },
    fields: [
      'title',
      'slug',
      'kind',
      'authors',
      'publisher',
      'year',
      'doi',
      'pmid',
      'url',
      'drugRoute',
      'updatedAt',
    ],
    bodyFields: [],
    filters: { ...bySlug, kind: exact, year: range, doi: exact, pmid: exact, drugRoute: optional },
    sorts: ['title', 'slug', 'year', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live' },
    siteScope: 'shared',
  },
  people: {
    names: { singular: 'Person', plural: 'People' },
    fields: [
      'name',
      'slug',
      'honorific',
      'credentials',
      'jobTitle',
      'bio',
      'photo',
      'roles',
      'boardCertifications',
      'links',
      'updatedAt',
    ],
    bodyFields: [],
    filters: { ...bySlug, roles: exact },
    sorts: ['name', 'slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live' },
    siteScope: 'shared',
  },
  topics: {
    names: { singular: 'Topic', plural: 'Topics' },
    fields: ['title', 'slug', 'kind', 'synonyms', 'description', 'codes', 'parent', 'updatedAt'],
    bodyFields: [],
    filters: { ...bySlug, kind: exact, parent: optional, 'parent.slug': exact },
    sorts: ['title', 'slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'title' },
    siteScope: 'shared',
  },
  categories: {
    names: { singular: 'Category', plural: 'Categories' },
    fields: ['title', 'slug', 'description', 'order', 'updatedAt'],
    bodyFields: [],
    filters: { ...bySlug, order: range },
    sorts: ['order', 'title', 'slug', 'updatedAt'],
    defaultSort: 'order',
    publicWhen: { publishedBy: 'live', localizedTitle: 'title' },
    siteScope: 'shared',
  },
  'calls-to-action': {
    names: { singular: 'CallToAction', plural: 'CallsToAction' },
    fields: [
      'label',
      'slug',
      'kind',
      'eyebrow',
      'heading',
      'text',
      'facts',
      'target',
      'offer',
      'sites',
      'service',
      'updatedAt',
    ],
    bodyFields: [],
    filters: { ...bySlug, ...onSites, kind: exact, service: optional, 'service.slug': exact },
    sorts: ['label', 'slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'label' },
    siteScope: 'sites',
  },
  notices: {
    names: { singular: 'Notice', plural: 'Notices' },
    fields: [
      'title',
      'slug',
      'kind',
      'heading',
      'text',
      'links',
      'newsletter',
      'crisisLine',
      'legalDocument',
      'sites',
      'updatedAt',
    ],
    bodyFields: ['text'],
    filters: { ...bySlug, ...onSites, kind: exact },
    sorts: ['title', 'slug', 'kind', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'title' },
    siteScope: 'sites',
  },
  'glossary-terms': {
    names: { singular: 'GlossaryTerm', plural: 'GlossaryTerms' },
    fields: ['term', 'slug', 'abbreviation', 'expansion', 'definition', 'topics', 'updatedAt'],
    bodyFields: [],
    filters: { ...bySlug, ...onTopics, abbreviation: optional },
    sorts: ['term', 'slug', 'abbreviation', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'term' },
    siteScope: 'shared',
  },
  sites: {
    names: { singular: 'Site', plural: 'Sites' },
    fields: [
      'name',
      'slug',
      'url',
      'domains',
      'timeZone',
      'tagline',
      'about',
      'hubTitle',
      'prefixes',
      'labels',
      'contact',
      'attribution',
      'policies',
      'stateOrder',
      'logo',
      'updatedAt',
    ],
    bodyFields: [],
    filters: bySlug,
    sorts: ['name', 'slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'name' },
    siteScope: 'self',
  },
  media: {
    names: { singular: 'Media', plural: 'AllMedia' },
    fields: [
      'slug',
      'alt',
      'caption',
      'credit',
      'sites',
      'url',
      'thumbnailURL',
      'filename',
      'mimeType',
      'filesize',
      'width',
      'height',
      'focalX',
      'focalY',
      'sizes',
      'updatedAt',
    ],
    bodyFields: [],
    filters: { ...bySlug, ...onSites, filename: exact },
    sorts: ['slug', 'updatedAt'],
    defaultSort: 'slug',
    publicWhen: { publishedBy: 'live', localizedTitle: 'alt' },
    siteScope: 'sites',
  },
};

export type PublicSlug = keyof typeof allowList;
