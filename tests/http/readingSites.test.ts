/** What frontends read about a whole site: its texts, its manifest, its sitemap and its feeds. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import { forgetEverything } from '../../src/freshness/moves.js';
import { allowList } from '../../src/public-api/allowList.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { atomProblems, jsonFeedProblems, sitemapProblems } from '../helpers/feedRules.js';
import { type House, openHouse } from '../helpers/house.js';
import { childrenNamed, parseXml, textsOf } from '../helpers/xmlTree.js';

jest.setTimeout(240_000);

let house: House;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

type Data = Record<string, unknown>;
interface ManifestPage {
  kind: string;
  path: string;
  locale: string;
  title: string;
  revision: string;
  nextChangeAt: string | null;
  modules: string[];
  href: string;
}

const slugs = ['harbor-therapy', 'brightpath'];
const names = ['', '/manifest', '/sitemap.xml', '/feed.xml', '/feed.json'];
const get = (address: string) => house.stranger.get(`/api/sites/${address}`);
const text = ({ body, text: said }: Response): string => said ?? String(body);
const pagesOf = async (site: string, search = ''): Promise<ManifestPage[]> =>
  (await get(`${site}/manifest${search}`).expect(200)).body.pages;

const writing = { depth: 0, locale: 'en', overrideAccess: true } as const;
let made = 0;

async function makeArticle(more: Data = {}): Promise<{ id: string; slug: string }> {
  made += 1;
  const slug = `article-of-a-site-${made}`;
  const data = { title: `Article ${made}`, body: paragraph('Words.'), slug, _status: 'published', ...more };
  const { id } = await house.payload.create({ ...writing, collection: 'articles', data: data as never });
  return { id, slug };
}

const change = (collection: string, id: string, data: Data, more: Data = {}) =>
  house.payload.update({
    ...writing,
    collection: collection as 'articles',
    id,
    data: data as never,
    ...more,
  });

describe.each(slugs)('the site %s', (slug) => {
  it('is the document that lists have, with its notices, services and what goes with them', async () => {
    const { body } = await get(slug).expect(200);
    const { body: document } = await get(`${slug}?depth=0`).expect(200);
    expect(body).toMatchObject(document);
    expect(Object.keys(document).sort()).toEqual(['href', 'id', 'locale', ...allowList.sites.fields].sort());
    expect(body.services.length).toBeGreaterThan(0);
    const prices = body.services.map(({ price }: Data) => price);
    expect(prices).toContainEqual(expect.objectContaining({ amount: expect.any(Number) }));
    expect(body.services[0].href).toBe(`/api/services/${body.services[0].slug}`);
    expect(body.notices.map(({ kind }: Data) => kind)).toContain('crisis-line');
    expect(body).toMatchObject({
      revision: expect.stringMatching(/^[0-9a-f]{64}$/),
      refreshWithin: document.policies.refreshWithin,
      disclaimers: expect.any(Array),
      nextChangeAt: expect.anything(),
    });
  });

  it('is found by its id, too, and in the language asked for', async () => {
    const { body } = await get(slug);
    expect((await get(body.id).expect(200)).body).toEqual(body);
    const { body: spanish } = await get(`${slug}?locale=es`).expect(200);
    expect(spanish).toMatchObject({ locale: 'es', id: body.id });
    expect(spanish.tagline).not.toBe(body.tagline);
  });

  it('says in its manifest of every page what the page itself says', async () => {
    const pages = await pagesOf(slug);
    expect(pages.length).toBeGreaterThan(15);
    expect(new Set(pages.map(({ locale }) => locale))).toEqual(new Set(['en', 'es']));
    expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(['article', 'faq', 'misconception']));
    for (const each of pages) {
      const { body } = await house.stranger.get(`${each.href}?locale=${each.locale}`).expect(200);
      const { id, kind, lastReviewed, nextReview, path, publishedAt, title, updatedAt } = body.page;
      expect(each).toEqual({
        ...{ id, kind, lastReviewed, nextReview, path, publishedAt, title, updatedAt },
        ...{ locale: body.page.locale, href: body.page.href, revision: body.revision },
        nextChangeAt: body.nextChangeAt,
        modules: body.page.modules.map(({ aspect }: Data) => aspect),
      });
    }
  });

  it('has every document that lists have on it in its manifest, once', async () => {
    const pages = await pagesOf(slug, '?locale=en');
    const hrefs: string[] = [];
    for (const kind of ['articles', 'faqs', 'misconceptions']) {
      const { body } = await house.stranger
        .get(`/api/${kind}?site=${slug}&limit=100&pagination=false`)
        .expect(200);
      hrefs.push(...body.docs.map(({ href }: { href: string }) => href));
    }
    expect(pages.map(({ href }) => href).sort()).toEqual(hrefs.sort());
  });

  it('has a sitemap and feeds that are valid by their specifications, in both languages', async () => {
    for (const locale of ['en', 'es']) {
      const sitemap = await get(`${slug}/sitemap.xml?locale=${locale}`).expect(200);
      expect(sitemap.headers['content-type']).toBe('application/xml; charset=utf-8');
      expect(sitemapProblems(text(sitemap), `${slug}.example`)).toEqual([]);
      const atom = await get(`${slug}/feed.xml?locale=${locale}`).expect(200);
      expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(atomProblems(text(atom))).toEqual([]);
      const json = await get(`${slug}/feed.json?locale=${locale}`).expect(200);
      expect(json.headers['content-type']).toBe('application/feed+json; charset=utf-8');
      expect(jsonFeedProblems(JSON.parse(text(json)))).toEqual([]);
    }
  });

  it('tells in its feeds of its articles, newest first, and where to read the feed', async () => {
    const { body: list } = await house.stranger.get(`/api/articles?site=${slug}&sort=-publishedAt&limit=50`);
    const feed = JSON.parse(text(await get(`${slug}/feed.json`)));
    expect(feed.items.map(({ title }: Data) => title).sort()).toEqual(
      list.docs.map(({ title }: Data) => title).sort(),
    );
    const dates = feed.items.map(({ date_published: date }: { date_published: string }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(feed.feed_url).toBe(`${house.settings.serverUrl}/api/sites/${slug}/feed.json`);
    const atom = parseXml(text(await get(`${slug}/feed.xml?locale=es`)));
    const self = childrenNamed(atom, 'link').find(({ attributes }) => attributes.rel === 'self');
    expect(self?.attributes.href).toBe(`${house.settings.serverUrl}/api/sites/${slug}/feed.xml?locale=es`);
  });
});

describe('every answer about a site', () => {
  it.each(names)('%s has a strong tag, is 304 to who has it, and answers HEAD', async (name) => {
    const address = `/api/sites/brightpath${name}`;
    const whole = await house.stranger.get(address).expect(200);
    const { etag } = whole.headers;
    expect(etag).toMatch(/^"[\w.-]+"$/);
    expect(whole.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(Number(whole.headers['ledger-position'])).toBeGreaterThan(0);
    const again = await house.stranger
      .get(address)
      .set('If-None-Match', etag as string)
      .expect(304);
    expect(again.headers.etag).toBe(etag);
    const head = await house.stranger.head(address).expect(200);
    expect(head.headers).toMatchObject({ etag, 'content-length': whole.headers['content-length'] });
  });

  it.each(names)('%s refuses what it does not know, and knows no other sites', async (name) => {
    const unknown = await get(`brightpath${name}?colour=red`).expect(400);
    expect(unknown.body.errors[0]).toMatchObject({ code: 'invalid_parameter', path: 'colour' });
    await get(`brightpath${name}?locale=fr`).expect(400);
    await get(`brightpath${name}?locale=en&locale=es`).expect(400);
    expect((await get(`nowhere${name}`).expect(404)).body.errors[0].code).toBe('not_found');
    await get(`00000000-0000-4000-8000-000000000000${name}`).expect(404);
  });

  it.each(names)('%s tells strangers nothing of the past, and people only of their sites', async (name) => {
    const address = `/api/sites/brightpath${name}?position=10`;
    await house.stranger.get(address).expect(401);
    const key = asking(house, await house.client(['read']));
    await key.get(address).expect(403);
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const elsewhere = asking(house, await house.person('editor', [harbor]));
    await elsewhere.get(`/api/sites/brightpath${name}?at=${new Date().toISOString()}`).expect(403);
    await editor.get(`/api/sites/brightpath${name}?at=2099-01-01T00:00:00Z`).expect(400);
  });

  it.each(names)('%s is the same to people and keys', async (name) => {
    const { text: expected } = await get(`brightpath${name}`);
    expect((await editor.get(`/api/sites/brightpath${name}`).expect(200)).text).toBe(expected);
    const key = asking(house, await house.client(['read']));
    expect((await key.get(`/api/sites/brightpath${name}`).expect(200)).text).toBe(expected);
  });
});

describe('what Payload has at the same place', () => {
  it('is still there for its SDK: lists, counts, and a document as it is stored', async () => {
    expect((await get('?limit=1').expect(200)).body.docs).toHaveLength(1);
    expect((await get('count').expect(200)).body).toEqual({ totalDocs: 2 });
    const { body } = await get('brightpath?select[name]=true').expect(200);
    expect(Object.keys(body).sort()).toEqual(['href', 'id', 'locale', 'name']);
    expect((await get('brightpath?depth=1').expect(200)).body).not.toHaveProperty('services');
  });

  it('answers people by id, with what strangers do not see', async () => {
    const id = await house.idOf('sites', 'brightpath');
    expect((await editor.get(`/api/sites/${id}`).expect(200)).body).toHaveProperty('createdAt');
  });
});

/** Does the work; each time the house has found something meanwhile, `hear` is told in which collection, and waited for. */
async function hearingFinds(
  hear: (collection: string) => unknown,
  work: () => Promise<unknown>,
): Promise<void> {
  const { find } = house.payload;
  house.payload.find = (async (options: Parameters<typeof find>[0]) => {
    const found = await find(options);
    await hear(options.collection);
    return found;
  }) as typeof find;
  try {
    await work();
  } finally {
    house.payload.find = find;
  }
}

