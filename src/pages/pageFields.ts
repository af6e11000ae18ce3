/** The fields that pages read of each collection: what is not named here can reach no page. All of them are public. */

const content = [
  'slug', 'sites', 'canonicalSite', 'topics', 'services', 'publishedAt', 'updatedAt', 'reviewedBy', 'lastReviewed',
  'nextReview', 'seo',
] as const;

export const pageFields = {
  articles: [
    ...content, 'title', 'summary', 'heroImage', 'body', 'category', 'authors', 'changeNote', 'references',
    'callsToAction', 'related',
  ],
  faqs: [...content, 'question', 'answer', 'group', 'order', 'category', 'references'],
  misconceptions: [...content, 'myth', 'fact', 'explanation', 'order', 'sources'],
  availability: ['service', 'state', 'status', 'counties', 'effectiveFrom', 'effectiveTo', 'reviewedAt', 'publicNote'],
  'calls-to-action': [
    'label', 'slug', 'kind', 'eyebrow', 'heading', 'text', 'facts', 'target', 'offer', 'service', 'sites',
  ],
  categories: ['title', 'slug'],
  disclaimers: ['title', 'slug', 'clauses', 'placement', 'effectiveFrom', 'effectiveTo', 'updatedAt'],
  media: ['slug', 'alt', 'caption', 'credit', 'url', 'mimeType', 'width', 'height', 'focalX', 'focalY', 'sizes'],
  notices: [
    'title', 'slug', 'kind', 'heading', 'text', 'links', 'newsletter', 'crisisLine', 'legalDocument',
  ],
  people: ['name', 'slug', 'honorific', 'credentials', 'jobTitle', 'bio', 'photo', 'boardCertifications', 'links'],
  services: ['name', 'slug', 'site', 'modes', 'summary', 'highlights', 'price'],
  sites: [
    'name', 'slug', 'url', 'timeZone', 'tagline', 'hubTitle', 'prefixes', 'labels', 'contact', 'attribution',
    'policies', 'logo',
  ],
  sources: ['title', 'slug', 'kind', 'authors', 'publisher', 'year', 'doi', 'pmid', 'url', 'drugRoute'],
  topics: ['title', 'slug', 'kind'],
} as const satisfies Record<string, readonly string[]>;

/** What pages read of a document that they only name or link to. */
export const linkFields = {
  articles: ['slug', 'title', 'summary'],
  faqs: ['slug', 'question'],
  misconceptions: ['slug', 'myth', 'fact'],
} as const;

/** Not public, and never part of an answer but for a rule's name, source and conditions. */
export const internalFields = {
  redirects: ['to'],
  rules: ['slug', 'match', 'conditions', 'severity', 'effect', 'source', 'effectiveFrom', 'effectiveTo'],
} as const;
