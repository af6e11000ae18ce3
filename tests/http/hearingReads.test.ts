/** What the front is told of each answer: whether it may be kept, what it depends on, and until when it is true. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking } from '../helpers/asking.js';
import { type Heard, hear } from '../helpers/heard.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Offering, offering } from '../helpers/offering.js';

jest.setTimeout(600_000);

let house: House;
let heard: Heard;
let offer: Offering;
let administrator: Asking;
let articleId: string;

beforeAll(async () => {
  house = await openHouse();
  heard = await hear(house);
  offer = offering(house);
  administrator = asking(house, await house.person('administrator'));
  articleId = await house.idOf('articles', 'ketamine-risks-and-side-effects');
});
afterAll(() => house.close());

const graphql = (query: string) => ({ address: '/api/graphql', body: JSON.stringify({ query }) });
const article = () => `articles/${articleId}`;

describe('what an answer depends on', () => {
  const whole = [
    'articles',
    'faqs',
    'sites',
    'topics',
    'rules',
    'licenses',
    'availability',
    'redirects',
    'publications',
  ];

  it.each<[what: string, question: () => Parameters<Heard['ask']>[0], tags: string[]]>([
    ['a list: its collection', () => '/api/topics', ['topics']],
    [
      'a list by a relation: the other collection, too',
      () => '/api/articles?where[topics.slug][equals]=ptsd',
      ['articles', 'sites', 'topics'],
    ],
    [
      'a list in GraphQL by a relation',
      () => graphql('{ Articles(where: { topics__slug: { equals: "ptsd" } }) { docs { slug } } }'),
      ['articles', 'topics'],
    ],
    ['a document by id: that document', () => `/api/topics/${articleId}`, []],
    ['a document by slug: that document', () => '/api/topics/ptsd', []],
    ['a slug at which nothing is: the collection', () => '/api/topics/nothing-here', ['topics']],
    [
      'entries: the licenses that they rest on',
      () => '/api/availability?limit=1',
      ['licenses', 'availability'],
    ],
    [
      'a check, made from memory: all that the book is made of',
      () => '/api/availability/check?site=brightpath&state=FL',
      ['sites', 'topics', 'rules', 'licenses', 'availability'],
    ],
    [
      'nothing at a path: what could come to stand there, and the ledger',
      () => '/api/pages/brightpath/resources/nothing-here',
      ['articles', 'redirects', 'publications'],
    ],
  ])('%s', async (_what, question, tags) => {
    const told = await heard.ask(question());
    expect(told.keep).not.toBeNull();
    const named = heard.tagsAmong(told, whole);
    expect(named).toEqual(whole.filter((each) => tags.includes(each)));
  });

  it('a document by slug names that document', async () => {
    const told = await heard.ask('/api/articles/ketamine-risks-and-side-effects');
    expect(heard.tagsAmong(told, [article(), 'articles~', 'articles', 'rules'])).toEqual([
      article(),
      'articles~',
      'rules',
    ]);
  });

  it.each(['', '/manifest', '/sitemap.xml', '/feed.xml', '/feed.json'])(
    'what is kept in the back for a site%s is said each time, and also of a site that is not there',
    async (part) => {
      const address = `/api/sites/brightpath${part}`;
      const [first, again] = [await heard.ask(address), await heard.ask(address)];
      expect(again.keep?.slots.length).toBeGreaterThan(2);
      expect(new Set(again.keep?.slots)).toEqual(new Set(first.keep?.slots));
      const absent = await heard.ask(`/api/sites/no-such-site${part}`);
      expect(absent.status).toBe(404);
      expect(heard.tagsAmong(absent, ['sites'])).toEqual(['sites']);
    },
  );

  it('what is said of the book names all that it is made of', async () => {
    const { makeHeard } = await import('../../src/freshness/reads.js');
    const { readInLocalesAt } = await import('../../src/pages/readAt.js');
    const { readBook } = await import('../../src/public-api/availability/bookInLocale.js');
    const { bookedCollections } = await import('../../src/public-api/availability/availabilityBook.js');
    const read = () =>
      readInLocalesAt({ payload: house.payload }, (documentsIn) => readBook(documentsIn('es')));
    const { outcome, reads } = await makeHeard(read);
    expect(outcome.status).toBe('fulfilled');
    const collections = new Set([...reads.tags].map((tag) => tag.split(/[/~]/, 1)[0]));
    expect([...collections].filter((each) => !bookedCollections.has(each ?? ''))).toEqual([]);
    expect(collections.size).toBeGreaterThan(3);
  });

  it('everybody who waits for the same site is told what it was made of', async () => {
    await administrator.patch(`/api/sites/${await house.idOf('sites', 'brightpath')}`, {
      tagline: `At ${Date.now()}`,
    });
    const all = await Promise.all([1, 2, 3, 4].map(() => heard.ask('/api/sites/brightpath/manifest')));
    for (const told of all) expect(new Set(told.keep?.slots)).toEqual(new Set(all[0]?.keep?.slots));
  });
});

describe('what may not be kept', () => {
  const soon = () => encodeURIComponent(new Date(Date.now() + 3_600_000).toISOString());

  it.each<[what: string, question: () => Parameters<Heard['ask']>[0], status: number]>([
    ['a question that is wrong', () => '/api/articles?limit=1000', 400],
    [
      'a question about what is to come',
      () => `/api/availability/check?site=brightpath&state=FL&at=${soon()}`,
      200,
    ],
    [
      'the same in GraphQL',
      () =>
        graphql(
          `{ availabilityCheck(site: "brightpath", state: "FL", at: "${decodeURIComponent(soon())}") { available } }`,
        ),
      200,
    ],
    [
      'an answer in GraphQL with errors',
      () => graphql('{ page(site: "brightpath", path: "/nothing") { title } Topics { totalDocs } }'),
      200,
    ],
    ['a wrong query', () => graphql('{ nothing }'), 200],
    ['a share link', () => '/api/pages/shared/nothing', 404],
    ['what needs credentials', () => '/api/rules', 401],
  ])('%s', async (_what, question, status) => {
    const told = await heard.ask(question(), { Accept: 'application/json' });
    expect([told.status, told.keep]).toEqual([status, null]);
  });

  it('an answer to somebody who is signed in', async () => {
    const told = await heard.ask('/api/topics', { Authorization: await house.person('editor') });
    expect([told.status, told.keep]).toEqual([200, null]);
  });
});

describe('until when an answer is true', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  const untilOf = async (question: Parameters<Heard['ask']>[0]) =>
    (await heard.ask(question)).keep?.until ?? null;

  it('entries: until one begins or ends, or a license does', async () => {
    const { id: service } = await offer.service('brightpath');
    const expiresOn = inSeconds(500);
    const license = await offer.license('NJ', { expiresOn });
    await offer.entry(service, 'NJ', { licenses: [license] });
    const address = `/api/availability?where[service][equals]=${service}`;
    expect(await untilOf(address)).toBe(Date.parse(expiresOn));
    expect(await untilOf(`/api/availability/map.svg?service=${service}`)).toBe(Date.parse(expiresOn));
    const effectiveTo = inSeconds(400);
    await offer.entry(service, 'FL', { effectiveTo, status: 'waitlist' });
    expect(await untilOf(address)).toBe(Date.parse(effectiveTo));
    expect(await untilOf(graphql('{ Availabilities { totalDocs } }'))).toBe(Date.parse(effectiveTo));
    expect(await untilOf('/api/topics')).toBeNull();
  });

  it('pages: until a rule begins', async () => {
    const effectiveFrom = inSeconds(300);
    const rule = await house.idOf('rules', (await firstRule()).slug);
    await administrator.patch(`/api/rules/${rule}`, { effectiveFrom, _status: 'published' }).expect(200);
    expect(await untilOf('/api/pages/brightpath/resources/ketamine-risks-and-side-effects')).toBe(
      Date.parse(effectiveFrom),
    );
    expect(await untilOf('/api/sites/brightpath/manifest')).toBe(Date.parse(effectiveFrom));
    await administrator
      .patch(`/api/rules/${rule}`, { effectiveFrom: null, _status: 'published' })
      .expect(200);
    expect(await untilOf('/api/sites/brightpath/manifest')).not.toBe(Date.parse(effectiveFrom));
  });

  async function firstRule(): Promise<{ slug: string }> {
    const { docs } = await house.payload.find({ collection: 'rules', limit: 1, overrideAccess: true });
    return docs[0] as { slug: string };
  }
});

describe('lists, documents and GraphQL', () => {
  it.each<[string, Parameters<Heard['ask']>[0]]>([
    ['a list', '/api/topics?limit=2'],
    ['a document', '/api/topics/ptsd'],
    ['a count', '/api/topics/count'],
    ['a question in GraphQL', `/api/graphql?query=${encodeURIComponent('{ countTopics { totalDocs } }')}`],
  ])('%s has a strong tag, and is a 304 for whoever has it', async (_what, question) => {
    const { headers } = await heard.ask(question);
    expect(headers.etag).toMatch(/^"[\w-]+"$/);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const again = await heard.ask(question, { 'If-None-Match': headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
