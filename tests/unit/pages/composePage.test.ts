/** What a page says, and when its revision moves. */
import { describe, expect, it } from '@jest/globals';
import { composePage } from '../../../src/pages/composePage.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { canonicalJson } from '../../../src/pages/revision.js';
import { loadedPage } from './loadedPage.js';

const june = '2026-06-01T00:00:00.000Z';
const compose = (loaded: LoadedPage = loadedPage(), at = june) =>
  composePage(loaded, { at, forms: ['html'] });
const first = <T>(items: Iterable<T>): T => [...items][0] as T;

describe('a page', () => {
  it('has its body in the forms asked for and in no other', async () => {
    const { page } = await composePage(loadedPage(), { at: june, forms: ['text', 'markdown'] });
    expect(Object.keys(page.body)).toEqual(['markdown', 'text']);
    expect(page.body.markdown).toContain('::call-to-action{slug=call placement=middle}');
  });

  it('shows what its body places, and leaves out what is not public', async () => {
    const { page } = await composePage(loadedPage(), { at: june, forms: ['html', 'blocks'] });
    expect(page.body.html).toContain(
      '<a href="/resources/other-article">the other article</a> and a hidden one',
    );
    expect(page.body.html).toContain('src="/api/media/file/a.png"');
    expect(page.body.html).toContain('Florida');
    expect(JSON.stringify(page.body.blocks)).not.toContain('hidden-call');
  });

  it('has what its blocks place and where its links lead, for sites that show the blocks themselves', async () => {
    const { page } = await compose();
    expect(page.placed.map(({ collection, slug }) => [collection, slug])).toEqual([
      ['media', 'figure'],
      ...[
        ['faqs', 'faq'],
        ['glossary-terms', 'term'],
        ['sources', 'cited'],
        ['disclaimers', 'placed-disclaimer'],
      ],
    ]);
    expect(page.placed[0]).toMatchObject({ id: 'figure', alt: 'A path', width: 2 });
    expect(page.links).toEqual([
      { collection: 'articles', id: 'other-article', path: '/resources/other-article' },
    ]);
  });

  it('names every place of a call to action, with its service and price', async () => {
    const { callsToAction } = await compose();
    expect(callsToAction).toHaveLength(1);
    expect(callsToAction[0]).toMatchObject({
      slug: 'call',
      service: { slug: 'service', price: { amount: 5, currency: 'USD', qualifier: 'exact' } },
      placements: [
        { where: 'text', placementId: 'middle' },
        { where: 'end', placementId: null },
      ],
    });
  });

  it('carries its disclaimers, escaped, with the rule that asked for them', async () => {
    const [disclaimer] = (await compose()).disclaimers;
    expect(disclaimer).toMatchObject({
      slug: 'disclaimer',
      placement: 'footer',
      text: 'Prices <change>.\nOften.',
    });
    expect(disclaimer?.html).toContain('<p>Prices &lt;change&gt;.<br>Often.</p>');
    expect(disclaimer?.because).toEqual([
      {
        rule: 'prices-are-explained',
        source: { title: 'House rule', url: null },
        properties: [{ property: 'topic', operator: 'is', value: 'topic' }],
      },
    ]);
  });

  it('points search engines to the canonical site and readers to its own', async () => {
    const { breadcrumb, page, seo } = await compose();
    expect(seo.canonical).toBe('https://other-site.example/resources/an-article');
    expect(page.href).toBe('/api/pages/site/resources/an-article');
    expect(breadcrumb.map(({ path }) => path)).toEqual(['/', '/resources', '/resources/an-article']);
  });
});

describe('time', () => {
  it('is looked at when a page is composed', async () => {
    const before = await compose(loadedPage(), '2026-07-31T23:59:59.999Z');
    const after = await compose(loadedPage(), '2026-08-01T00:00:00.000Z');
    expect(before.availability[0]?.states).toHaveLength(1);
    expect(after.availability[0]?.states).toHaveLength(0);
    expect(before.nextChangeAt).toBe('2026-08-01T00:00:00.000Z');
    expect(after.nextChangeAt).toBe('2026-09-01T00:00:00.000Z');
    expect((await compose(loadedPage(), '2026-09-01T00:00:00.000Z')).disclaimers).toEqual([]);
  });

  it('ends what is available with the last license that it rests on', async () => {
    const loaded = loadedPage();
    const license = first(first(loaded.availability).licenses);
    // a day counts to its end in Florida
    Object.assign(license, { expiresOn: '2026-07-15T00:00:00.000Z' });
    const before = await compose(loaded, '2026-07-16T03:59:59.999Z');
    const after = await compose(loaded, '2026-07-16T04:00:00.000Z');
    expect(before.availability[0]?.states).toHaveLength(1);
    expect(before.nextChangeAt).toBe('2026-07-16T04:00:00.000Z');
    expect(after.availability[0]?.states).toEqual([]);
  });

  it('that passes without a change leaves every byte as it was', async () => {
    expect(await compose(loadedPage(), '2026-07-01T00:00:00.000Z')).toEqual(await compose());
  });
});

