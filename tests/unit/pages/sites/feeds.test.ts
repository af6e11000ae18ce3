/** Sitemaps and feeds are valid by their specifications, whatever editors write. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wellFormed } from '../../../../collections/blocks/fieldValues.js';
import { composeAtomFeed } from '../../../../src/pages/sites/atomFeed.js';
import { type Feed, type FeedItem, urnOf } from '../../../../src/pages/sites/feedItems.js';
import { composeJsonFeed } from '../../../../src/pages/sites/jsonFeed.js';
import type { PageHead } from '../../../../src/pages/sites/pagesOfSite.js';
import { composeSitemap, mostPages } from '../../../../src/pages/sites/sitemap.js';
import { element, xmlDocument } from '../../../../src/pages/sites/xml.js';
import type { Site } from '../../../../src/payload-types.js';
import { atomProblems, jsonFeedProblems, sitemapProblems } from '../../../helpers/feedRules.js';
import { childrenNamed, parseXml, textsOf } from '../../../helpers/xmlTree.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ']]>',
    '<script>',
    '&amp;',
    '"',
    '\r\n',
    '\u0000',
    '\ud800',
    '\ufffe',
    '<!--',
    '\u0085\u2028',
  ),
);
const someText = anyText.filter((text) => text !== '');

const site = {
  ...{
    id: '7d4e1a30-5a38-4b0e-9a36-6c8f2f3f8f10',
    slug: 'a-site',
    name: 'A site',
    url: 'https://site.example',
  },
  ...{
    timeZone: 'America/New_York',
    updatedAt: '2026-01-01T00:00:00.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
  },
} as Site;

const head = (path: string, more: object = {}): PageHead =>
  ({
    path,
    view: { seo: { noIndex: false }, canonicalSite: null, updatedAt: '2026-02-03T04:05:06.789Z', ...more },
  }) as PageHead;

describe('XML', () => {
  it('says every text as it is, but for characters that XML cannot hold', () => {
    const inXml = (text: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
      wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseXml(xmlDocument(element('a', { b: text }, text)));
        expect(read).toMatchObject({ attributes: { b: inXml(text) }, text: inXml(text) });
      }),
    );
  });
});

describe('a sitemap', () => {
  it('has the pages of its own site that may be indexed, each with when it changed', () => {
    const pages = [
      head('/resources/one'),
      head('/resources/hidden', { seo: { noIndex: true } }),
      head('/resources/elsewhere', { canonicalSite: 'another' }),
      head('/resources/two', { canonicalSite: site.id }),
    ];
    const xml = composeSitemap(site, pages);
    expect(sitemapProblems(xml, 'site.example')).toEqual([]);
    const urls = childrenNamed(parseXml(xml), 'url');
    expect(urls.map((url) => [textsOf(url, 'loc'), textsOf(url, 'lastmod')])).toEqual([
      [['https://site.example/resources/one'], ['2026-02-03T04:05:06.789Z']],
      [['https://site.example/resources/two'], ['2026-02-03T04:05:06.789Z']],
    ]);
  });

  it('is valid whatever stands in an address, and when there is nothing in it', () => {
    expect(sitemapProblems(composeSitemap(site, []), 'site.example')).toEqual([]);
    fc.assert(
      fc.property(anyText, (text) => {
        const path = `/${encodeURIComponent(wellFormed(text))}&'"<>/é ü`;
        expect(sitemapProblems(composeSitemap(site, [head(path)]), 'site.example')).toEqual([]);
      }),
    );
  });

  it('has no more pages than the protocol allows', () => {
    const pages = Array.from({ length: mostPages + 10 }, (_, index) => head(`/resources/${index}`));
    expect(childrenNamed(parseXml(composeSitemap(site, pages)), 'url')).toHaveLength(mostPages);
  });
});

const url = fc.webUrl({ withQueryParameters: true });
const moment = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const item: fc.Arbitrary<FeedItem> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  url,
  title: someText,
  summary: fc.option(anyText),
  publishedAt: moment,
  updatedAt: moment,
  authors: fc.array(fc.record({ name: someText, url: fc.option(url) }), { maxLength: 2 }),
  topics: fc.array(fc.record({ slug: fc.stringMatching(/^[a-z]{1,8}$/), title: someText }), { maxLength: 2 }),
  image: fc.option(url),
});
const feed: fc.Arbitrary<Feed> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  site: fc
    .record({ name: someText, tagline: fc.option(anyText), license: fc.option(anyText) })
    .map(({ license, ...words }): Site => ({ ...site, ...words, attribution: { license } })),
  locale: fc.constantFrom('en', 'es'),
  updatedAt: moment,
  image: fc.option(url),
  items: fc.uniqueArray(item, { maxLength: 5, selector: ({ id }) => id }),
});
const address = 'https://api.example/api/sites/a-site/feed';

describe('feeds', () => {
  it('are valid Atom and valid JSON Feed, whatever is in them', () => {
    fc.assert(
      fc.property(feed, (each) => {
        expect(atomProblems(composeAtomFeed(each, address))).toEqual([]);
        expect(jsonFeedProblems(JSON.parse(JSON.stringify(composeJsonFeed(each, address))))).toEqual([]);
      }),
    );
  });

  it('tell the same in both formats', () => {
    fc.assert(
      fc.property(feed, (each) => {
        const entries = childrenNamed(parseXml(composeAtomFeed(each, address)), 'entry');
        const { items } = composeJsonFeed(each, address);
        expect(entries.flatMap((entry) => textsOf(entry, 'id'))).toEqual(items.map(({ id }) => id));
        expect(entries.flatMap((entry) => textsOf(entry, 'updated'))).toEqual(
          items.map((it) => it.date_modified),
        );
      }),
    );
  });
});

describe('the name of an item', () => {
  it('is a UUID of version 5, its own for each document and language', () => {
    // RFC 9562: made from the namespace of DNS and www.example.com, Appendix A.4
    expect(urnOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com' as 'en')).toBe(
      'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
    expect(urnOf(site.id, 'en')).not.toBe(urnOf(site.id, 'es'));
  });
});
