import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let administrator: Asking;
let editor: Asking;
let compliance: Asking;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
  compliance = asking(house, await house.person('compliance'));
});
afterAll(() => house.close());

interface Doc extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
}

let count = 0;
const fresh = (words: string): string => {
  count += 1;
  return `${words} for the trash ${count}`;
};
const now = () => new Date().toISOString();
const trashed = () => ({ deletedAt: now() });
const restored = { deletedAt: null };

async function draftArticle(more: Record<string, unknown> = {}): Promise<Doc> {
  const data = { title: fresh('Written'), summary: 'S', body: paragraph('The text.'), ...more };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

async function publishedArticle(more: Record<string, unknown> = {}): Promise<Doc> {
  const { id } = await draftArticle(more);
  return (await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)).body.doc;
}

/** Every way in which strangers could meet an article, as the titles that they read there. */
async function whatStrangersMeet({ id, slug }: Doc, locale = 'en'): Promise<string[]> {
  const { stranger } = house;
  const queries = {
    list: `Articles(where: { slug: { equals: "${slug}" } }, locale: ${locale}) { docs { title } }`,
    one: `Article(id: "${id}", locale: ${locale}) { title }`,
    count: `countArticles(where: { slug: { equals: "${slug}" } }, locale: ${locale}) { totalDocs }`,
  };
  const asked = await Promise.all([
    stranger.get(`/api/articles?where[slug][equals]=${slug}&locale=${locale}`),
    stranger.get(`/api/articles/${slug}?locale=${locale}`),
    stranger.get(`/api/articles/${id}?locale=${locale}`),
    stranger.get(`/api/pages/brightpath/resources/${slug}?locale=${locale}`),
    ...Object.values(queries).map((query) => stranger.post('/api/graphql').send({ query: `{ ${query} }` })),
  ]);
  const manifest = await stranger.get(`/api/sites/brightpath/manifest?locale=${locale}`).expect(200);
  const listed = (manifest.body.pages as { path: string; title: string }[]).filter(({ path }) =>
    path.endsWith(`/${slug}`),
  );
  const counted = await stranger.get(`/api/articles/count?where[slug][equals]=${slug}&locale=${locale}`);
  const seen = asked.flatMap(({ text }) => [...text.matchAll(/"title":"([^"]*for the trash[^"]*)"/g)]);
  return [
    ...seen.map(([, title]) => title as string).filter((title) => title !== ''),
    ...listed.map(({ title }) => title),
    ...(counted.body.totalDocs > 0 ? ['(counted)'] : []),
  ];
}

const trash = (id: string) => editor.patch(`/api/articles/${id}`, trashed());
const restore = (id: string, more: object = {}) =>
  editor.patch(`/api/articles/${id}?trash=true`, { ...restored, ...more });
const draftOf = async (id: string): Promise<Doc> =>
  (await editor.get(`/api/articles/${id}?draft=true&trash=true`).expect(200)).body;
const lastAct = async (id: string) =>
  (
    await house.payload.db.find<{ act: string }>({
      ...{ collection: 'publications', limit: 1, sort: '-position' },
      where: { documentId: { equals: id } },
    })
  ).docs[0]?.act;

