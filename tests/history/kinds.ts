/** The kinds of documents that the random history writes: what each needs, and the text that tells its states apart. */
const states = ['FL', 'NJ', 'NY', 'GA', 'CA', 'TX', 'OH', 'VT'];

export interface Kind {
  collection: string;
  /** As GraphQL says it. */
  name: string;
  /** Published by an act of its own; the others by saving. */
  hasDrafts: boolean;
  /** Can be kept back with `live`. */
  hasLive: boolean;
  /** Holds the marker of the last write to it, by language or for all at once. */
  marker: string;
  isLocalized: boolean;
  /** Has its title by language, so that languages can be taken down one by one. */
  hasLocalizedTitle: boolean;
  /** Fields by language that a document needs, beside the marker. */
  texts(name: string): Record<string, unknown>;
  /** What else a new document needs. */
  rest(parts: KindParts): Record<string, unknown>;
  hasSlug: boolean;
  /** Shown on pages below this prefix. */
  prefix?: string;
  weight: number;
}

export interface KindParts {
  name: string;
  sites: string[];
  service: string;
  count: number;
}

/** Rich text of one paragraph. */
export function richText(text: string) {
  const textNode = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' };
  const common = { version: 1, direction: null, format: '', indent: 0 };
  const paragraph = { type: 'paragraph', ...common, textFormat: 0, textStyle: '', children: [textNode] };
  return { root: { type: 'root', ...common, children: [paragraph] } };
}

const withDrafts = {
  hasDrafts: true,
  hasLive: false,
  hasLocalizedTitle: true,
  hasSlug: true,
  isLocalized: true,
};
const bySaving = {
  hasDrafts: false,
  hasLive: true,
  hasLocalizedTitle: true,
  hasSlug: true,
  isLocalized: true,
};
const nothing = () => ({});
const onSites = ({ sites }: KindParts) => ({ sites });
const onSite = ({ sites }: KindParts) => ({ site: sites[0] });

const content: Kind[] = [
  {
    ...{ collection: 'articles', name: 'Article', marker: 'summary', prefix: '/resources', weight: 14 },
    ...withDrafts,
    texts: (name) => ({ title: name, body: richText(name) }),
    rest: onSites,
  },
  {
    ...{ collection: 'faqs', name: 'Faq', marker: 'group', prefix: '/faqs', weight: 6 },
    ...withDrafts,
    texts: (name) => ({ question: name, answer: richText(name) }),
    rest: onSites,
  },
  {
    ...{ collection: 'misconceptions', name: 'Misconception', marker: 'fact', prefix: '/myths', weight: 6 },
    ...withDrafts,
    texts: (name) => ({ myth: name }),
    rest: onSites,
  },
];

const compliance: Kind[] = [
  {
    ...{ collection: 'disclaimers', name: 'Disclaimer', marker: 'changeNote', weight: 3 },
    ...withDrafts,
    texts: (name) => ({ title: name }),
    rest: ({ name, sites }) => ({ sites, placement: 'footer', clauses: [{ key: 'one', text: name }] }),
  },
  {
    ...{ collection: 'services', name: 'Service', marker: 'summary', weight: 2 },
    ...withDrafts,
    texts: (name) => ({ name }),
    rest: (parts) => ({ ...onSite(parts), modes: ['telehealth'] }),
  },
  {
    ...{ collection: 'availability', name: 'Availability', marker: 'publicNote', weight: 3 },
    ...{ ...withDrafts, hasLocalizedTitle: false, hasSlug: false },
    texts: nothing,
    rest: ({ count, service }) => ({
      ...{ service, state: states[count % states.length], status: 'waitlist', counties: { mode: 'all' } },
      // periods of one service and state must not overlap
      effectiveFrom: `${1950 + Math.floor(count / states.length)}-01-01T00:00:00.000Z`,
      effectiveTo: `${1950 + Math.floor(count / states.length)}-12-31T00:00:00.000Z`,
    }),
  },
  {
    ...{ collection: 'rules', name: 'Rule', marker: 'title', weight: 3 },
    ...{ ...withDrafts, hasLocalizedTitle: false, isLocalized: false },
    texts: nothing,
    rest: ({ name }) => ({
      ...{ match: 'all', severity: 'warn', source: { title: name } },
      effect: { kind: 'forbidPhrase', phrase: `never ${name} never` },
    }),
  },
  {
    ...{ collection: 'claims', name: 'Claim', marker: 'note', weight: 2 },
    ...{ ...withDrafts, hasLocalizedTitle: false, isLocalized: false },
    texts: nothing,
    rest: ({ name }) => ({ statement: name, status: 'draft' }),
  },
];

const saved: Kind[] = [
  {
    ...{ collection: 'topics', name: 'Topic', marker: 'description', weight: 4 },
    ...bySaving,
    texts: (title) => ({ title }),
    rest: () => ({ kind: 'condition' }),
  },
  {
    ...{ collection: 'people', name: 'Person', marker: 'bio', weight: 3 },
    ...{ ...bySaving, hasLocalizedTitle: false },
    texts: nothing,
    rest: ({ name }) => ({ name }),
  },
  {
    ...{ collection: 'categories', name: 'Category', marker: 'description', weight: 2 },
    ...bySaving,
    texts: (title) => ({ title }),
    rest: nothing,
  },
  {
    ...{ collection: 'glossary-terms', name: 'GlossaryTerm', marker: 'definition', weight: 2 },
    ...bySaving,
    texts: (term) => ({ term }),
    rest: nothing,
  },
  {
    ...{ collection: 'calls-to-action', name: 'CallToAction', marker: 'text', weight: 2 },
    ...bySaving,
    texts: (label) => ({ label }),
    rest: (parts) => ({ ...onSites(parts), kind: 'link', target: { url: '/book' } }),
  },
  {
    ...{ collection: 'notices', name: 'Notice', marker: 'heading', weight: 2 },
    ...bySaving,
    texts: (title) => ({ title }),
    rest: (parts) => ({ ...onSites(parts), kind: 'newsletter' }),
  },
  {
    ...{ collection: 'sites', name: 'Site', marker: 'about', weight: 1 },
    ...bySaving,
    texts: (name) => ({ name }),
    rest: () => ({ url: 'https://example.org', timeZone: 'America/New_York' }),
  },
  {
    ...{ collection: 'licenses', name: 'License', marker: 'internalNote', weight: 2 },
    ...{ ...bySaving, hasLive: false, hasLocalizedTitle: false, isLocalized: false },
    texts: nothing,
    rest: ({ name }) => ({ number: name, state: 'FL', kind: 'medical', holder: { organization: name } }),
  },
  {
    ...{ collection: 'redirects', name: 'Redirect', marker: 'reason', weight: 2 },
    ...{ ...bySaving, hasLive: false, hasLocalizedTitle: false, hasSlug: false, isLocalized: false },
    texts: nothing,
    rest: (parts) => ({ ...onSite(parts), from: `/from-${parts.name}`, to: `/to-${parts.name}` }),
  },
];

/** Uploads: made with a file, then written like the others. */
export const media: Kind = {
  ...{ collection: 'media', name: 'Media', marker: 'caption', weight: 1 },
  ...{ ...bySaving, hasSlug: true },
  texts: (alt) => ({ alt }),
  rest: onSites,
};

export const kinds: readonly Kind[] = [...content, ...compliance, ...saved, media];

export function kindOf(collection: string): Kind {
  const found = kinds.find((kind) => kind.collection === collection);
  if (!found) throw new Error(`The history knows no “${collection}”.`);
  return found;
}