describe('a manifest', () => {
  const titles = async (search = '') => (await pagesOf('brightpath', search)).map(({ title }) => title);
  const revisionOf = async (href: string) =>
    (await pagesOf('brightpath')).find((each) => each.href === href)?.revision;

  it('follows what is published, changed and taken down, at once', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const { id, slug } = await makeArticle({ sites: [site], title: 'Comes and goes' });
    const href = `/api/pages/brightpath/resources/${slug}`;
    expect(await titles()).toContain('Comes and goes');
    const first = await revisionOf(href);
    await change('articles', id, { title: 'Not yet' }, { draft: true });
    expect(await revisionOf(href)).toBe(first);
    await change('articles', id, { title: 'Comes and stays', _status: 'published' });
    expect(await titles()).toContain('Comes and stays');
    expect(await revisionOf(href)).not.toBe(first);
    await change('articles', id, { _status: 'draft' });
    expect(await titles()).not.toContain('Comes and stays');
  });

  it('moves with what pages are made of, and only where it matters', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const topic = await house.payload.create({
      ...{
        ...writing,
        collection: 'topics',
        data: { kind: 'condition', slug: 'topic-of-a-manifest', title: 'One' },
      },
    });
    const { slug } = await makeArticle({ sites: [site], topics: [topic.id] });
    const before = await pagesOf('brightpath');
    await change('topics', topic.id, { title: 'Another' });
    const after = await pagesOf('brightpath');
    const moved = after.filter(({ revision }, index) => revision !== before[index]?.revision);
    expect(moved.map(({ path }) => path)).toEqual([`/resources/${slug}`]);
  });

  it('is whole while somebody takes down a page that it has begun to describe', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const { id } = await makeArticle({ sites: [site], title: 'Gone meanwhile' });
    let isUp = true;
    const takeDown = async (collection: string) => {
      if (!isUp || collection !== 'articles') return;
      isUp = false;
      await change('articles', id, { _status: 'draft' });
    };
    await hearingFinds(takeDown, async () => {
      const { body } = await get('brightpath/manifest').expect(200);
      expect(isUp).toBe(false);
      expect(body.pages.length).toBeGreaterThan(5);
      expect(JSON.stringify(body)).not.toContain('Gone meanwhile');
    });
  });

  it('is composed once for many who ask at the same time, and not again until something is published', async () => {
    await makeArticle();
    const asked: string[] = [];
    forgetEverything(house.payload.db);
    await hearingFinds(
      (collection) => asked.push(collection),
      async () => {
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => get('harbor-therapy/manifest').expect(200)),
        );
        expect(new Set(answers.map(({ text: said }) => said)).size).toBe(1);
        const first = asked.length;
        await get('harbor-therapy/manifest').expect(200);
        expect(asked.length).toBe(first);
        expect(asked.filter((each) => each === 'rules')).toHaveLength(2);
      },
    );
  });

  it('asks for many pages as often as for few', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const count = async (): Promise<number> => {
      await makeArticle({ sites: [site] });
      let asked = 0;
      const hear = () => {
        asked += 1;
      };
      await hearingFinds(hear, () => get('brightpath/manifest?locale=en').expect(200));
      return asked;
    };
    const few = await count();
    const template = { references: [], topics: [], sites: [site] };
    const { docs: people } = await house.payload.find({ ...writing, collection: 'people', limit: 3 });
    const { docs: topics } = await house.payload.find({ ...writing, collection: 'topics', limit: 3 });
    for (let index = 0; index < 20; index += 1) {
      const author = people[index % people.length]?.id;
      await makeArticle({ ...template, authors: [author], topics: [topics[index % topics.length]?.id] });
    }
    // bodies are read some pages at a time: these may begin one more lot, and no more than that
    expect((await count()) - few).toBeLessThan(6);
    expect(few).toBeLessThan(40);
  });
});