describe('what lies in the trash', () => {
  it('is dark for strangers at every door, and recorded as taken down', async () => {
    const article = await publishedArticle();
    expect((await whatStrangersMeet(article)).length).toBeGreaterThan(4);
    await trash(article.id).expect(200);
    expect(await whatStrangersMeet(article)).toEqual([]);
    expect(await lastAct(article.id)).toBe('unpublish');
  });

  it('comes out of it as it was: public where it was public', async () => {
    const article = await publishedArticle();
    await trash(article.id).expect(200);
    await restore(article.id).expect(200);
    expect(await whatStrangersMeet(article)).toContain(article.title);
    expect(await lastAct(article.id)).toBe('publish');
  });

  it('keeps both what was public and the newer draft, over both ways', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}?draft=true`, { title: 'A newer draft' }).expect(200);
    await editor.patch(`/api/articles/${article.id}?draft=true&locale=es`, { title: 'Borrador' }).expect(200);
    await trash(article.id).expect(200);
    expect(await whatStrangersMeet(article)).toEqual([]);
    expect((await draftOf(article.id)).title).toBe('A newer draft');
    await restore(article.id).expect(200);
    expect(new Set(await whatStrangersMeet(article))).toEqual(new Set([article.title, '(counted)']));
    expect(await whatStrangersMeet(article, 'es')).toEqual([]);
    const draft = (await editor.get(`/api/articles/${article.id}?draft=true&locale=all`).expect(200)).body;
    expect(draft.title).toEqual({ en: 'A newer draft', es: 'Borrador' });
  });

  it('comes out as a draft when that is asked for, as the admin does, and the newer draft stays', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}?draft=true`, { title: 'A newer draft' }).expect(200);
    await trash(article.id).expect(200);
    const where = `trash=true&where[and][0][id][equals]=${article.id}&where[and][1][deletedAt][exists]=true`;
    await editor.patch(`/api/articles?${where}`, { ...restored, _status: 'draft' }).expect(200);
    expect(await whatStrangersMeet(article)).toEqual([]);
    expect((await draftOf(article.id)).title).toBe('A newer draft');
  });

  it('is published on the way out when that is asked for, in one language', async () => {
    const article = await draftArticle();
    await editor
      .patch(`/api/articles/${article.id}?draft=true&locale=es`, { title: 'Borrador', body: paragraph('B') })
      .expect(200);
    await trash(article.id).expect(200);
    await restore(article.id, { _status: 'published' }).expect(200);
    expect(await whatStrangersMeet(article)).toContain(article.title);
    expect(await whatStrangersMeet(article, 'es')).toEqual([]);
  });

  it('does not change: it is neither edited, published nor brought back by a version', async () => {
    const article = await publishedArticle();
    const { body } = await editor
      .get(`/api/articles/versions?where[parent][equals]=${article.id}&limit=1`)
      .expect(200);
    await trash(article.id).expect(200);
    const path = `/api/articles/${article.id}`;
    for (const change of [{ title: 'Edited' }, { _status: 'published' }, { _status: 'draft' }, trashed()]) {
      await editor.patch(path, change).expect(404);
      expect((await editor.patch(`${path}?trash=true`, change)).status).toBe(409);
      expect((await editor.patch(`${path}?trash=true&draft=true`, change)).status).toBe(409);
      const many = await editor.patch(`/api/articles?trash=true&where[id][equals]=${article.id}`, change);
      expect(many.status).toBe(400);
      expect(many.body.errors[0].message).toContain('trash');
    }
    await editor.post(`/api/articles/versions/${body.docs[0].id}`).expect(403);
    await editor.post(`/api/articles/versions/${body.docs[0].id}?draft=true`).expect(403);
    const graphql = await editor.graphql(
      `mutation { updateArticle(id: "${article.id}", trash: true, data: { _status: published }) { id } }`,
    );
    expect(graphql.body.errors[0].message).toContain('trash');
    expect(await whatStrangersMeet(article)).toEqual([]);
    expect((await draftOf(article.id)).title).toBe(article.title);
  });

  it('leaves nothing of itself to copies and old versions', async () => {
    const article = await publishedArticle();
    await trash(article.id).expect(200);
    const copy = await editor.post(`/api/articles/${article.id}/duplicate`);
    if (copy.status === 200) expect(copy.body.doc).toMatchObject({ _status: 'draft', deletedAt: null });
    await restore(article.id).expect(200);
    const { body } = await editor
      .get(`/api/articles/versions?trash=true&where[parent][equals]=${article.id}&limit=100`)
      .expect(200);
    const inTrash = body.docs.filter(({ version }: { version: Doc }) => version.deletedAt);
    expect(inTrash.length).toBeGreaterThan(0);
    await editor.post(`/api/articles/versions/${inTrash[0].id}?draft=true`).expect(200);
    expect((await draftOf(article.id)).deletedAt ?? null).toBeNull();
    expect(await whatStrangersMeet(article)).toContain(article.title);
    await editor.post(`/api/articles/versions/${inTrash[0].id}`);
    expect((await editor.get(`/api/articles/${article.id}`).expect(200)).body.deletedAt ?? null).toBeNull();
  });

  it('is found by those who read drafts with trash=true, and by nobody else', async () => {
    const article = await publishedArticle();
    await trash(article.id).expect(200);
    const list = `/api/articles?where[id][equals]=${article.id}`;
    const one = `/api/articles/${article.id}`;
    expect((await editor.get(list).expect(200)).body.totalDocs).toBe(0);
    expect((await editor.get(`${list}&draft=true`).expect(200)).body.totalDocs).toBe(0);
    await editor.get(`${one}?draft=true`).expect(404);
    for (const allowed of [editor, compliance, asking(house, await house.client(['read-drafts']))]) {
      expect((await allowed.get(`${list}&trash=true`).expect(200)).body.totalDocs).toBe(1);
      await allowed.get(`${one}?trash=true`).expect(200);
    }
    const reader = asking(house, await house.client(['read']));
    expect((await reader.get(`${list}&trash=true`).expect(200)).body.totalDocs).toBe(0);
    expect((await reader.get(`${list}&trash=true&draft=true`).expect(200)).body.totalDocs).toBe(0);
    expect(
      (await reader.get(`/api/articles/count?where[id][equals]=${article.id}&trash=true`)).body.totalDocs,
    ).toBe(0);
    await reader.get(`${one}?trash=true`).expect(404);
    const graphql = await reader.graphql(
      `{ Articles(trash: true, draft: true, where: { id: { equals: "${article.id}" } }) { totalDocs } }`,
    );
    expect(JSON.stringify(graphql.body)).not.toContain('"totalDocs":1');
    for (const word of ['trash=true', 'trash=1', 'trash', 'trash[]=true', 'trash[a]=true', 'TRASH=true']) {
      for (const path of [`/api/articles?${word}`, `${one}?${word}`, `/api/articles/count?${word}`]) {
        expect((await house.stranger.get(path)).status).toBe(400);
      }
    }
  });

  it('is refused as something new to refer to', async () => {
    const faq = await editor
      .post('/api/faqs?draft=true', { question: fresh('Q'), answer: paragraph('A') })
      .expect(201);
    const topic = await editor.post('/api/topics', { title: fresh('T'), kind: 'condition' }).expect(201);
    expect(faq.body.doc.id).not.toBe(topic.body.doc.id);
    const service = await compliance
      .post('/api/services', {
        ...{ name: fresh('S'), site: await house.idOf('sites', 'brightpath'), modes: ['telehealth'] },
      })
      .expect(201);
    await compliance.patch(`/api/services/${service.body.doc.id}`, trashed()).expect(200);
    const { body } = await compliance
      .post('/api/availability', {
        ...{ service: service.body.doc.id, state: 'FL', status: 'available', counties: { mode: 'all' } },
        effectiveFrom: '1990-01-01T00:00:00.000Z',
      })
      .expect(400);
    expect(JSON.stringify(body)).toContain('service');
  });

  it('is deleted for good with trash=true', async () => {
    const article = await publishedArticle();
    await trash(article.id).expect(200);
    await editor.delete(`/api/articles/${article.id}`).expect(404);
    await editor.delete(`/api/articles/${article.id}?trash=true`).expect(200);
    await editor.get(`/api/articles/${article.id}?trash=true`).expect(404);
    expect(await lastAct(article.id)).toBe('unpublish');
  });
});

