/** A small loaded page that uses every kind of dependency, for tests of what is composed from it. */
import { demandsOf, type RuleRow } from '../../../src/compliance/attachDisclaimers.js';
import { type ContentView, viewOf } from '../../../src/pages/contentView.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';

const text = (words: string) => ({ type: 'text', text: words, format: 0, version: 1 });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, version: 1 });
const block = (blockType: string, fields: object) => ({
  type: 'block',
  fields: { blockType, ...fields },
  version: 1,
});
const value = (blockType: string, fields: object) => ({
  type: 'inlineBlock',
  fields: { id: blockType, blockType, ...fields },
  version: 1,
});
const richText = (...children: unknown[]) => ({ root: { type: 'root', children, version: 1 } });
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
      paragraph(text('To begin with.')),
      { type: 'heading', tag: 'h2', children: [text('What happens')], version: 1 },
      block('aspect', { name: 'Treatments' }),
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
      paragraph(text('It costs '), value('price', { service: 'service', wording: 'starting-at' })),
      paragraph(text('In '), value('count', { service: 'service', of: 'counties', wording: 'noun' })),
      block('faqList', { faqs: ['faq'] }),
      block('definition', { term: 'term' }),
      block('sourceList', { sources: ['cited'] }),
      block('disclaimer', { disclaimer: 'placed-disclaimer' }),
      block('steps', {
        items: [{ id: 'step', title: 'First', body: richText(paragraph(text('Breathe.'))) }],
      }),
      block('exercise', { name: 'Rest', minutes: 5, steps: [{ body: richText(paragraph(text('Sit.'))) }] }),
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

/** What the body places, and where words of it lead. */
const placedTexts = {
  faqs: [{ id: 'faq', slug: 'faq', question: 'Is it?', answer: richText(paragraph(text('It is.'))) }],
  terms: [{ id: 'term', slug: 'term', term: 'PTSD', expansion: 'Stress', definition: 'In words.' }],
} as unknown as Pick<ContentView, 'faqs' | 'terms'>;

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
  const view = { ...viewOf('articles', copyOf(article)), ...copyOf(placedTexts) };
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
      topics: [
        {
          ...{ id: 'topic', slug: 'topic', title: 'Topic', kind: 'condition', description: 'What it is.' },
          codes: [{ system: 'MeSH', code: 'D0' }],
        },
      ],
    },
    people: one({ id: 'person', slug: 'person', name: 'A Person' } as never),
    categories: one({ id: 'category', slug: 'category', title: 'Category' } as never),
    sources: new Map(
      ['source', 'cited'].map((id) => [
        id,
        { id, slug: id, title: id === 'source' ? 'Source' : 'A cited work', kind: 'review' },
      ]),
    ),
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
    placedDisclaimers: [
      {
        ...{
          id: 'placed-disclaimer',
          slug: 'placed-disclaimer',
          title: 'P',
          placement: 'footer',
          locale: 'en',
        },
        clauses: [{ key: 'a', text: 'Ask first.' }],
      },
    ],
    near: [
      {
        ...{ collection: 'faqs', kind: 'faq', id: 'near-faq', slug: 'near-faq', title: 'Is it near?' },
        ...{ summary: null, publishedAt: null, topicIds: ['topic', 'other-topic'] },
      },
    ],
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