describe('a site of the past', () => {
  it('is answered as it was answered then, byte for byte', async () => {
    const seen = new Map<string, { body: string; position: string }>();
    for (const name of names) {
      const answer = await get(`harbor-therapy${name}`).expect(200);
      seen.set(name, { body: answer.text, position: answer.headers['ledger-position'] as string });
    }
    const at = new Date().toISOString();
    const site = await house.idOf('sites', 'harbor-therapy');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await change('sites', site, { tagline: 'Something else', name: 'Harbor Therapy, renamed' });
    await makeArticle({ sites: [site], title: 'New at Harbor' });
    for (const name of names) {
      const { body, position } = seen.get(name) ?? { body: '', position: '' };
      const now = await get(`harbor-therapy${name}`).expect(200);
      if (name !== '/sitemap.xml') expect(now.text).not.toBe(body);
      const then = await editor.get(`/api/sites/harbor-therapy${name}?position=${position}`).expect(200);
      expect([name, then.text]).toEqual([name, body]);
      expect(then.headers['cache-control']).toBe('private, no-store');
      expect((await editor.get(`/api/sites/harbor-therapy${name}?at=${at}`).expect(200)).text).toBe(body);
    }
  });

  it('is not there before its first record', async () => {
    await editor.get('/api/sites/brightpath/manifest?at=1999-01-01T00:00:00Z').expect(404);
  });
});