describe('putting something in the trash', () => {
  it('is no draft, and comes alone', async () => {
    const article = await publishedArticle();
    const path = `/api/articles/${article.id}`;
    await editor.patch(path, { ...trashed(), title: 'And another title' }).expect(400);
    await editor.patch(path, { ...trashed(), _status: 'published' }).expect(400);
    for (const deletedAt of ['soon', true, 7e99]) await editor.patch(path, { deletedAt }).expect(400);
    await editor.patch(`${path}?draft=true`, trashed()).expect(200);
    expect(await whatStrangersMeet(article)).toEqual([]);
    const { deletedAt } = await draftOf(article.id);
    expect(Math.abs(Date.parse(String(deletedAt)) - Date.now())).toBeLessThan(60_000);
  });

  it('takes the right to delete: not writers, publishers without it, reviewers or compliance', async () => {
    const article = await publishedArticle();
    const others = [
      asking(house, await house.client(['write'])),
      asking(house, await house.client(['write', 'publish'])),
      asking(house, await house.person('clinical-reviewer')),
      compliance,
    ];
    for (const other of others) {
      for (const query of ['', '?draft=true']) {
        expect((await other.patch(`/api/articles/${article.id}${query}`, trashed())).status).toBe(403);
      }
      const many = await other.patch(`/api/articles?where[id][equals]=${article.id}`, trashed());
      expect(many.status).toBe(403);
    }
    expect(await whatStrangersMeet(article)).toContain(article.title);
    await trash(article.id).expect(200);
    for (const other of others) {
      for (const query of ['?trash=true', '?trash=true&draft=true']) {
        const { status } = await other.patch(`/api/articles/${article.id}${query}`, restored);
        expect([status, other === others[1]]).toEqual([other === others[1] ? 200 : 403, other === others[1]]);
        if (status === 200) await trash(article.id).expect(200);
      }
    }
  });

  it('stays within the sites of whoever does it', async () => {
    const [mine, theirs] = [
      await house.idOf('sites', 'brightpath'),
      await house.idOf('sites', 'harbor-therapy'),
    ];
    const limited = asking(house, await house.person('editor', [mine]));
    const article = await publishedArticle({ sites: [theirs] });
    expect((await limited.patch(`/api/articles/${article.id}`, trashed())).status).toBe(403);
    await limited.patch(`/api/articles?where[id][equals]=${article.id}`, trashed());
    expect((await house.stranger.get(`/api/articles/${article.id}`)).status).toBe(200);
    await trash(article.id).expect(200);
    expect((await limited.get(`/api/articles/${article.id}?trash=true`)).status).toBeGreaterThanOrEqual(403);
    expect((await limited.patch(`/api/articles/${article.id}?trash=true`, restored)).status).toBe(403);
  });

  it('works for many, over GraphQL and the Local API', async () => {
    const articles = [await publishedArticle(), await publishedArticle(), await draftArticle()];
    const where = `where[id][in]=${articles.map(({ id }) => id).join(',')}`;
    const { body } = await editor.patch(`/api/articles?${where}`, trashed()).expect(200);
    expect(body.docs).toHaveLength(3);
    for (const article of articles) expect(await whatStrangersMeet(article)).toEqual([]);
    await editor.patch(`/api/articles?trash=true&${where}`, restored).expect(200);
    const [first, second, third] = articles as [Doc, Doc, Doc];
    expect(await whatStrangersMeet(first)).toContain(first.title);
    expect(await whatStrangersMeet(third)).toEqual([]);
    const graphql = await editor.graphql(
      `mutation { updateArticle(id: "${first.id}", data: { deletedAt: "${now()}" }) { id } }`,
    );
    expect(graphql.body.errors).toBeUndefined();
    expect(await whatStrangersMeet(first)).toEqual([]);
    await house.payload.update({
      ...{ collection: 'articles', id: second.id, data: trashed(), depth: 0, overrideAccess: true },
    });
    expect(await whatStrangersMeet(second)).toEqual([]);
  });

  it('is in the audit log as a taking down, and taking it out as a publication', async () => {
    const article = await publishedArticle();
    await trash(article.id).expect(200);
    await restore(article.id).expect(200);
    const { body } = await administrator
      .get(`/api/audit-log?where[documentId][equals]=${article.id}&sort=-createdAt&limit=2`)
      .expect(200);
    expect(body.docs.map(({ action }: { action: string }) => action)).toEqual(['publish', 'unpublish']);
  });

  it('is not undone by a form that says null', async () => {
    const article = await publishedArticle();
    await editor
      .patch(`/api/articles/${article.id}?draft=true&trash=true`, { title: 'Only a draft', ...restored })
      .expect(200);
    expect(await whatStrangersMeet(article)).toContain(article.title);
    expect(await whatStrangersMeet(article)).not.toContain('Only a draft');
    await trash(article.id).expect(200);
    await editor.patch(`/api/articles/${article.id}`, restored).expect(404);
    expect(await whatStrangersMeet(article)).toEqual([]);
  });
});

