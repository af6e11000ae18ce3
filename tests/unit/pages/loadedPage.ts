/** A small loaded page that uses every kind of dependency, for tests of what is composed from it. */
import { demandsOf, type RuleRow } from '../../../src/compliance/attachDisclaimers.js';
import { viewOf } from '../../../src/pages/contentView.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';

const text = (words: string) => ({ type: 'text', text: words, format: 0, version: 1 });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, version: 1 });
const block = (blockType: string, fields: object) => ({
  type: 'block',
  fields: { blockType, ...fields },
  version: 1,
});
const link = (id: string, words: string) => ({
  type: 'link',
  version: 3,
  fields: { linkType: 'internal', doc: { relationTo: 'articles', value: id } },
  children: [text(words)],
});

const body = {
  root: {
    type: 'root',
    version: 1,
    children: [
      { type: 'heading', tag: 'h2', children: [text('What happens')], version: 1 },
      paragraph(
        text('Read '),
        link('other-article', 'the other article'),
        text(' and '),
        link('hidden', 'a hidden one'),
      ),
      block('callToAction', { callToAction: 'call', placementId: 'middle' }),
      block('callToAction', { callToAction: 'hidden-call' }),
      block('figure', { media: 'figure' }),
      block('availability', { service: 'service', format: 'oxford' }),
    ],
  },
};

const article = {
  id: 'article',
  slug: 'an-article',
  title: 'An article',
  summary: 'In short.',
  body,
  sites: ['site'],
  canonicalSite: 'other-site',
  category: 'category',
  topics: ['topic'],
  services: ['service'],
  authors: ['person'],
  reviewedBy: 'person',
  references: ['source'],
  callsToAction: ['call'],
  related: ['other-article'],
  heroImage: 'figure',
  updatedAt: '2026-01-02T00:00:00.000Z',
  seo: {},
};

const rule: RuleRow = {
  slug: 'prices-are-explained',
  match: 'all',
  conditions: [{ property: 'topic', operator: 'is', value: 'topic' }],
  severity: 'block',
  effect: { kind: 'attachDisclaimer', disclaimer: 'disclaimer' },
  source: { title: 'House rule' },
  effectiveTo: '2026-09-01T00:00:00.000Z',
};

const one = (doc: { id: string }) => new Map([[doc.id, doc]]);
const site = (id: string) => ({
  id,
  slug: id,
  name: `The ${id}`,
  url: `https://${id}.example/`,
  timeZone: 'America/New_York',
  hubTitle: 'Resources',
});

// not structuredClone: under Jest it makes objects of another realm, which are never deeply equal to ours
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Made anew for every test, so that a test may change it. */
export function loadedPage(): LoadedPage {
  const view = viewOf('articles', copyOf(article));
  const page = {
    site: 'site',
    kind: 'article' as const,
    services: [],
    modes: [],
    topics: ['topic'],
    states: ['FL'],
  };
  return {
    locale: 'en',
    site: site('site'),
    canonicalSite: site('other-site'),
    view,
    facts: {
      callsToAction: [
        { id: 'call', slug: 'call', kind: 'link', label: 'Call', target: { url: '/go' }, service: 'service' },
      ],
      services: [
        {
          id: 'service',
          slug: 'service',
          name: 'Service',
          modes: ['telehealth'],
          price: { amount: 5, currency: 'USD' },
        },
      ],
      topics: [{ id: 'topic', slug: 'topic', title: 'Topic', kind: 'condition' }],
    },
    people: one({ id: 'person', slug: 'person', name: 'A Person' } as never),
    categories: one({ id: 'category', slug: 'category', title: 'Category' } as never),
    sources: one({ id: 'source', slug: 'source', title: 'Source', kind: 'review' } as never),
    media: one({
      id: 'figure',
      slug: 'figure',
      alt: 'A path',
      url: '/api/media/file/a.png',
      width: 2,
      height: 1,
    } as never),
    linked: {
      articles: one({ id: 'other-article', slug: 'other-article', title: 'Other' } as never),
      faqs: new Map(),
      misconceptions: new Map(),
    },
    notices: [
      { id: 'notice', slug: 'notice', kind: 'crisis-line', title: 'Crisis', crisisLine: { phone: '988' } },
    ],
    availability: [
      {
        ...{ id: 'entry', serviceId: 'service', state: 'FL', status: 'available' },
        counties: { mode: 'all', list: [] },
        ...{ effectiveFrom: null, effectiveTo: '2026-08-01T00:00:00.000Z' },
        licenses: [{ id: 'license', state: 'FL', issuedOn: null, expiresOn: null }],
        ...{ reviewedAt: null, publicNote: null },
      },
    ],
    demands: demandsOf([rule], { ...page, offersFree: false, showsPrice: true, text: '' }),
    disclaimers: [
      {
        id: 'disclaimer',
        slug: 'disclaimer',
        title: 'D',
        placement: 'footer',
        locale: 'en',
        clauses: [{ key: 'a', text: 'Prices <change>.\nOften.' }],
      },
    ],
  } as unknown as LoadedPage;
}