describe('a feed', () => {
  it('says hostile words exactly, and nothing that is not public', async () => {
    const title = 'A <script>alert("1")</script> & ]]> \u2028 title';
    await makeArticle({ title, summary: '<b>Not bold</b>' });
    await makeArticle({ title: 'Not to be indexed', seo: { noIndex: true } });
    await makeArticle({ title: 'A draft for the feed', _status: 'draft' });
    const atom = await get('brightpath/feed.xml').expect(200);
    expect(atomProblems(atom.text)).toEqual([]);
    const entries = childrenNamed(parseXml(atom.text), 'entry');
    expect(entries.flatMap((entry) => textsOf(entry, 'title'))).toContain(title);
    const json = JSON.parse(text(await get('brightpath/feed.json')));
    expect(json.items.map((item: Data) => item.title)).toContain(title);
    expect(`${atom.text}${JSON.stringify(json)}`).not.toMatch(/Not to be indexed|A draft for the feed/);
  });

  it('keeps the name of an item when its page moves', async () => {
    const { id, slug } = await makeArticle({ title: 'Moves away' });
    const itemOf = async () =>
      JSON.parse(text(await get('brightpath/feed.json'))).items.find(
        (item: Data) => item.title === 'Moves away',
      );
    const before = await itemOf();
    await change('articles', id, { slug: `${slug}-moved`, _status: 'published' });
    const after = await itemOf();
    expect(after.id).toBe(before.id);
    expect(after.url).toBe(`${before.url}-moved`);
  });
});
