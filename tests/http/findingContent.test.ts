import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowList, type PublicSlug } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const collections = Object.keys(allowList) as PublicSlug[];
type Doc = Record<string, unknown> & { id: string; slug: string; href: string };

async function list(path: string): Promise<Doc[]> {
  const answer = await house.stranger.get(path).expect(200);
  return answer.body.docs;
}

describe('lists', () => {
  it.each(collections)('of %s show the fields of the allow-list and nothing else', async (collection) => {
    const docs = await list(`/api/${collection}?limit=100`);
    expect(docs.length).toBeGreaterThan(0);
    const rules = allowList[collection];
    const expected = rules.fields.filter((field) => !rules.bodyFields.includes(field));
    for (const doc of docs) {
      const unexpected = Object.keys(doc).filter(
        (key) => !['id', 'href', 'locale', ...expected].includes(key),
      );
      expect(unexpected).toEqual([]);
    }
  });

  it('have the shape that Payload and its SDK use', async () => {
    const { body } = await house.stranger.get('/api/articles?limit=2').expect(200);
    expect(body).toMatchObject({ limit: 2, page: 1, hasPrevPage: false, pagingCounter: 1, prevPage: null });
    expect(body.docs).toHaveLength(2);
    expect(body.totalPages).toBe(Math.ceil(body.totalDocs / 2));
  });

  it('leave bodies out unless select names them', async () => {
    expect((await list('/api/articles'))[0]).not.toHaveProperty('body');
    expect((await list('/api/articles?select[body]=true'))[0]).toHaveProperty('body.root');
  });

  it('give only what select names', async () => {
    const [doc] = await list('/api/articles?select[title]=true&limit=1');
    expect(Object.keys(doc as Doc).sort()).toEqual(['href', 'id', 'locale', 'title']);
  });

  it('leave out what select takes away', async () => {
    const [doc] = await list('/api/articles?select[title]=false&limit=1');
    expect(doc).toHaveProperty('summary');
    expect(doc).not.toHaveProperty('title');
    expect(doc).not.toHaveProperty('body');
  });

  it('are filtered by slug, relation, and the slug of a relation', async () => {
    const [first] = await list('/api/articles?limit=1');
    expect(await list(`/api/articles?where[slug][equals]=${first?.slug}`)).toHaveLength(1);
    const byTopic = await list('/api/articles?where[topics.slug][equals]=ptsd&limit=100');
    expect(byTopic.length).toBeGreaterThan(0);
    const all = await list('/api/articles?limit=100');
    expect(byTopic.length).toBeLessThan(all.length);
    const topic = await house.idOf('topics', 'ptsd');
    expect(
      (await list(`/api/articles?where[topics][in]=${topic}&limit=100`)).map(({ id }) => id).sort(),
    ).toEqual(byTopic.map(({ id }) => id).sort());
  });

  it('are sorted by one key or several', async () => {
    const slugs = (await list('/api/articles?sort=slug&limit=100')).map(({ slug }) => slug);
    expect(slugs).toEqual([...slugs].sort());
    const reversed = (await list('/api/articles?sort=-slug&limit=100')).map(({ slug }) => slug);
    expect(reversed).toEqual([...slugs].reverse());
    expect(await list('/api/faqs?sort=order,-question&limit=5')).toHaveLength(5);
  });

  it('never repeat or skip a document from one page to the next', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) => list(`/api/faqs?limit=5&page=${page}&sort=order`)),
    );
    const ids = pages.flat().map(({ id }) => id);
    const { body } = await house.stranger.get('/api/faqs/count').expect(200);
    expect(new Set(ids).size).toBe(Math.min(25, body.totalDocs));
  });

  it('show the content of one site, shared content included', async () => {
    const harbor = await list('/api/articles?site=harbor-therapy&limit=100');
    const brightpath = await list('/api/articles?site=brightpath&limit=100');
    const all = await list('/api/articles?limit=100');
    expect(harbor.length).toBeLessThan(all.length);
    const onBoth = harbor.filter(({ id }) => brightpath.some((doc) => doc.id === id));
    expect(onBoth.length).toBeGreaterThan(0);
    expect(harbor.every(({ href }) => href.startsWith('/api/pages/harbor-therapy/resources/'))).toBe(true);
  });

  it('fill relations in to the depth asked for, with public fields only', async () => {
    const [doc] = await list('/api/articles?depth=1&where[authors][exists]=true&limit=1');
    const [author] = (doc?.authors ?? []) as Doc[];
    expect(author).toHaveProperty('name');
    for (const secret of ['email', 'internalNote', 'live', 'createdAt', '_status'])
      expect(author).not.toHaveProperty(secret);
  });

  it('count what a list would hold', async () => {
    const { body } = await house.stranger.get('/api/misconceptions/count').expect(200);
    expect(body).toEqual({ totalDocs: (await list('/api/misconceptions?limit=100')).length });
  });
});

