/** Hostile text in every field of every document, written through REST: told again exactly at every address. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking } from '../helpers/asking.js';
import { foundIn, hostileWords, markedCopy } from '../helpers/hostileWords.js';
import { type House, openHouse } from '../helpers/house.js';
import { readers, shown, stringsOf } from '../helpers/readFormats.js';
import { parseXml, type XmlElement } from '../helpers/xmlTree.js';

jest.setTimeout(180_000);

let house: House;
let administrator: Asking;
beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
});
afterAll(() => house.close());

const article = 'the-at-home-program-step-by-step';
const page = `/api/pages/brightpath/resources/${article}`;

/** What a page is made of; `most` documents of each are enough for a look. */
const most = 5;
const collections = [
  ...['sites', 'people', 'topics', 'categories', 'sources', 'glossary-terms', 'notices', 'calls-to-action'],
  ...['media', 'disclaimers', 'services', 'faqs', 'misconceptions', 'articles'],
];

/** What the server keeps for itself is not sent back. */
const kept = new Set(['id', 'createdAt', 'updatedAt', 'slug', 'formerPrefixes', 'sizes', 'filename']);

/** Every word of the demo content, said in hostile words; what stands between the marks, by their number. */
async function writeEverywhere(): Promise<string[]> {
  const said: string[] = [];
  for (const collection of collections) {
    const all = collection === 'disclaimers' ? 'limit=100' : `limit=${most}`;
    const which = collection === 'articles' ? `where[slug][equals]=${article}` : all;
    const { body } = await administrator.get(`/api/${collection}?depth=0&${which}`).expect(200);
    for (const { id, ...fields } of body.docs) {
      const own = Object.fromEntries(Object.entries(fields).filter(([name]) => !kept.has(name)));
      const { document } = markedCopy(
        own,
        (number) => hostileWords[number % hostileWords.length] ?? '',
        said,
      );
      const answer = await administrator.patch(`/api/${collection}/${id}`, document);
      expect([collection, fields.slug, answer.status, answer.body.errors]).toEqual([
        collection,
        fields.slug,
        200,
        undefined,
      ]);
    }
  }
  return said;
}

const get = (address: string) => house.stranger.get(address).expect(200);

const xmlStrings = ({ attributes, children, text }: XmlElement): string[] => [
  ...Object.values(attributes),
  text,
  ...children.flatMap(xmlStrings),
];

const withoutEntities = (words: string) => shown(words).replaceAll('&lt;', '<');

/** Every marked text is what was written; at least `least` of them are there. */
function expectSaid(texts: readonly string[], said: readonly string[], least: number): void {
  const found = texts.flatMap(foundIn);
  expect(found.map(({ words }) => withoutEntities(words))).toEqual(
    found.map(({ number }) => withoutEntities(said[number] ?? '')),
  );
  expect(found.length).toBeGreaterThanOrEqual(least);
}

describe('hostile words in every field of every document', () => {
  let said: string[];
  beforeAll(async () => {
    said = await writeEverywhere();
  });

  it.each(['html', 'markdown', 'text'] as const)('are words on a page as %s', async (format) => {
    const { text } = await get(`${page}?format=${format}`);
    expectSaid([readers[format](text).words], said, 60);
  });

  it('run nowhere: the HTML has one script, the data, and no address or attribute that acts', async () => {
    const { text } = await get(`${page}?format=html`);
    const { kinds } = readers.html(text);
    for (const kind of Object.keys(kinds)) {
      expect(kind).not.toMatch(
        /^(script|img .*onerror|svg|iframe|object|comment|style|base|form)\b|(javascript|vbscript|data):/i,
      );
      expect(kind).not.toMatch(/ (\w+,)*on[A-Z]/);
    }
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expectSaid(stringsOf(JSON.parse(data)), said, 10);
  });

  it.each([
    [`${page}?body=text&modules=true`, 80],
    [`${page}?format=jsonld`, 10],
    ['/api/sites/brightpath', 10],
    ['/api/sites/brightpath/manifest', 5],
    ['/api/sites/brightpath/feed.json', 5],
    [`/api/articles/${article}?depth=2`, 60],
    ['/api/faqs?limit=100&select[answer]=true&select[question]=true', 10],
    ['/api/disclaimers/resolve?site=brightpath&topics=ketamine', 1],
  ])('are words in JSON: %s', async (address, least) => {
    expectSaid(stringsOf((await get(address)).body), said, least);
  });

  it('are words in XML', async () => {
    const feed = await get('/api/sites/brightpath/feed.xml').buffer(true);
    expectSaid(xmlStrings(parseXml(feed.text ?? String(feed.body))), said, 5);
    const sitemap = await get('/api/sites/brightpath/sitemap.xml').buffer(true);
    expect(parseXml(sitemap.text ?? String(sitemap.body)).name).toBe('urlset');
  });

  it('are words over GraphQL', async () => {
    const query = `{ page(site: "brightpath", path: "/resources/${article}") {
      title body { text blocks } disclaimers { text } } site(slug: "brightpath") { name } }`;
    const answer = await house.stranger.post('/api/graphql').send({ query }).expect(200);
    expect(answer.body.errors).toBeUndefined();
    expectSaid(stringsOf(answer.body.data), said, 30);
  });
});
