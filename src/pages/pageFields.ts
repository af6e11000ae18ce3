/** The fields that pages read of each collection: what is not named here can reach no page. All of them are public. */

const content = [
  'slug',
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
] as const;

export const pageFields = {
  articles: [
    ...content,
    'title',
    'summary',
    'heroImage',
    'body',
    'category',
    'authors',
    'changeNote',
    'references',
    'callsToAction',
    'related',
  ],
  faqs: [...content, 'question', 'answer', 'group', 'order', 'category', 'references'],
  misconceptions: [...content, 'myth', 'fact', 'explanation', 'order', 'sources'],
  availability: [
    'service',
    'state',
    'status',
    'counties',
    'effectiveFrom',
    'effectiveTo',
    'reviewedAt',
    'publicNote',
  ],
  'calls-to-action': [
    'label',
    'slug',
    'kind',
    'eyebrow',
    'heading',
    'text',
    'facts',
    'target',
    'offer',
    'service',
    'sites',
  ],
  categories: ['title', 'slug'],
  disclaimers: ['title', 'slug', 'clauses', 'placement', 'sites', 'effectiveFrom', 'effectiveTo'],
  'glossary-terms': ['term', 'slug', 'abbreviation', 'expansion', 'definition'],
  // `url` is made from `filename` when it is read
  media: [
    'slug',
    'alt',
    'caption',
    'credit',
    'filename',
    'url',
    'mimeType',
    'width',
    'height',
    'focalX',
    'focalY',
    'contentHash',
    'sizes',
    'sites',
  ],
  notices: [
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
  ],
  people: [
    'name',
    'slug',
    'honorific',
    'credentials',
    'jobTitle',
    'bio',
    'photo',
    'boardCertifications',
    'links',
  ],
  services: ['name', 'slug', 'site', 'modes', 'summary', 'highlights', 'price', 'callsToAction', 'topics'],
  sites: [
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
    'logo',
    'stateOrder',
    'updatedAt',
  ],
  sources: ['title', 'slug', 'kind', 'authors', 'publisher', 'year', 'doi', 'pmid', 'url', 'drugRoute'],
  topics: ['title', 'slug', 'kind', 'synonyms', 'description', 'codes'],
} as const satisfies Record<string, readonly string[]>;

/** What pages read of a document that they only name or link to. */
export const linkFields = {
  articles: ['slug', 'title', 'summary', 'sites'],
  faqs: ['slug', 'question', 'sites'],
  misconceptions: ['slug', 'myth', 'sites'],
} as const;

const bodyFields = new Set<string>(['body', 'answer', 'explanation']);

/** What pages read of content where its body is not needed. */
export const headFields = (kind: keyof typeof linkFields): readonly string[] =>
  pageFields[kind].filter((field) => !bodyFields.has(field));

/** What pages read of content that is about the same topics. */
export const nearFields = {
  articles: [...linkFields.articles, 'topics', 'publishedAt'],
  faqs: [...linkFields.faqs, 'topics', 'publishedAt'],
  misconceptions: [...linkFields.misconceptions, 'fact', 'topics', 'publishedAt'],
} as const;

/** Not public, and never part of an answer but for a rule's name, source and conditions. */
export const internalFields = {
  // an answer tells only what follows from them: whether the entry is in force
  availability: ['licenses'],
  licenses: ['state', 'issuedOn', 'expiresOn'],
  redirects: ['to', 'toSite'],
  rules: ['slug', 'match', 'conditions', 'severity', 'effect', 'source', 'effectiveFrom', 'effectiveTo'],
  sites: ['formerPrefixes'],
} as const;