type Change = (loaded: LoadedPage) => void;
const set =
  <T extends object>(target: (loaded: LoadedPage) => T, change: Partial<T>): Change =>
  (loaded) => {
    Object.assign(target(loaded), change);
  };
const changes: [string, Change][] = [
  ['the title', set(({ view }) => view, { title: 'Another title' })],
  ['the body', set(({ view }) => view, { body: null })],
  ['the site’s name', set(({ site }) => site, { name: 'Another name' })],
  ['how long an answer may be shown', set(({ site }) => site, { policies: { refreshWithin: 'P1D' } })],
  ['the canonical site’s address', set(({ canonicalSite }) => canonicalSite, { url: 'https://new.example' })],
  ['a person’s credentials', set(({ people }) => first(people.values()), { credentials: 'MD' })],
  ['the category', set(({ categories }) => first(categories.values()), { title: 'Shelf' })],
  ['a topic', set(({ facts }) => first(facts.topics), { title: 'New topic' })],
  ['a clinical code', set(({ facts }) => first(facts.topics), { codes: [{ system: 'MeSH', code: 'D1' }] })],
  ['who publishes it', set(({ canonicalSite }) => canonicalSite, { name: 'Another publisher' })],
  ['its license', set(({ canonicalSite }) => canonicalSite, { attribution: { license: 'CC0' } })],
  ['what is near', set((loaded) => loaded, { view: { ...loadedPage().view, related: [] } })],
  ['a source', set(({ sources }) => first(sources.values()), { year: 2020 })],
  ['an image', set(({ media }) => first(media.values()), { alt: 'Another path' })],
  ['where a link leads', set(({ linked }) => first(linked.articles.values()), { slug: 'moved' })],
  ['a call to action', set(({ facts }) => first(facts.callsToAction), { label: 'Call now' })],
  ['a price', set(({ facts }) => first(facts.services), { price: { amount: 6, currency: 'USD' } })],
  [
    'a county',
    set(({ availability }) => first(availability), { counties: { mode: 'except', list: ['12087'] } }),
  ],
  ['a notice', set(({ notices }) => first(notices), { heading: 'Help' })],
  ['a disclaimer', set(({ disclaimers }) => first(first(disclaimers).clauses), { text: 'Prices differ.' })],
  ['a rule', set((loaded) => loaded, { demands: [] })],
  ['when availability ends', set(({ availability }) => first(availability), { effectiveTo: null })],
  ['the last license', set(({ availability }) => first(availability), { licenses: [] })],
];

describe('the revision', () => {
  it.each(changes)('moves with %s', async (_name, change) => {
    const changed = loadedPage();
    change(changed);
    expect((await compose(changed)).revision).not.toBe((await compose()).revision);
  });

  it('moves with the order in which the site tells states', async () => {
    const inTwoStates = (stateOrder: 'FL'[]) => {
      const loaded = loadedPage();
      loaded.availability.push({ ...first(loaded.availability), id: 'other', state: 'AL' });
      return compose({ ...loaded, site: { ...loaded.site, stateOrder } });
    };
    expect((await inTwoStates(['FL'])).revision).not.toBe((await inTwoStates([])).revision);
  });

  it('does not depend on the forms of the body', async () => {
    const all = await composePage(loadedPage(), { at: june, forms: ['html', 'markdown', 'text', 'blocks'] });
    expect(all.revision).toBe((await compose()).revision);
  });

  it('does not move with what a page does not show', async () => {
    const changed = loadedPage();
    first(changed.people.values()).updatedAt = '2027-01-01T00:00:00.000Z';
    first(changed.disclaimers).updatedAt = '2027-01-01T00:00:00.000Z';
    expect((await compose(changed)).revision).toBe((await compose()).revision);
  });

  it('is the same whatever the order of keys', () => {
    expect(canonicalJson({ b: [{ y: 1, x: undefined }], a: null })).toBe(
      canonicalJson({ a: null, b: [{ x: undefined, y: 1 }] }),
    );
    expect(canonicalJson({ b: [{ y: 1 }], a: null })).toBe('{"a":null,"b":[{"y":1}]}');
  });
});