describe('relations to what lies in the trash', () => {
  it('show nothing of it, at no depth', async () => {
    const service = (
      await compliance
        .post('/api/services', {
          ...{ name: fresh('Service'), site: await house.idOf('sites', 'brightpath'), modes: ['telehealth'] },
          _status: 'published',
        })
        .expect(201)
    ).body.doc;
    const article = await publishedArticle({ services: [service.id] });
    const refused = await compliance.patch(`/api/services/${service.id}`, trashed()).expect(409);
    expect(refused.body.errors[0].message).toContain(article.title);
    await editor.patch(`/api/articles/${article.id}`, { _status: 'draft' }).expect(200);
    await compliance.patch(`/api/services/${service.id}`, trashed()).expect(200);
    await editor.patch(`/api/articles/${article.id}`, { _status: 'published' }).expect(200);
    for (const depth of [0, 1, 2]) {
      const { text } = await house.stranger.get(`/api/articles/${article.id}?depth=${depth}`).expect(200);
      expect(text).not.toContain(service.name);
    }
    const query = `{ Article(id: "${article.id}") { services { name } } }`;
    const { text } = await house.stranger.post('/api/graphql').send({ query });
    expect(text).not.toContain(service.name);
    const filtered = await house.stranger.get(`/api/articles?where[services][equals]=${service.id}`);
    expect([200, 400]).toContain(filtered.status);
  });
});