describe('documents', () => {
  it.each(collections)('of %s answer by id, and by slug where there are slugs', async (collection) => {
    const [doc] = await list(`/api/${collection}?limit=1`);
    const byId = await house.stranger.get(`/api/${collection}/${doc?.id}`).expect(200);
    expect(byId.body.id).toBe(doc?.id);
    if (doc?.slug) {
      const bySlug = await house.stranger.get(`/api/${collection}/${doc.slug}`).expect(200);
      expect(bySlug.body).toEqual(byId.body);
    }
  });

  it('carry their body, and with it the disclaimers and why they stand there', async () => {
    const { body } = await house.stranger.get('/api/articles/ketamine-risks-and-side-effects').expect(200);
    expect(body).toHaveProperty('body.root');
    expect(body.disclaimers.length).toBeGreaterThan(0);
    for (const disclaimer of body.disclaimers) {
      expect(disclaimer).toMatchObject({
        id: expect.any(String),
        placement: expect.any(String),
        text: expect.any(String),
      });
      expect(disclaimer.because.length).toBeGreaterThan(0);
    }
  });

  it('that do not exist are 404 in the one error shape', async () => {
    const { body } = await house.stranger.get('/api/articles/no-such-article').expect(404);
    expect(body).toEqual({ errors: [{ code: 'not_found', message: expect.any(String) }] });
  });
});

describe('languages', () => {
  it('hold only what is published in them', async () => {
    const spanish = await list('/api/articles?locale=es&limit=100');
    expect(spanish).toHaveLength(2);
    expect(spanish.every(({ locale, title }) => locale === 'es' && typeof title === 'string')).toBe(true);
  });

  it('answer 404 for a document that is not published in the language asked for', async () => {
    await house.stranger.get('/api/articles/ptsd-treatments-an-overview').expect(200);
    await house.stranger.get('/api/articles/ptsd-treatments-an-overview?locale=es').expect(404);
  });

  it('fall back only when asked to, document by document, and say so', async () => {
    const docs = await list('/api/articles?locale=es&fallbackLocale=en&limit=100');
    expect(docs).toHaveLength((await list('/api/articles?limit=100')).length);
    expect(docs.filter(({ locale }) => locale === 'es')).toHaveLength(2);
    for (const doc of docs) expect(doc.title).toEqual(expect.any(String));
    const { body } = await house.stranger
      .get('/api/articles/ptsd-treatments-an-overview?locale=es&fallbackLocale=en')
      .expect(200);
    expect(body.locale).toBe('en');
  });
});

describe('what is not allowed', () => {
  it.each([
    ['where[body][exists]=true', 'where[body]'],
    ['where[createdAt][exists]=true', 'where[createdAt]'],
    ['where[authors.email][equals]=x', 'where[authors.email]'],
    ['where[slug][like]=a', 'where[slug][like]'],
    ['where[slug]=a', 'where[slug]'],
    ['where=x', 'where'],
    ['where[or][0][live][equals]=true', 'where[or][0][live]'],
    ['where[publishedAt][greater_than]=yesterday', 'where[publishedAt][greater_than]'],
    ['sort=createdAt', 'sort'],
    ['sort=authors.email', 'sort'],
    ['limit=0', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['page=0', 'page'],
    ['page=1000000000', 'page'],
    ['depth=3', 'depth'],
    ['pagination=no', 'pagination'],
    ['select[createdAt]=true', 'select[createdAt]'],
    ['select=title', 'select'],
    ['locale=all', 'locale'],
    ['locale=de', 'locale'],
    ['fallbackLocale=de', 'fallbackLocale'],
    ['site=nowhere', 'site'],
    ['draft=true', 'draft'],
    ['trash=true', 'trash'],
    ['joins=false', 'joins'],
    ['populate[people][email]=true', 'populate'],
    ['at=2026-01-01', 'at'],
    ['__proto__[x]=1', '__proto__'],
  ])('%s is a 400 that names the parameter', async (query, path) => {
    const { body } = await house.stranger.get(`/api/articles?${query}`).expect(400);
    expect(body).toEqual({ errors: [{ code: 'invalid_parameter', message: expect.any(String), path }] });
  });

  it('is also refused on documents and counts', async () => {
    await house.stranger
      .get('/api/articles/ketamine-risks-and-side-effects?where[slug][equals]=a')
      .expect(400);
    await house.stranger.get('/api/articles/count?limit=1').expect(400);
  });
});
