import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
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
  return `${words} by language ${count}`;
};

/** An English draft. */
async function english(more: object = {}): Promise<Doc> {
  const data = { title: fresh('English'), body: paragraph('English text.'), ...more };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

const spanish = { title: 'Español sin aprobar', body: paragraph('Texto sin aprobar.') };

/** With a Spanish draft beside it. */
async function bothLanguages(): Promise<Doc> {
  const doc = await english();
  await editor.patch(`/api/articles/${doc.id}?draft=true&locale=es`, spanish).expect(200);
  return doc;
}

const isPublic = async ({ id }: Doc, locale: string) =>
  (await house.stranger.get(`/api/articles/${id}?locale=${locale}`)).status === 200;

const languagesOf = async (doc: Doc) => ({ en: await isPublic(doc, 'en'), es: await isPublic(doc, 'es') });

const draftTitles = async ({ id }: Doc) =>
  (await editor.get(`/api/articles/${id}?draft=true&locale=all`).expect(200)).body.title;

const publishers: [string, (doc: Doc) => Promise<unknown>][] = [
  ['REST', ({ id }) => editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)],
  [
    'REST, from the draft',
    ({ id }) => editor.patch(`/api/articles/${id}?draft=true`, { _status: 'published' }).expect(200),
  ],
  [
    'GraphQL',
    async ({ id }) => {
      const query = `mutation { updateArticle(id: "${id}", data: { _status: published }) { id } }`;
      expect((await editor.graphql(query)).body.errors).toBeUndefined();
    },
  ],
  [
    'the Local API',
    ({ id }) =>
      house.payload.update({
        ...{ collection: 'articles', id, data: { _status: 'published' }, depth: 0, locale: 'en' },
        overrideAccess: true,
      }),
  ],
  [
    'a bulk',
    ({ id }) => editor.patch(`/api/articles?where[id][equals]=${id}`, { _status: 'published' }).expect(200),
  ],
  [
    'a bulk, as the admin asks for it',
    ({ id }) =>
      editor.patch(`/api/articles?where[id][equals]=${id}&draft=true`, { _status: 'published' }).expect(200),
  ],
  [
    'a bulk of the Local API',
    ({ id }) =>
      house.payload.update({
        ...{ collection: 'articles', where: { id: { equals: id } }, data: { _status: 'published' } },
        ...{ depth: 0, locale: 'en', overrideAccess: true },
      }),
  ],
];

describe('publishing English', () => {
  it.each(publishers)('leaves a Spanish draft a draft (%s)', async (_name, publish) => {
    const doc = await bothLanguages();
    await publish(doc);
    expect(await languagesOf(doc)).toEqual({ en: true, es: false });
    expect(await draftTitles(doc)).toEqual({ en: doc.title, es: spanish.title });
  });

  it.each(publishers)(
    'publishes what was drafted last, beside what is public (%s)',
    async (_name, publish) => {
      const doc = await english();
      await publish(doc);
      await editor.patch(`/api/articles/${doc.id}?draft=true`, { title: 'Drafted last' }).expect(200);
      await editor.patch(`/api/articles/${doc.id}?draft=true&locale=es`, spanish).expect(200);
      await publish(doc);
      expect((await house.stranger.get(`/api/articles/${doc.id}`).expect(200)).body.title).toBe(
        'Drafted last',
      );
      expect(await languagesOf(doc)).toEqual({ en: true, es: false });
      expect(await draftTitles(doc)).toEqual({ en: 'Drafted last', es: spanish.title });
    },
  );

  it.each(publishers)('leaves Spanish as it is public (%s)', async (_name, publish) => {
    const doc = await bothLanguages();
    await editor.patch(`/api/articles/${doc.id}?locale=es`, { _status: 'published' }).expect(200);
    await editor
      .patch(`/api/articles/${doc.id}?draft=true&locale=es`, { title: 'Español más nuevo' })
      .expect(200);
    await publish(doc);
    expect(await languagesOf(doc)).toEqual({ en: true, es: true });
    const { body } = await house.stranger.get(`/api/articles/${doc.id}?locale=es`).expect(200);
    expect(body.title).toBe(spanish.title);
  });

  it('leaves a Spanish draft that was saved in place, in a bulk as well', async () => {
    for (const [, publish] of publishers) {
      const doc = await english();
      await editor.patch(`/api/articles/${doc.id}?locale=es`, spanish).expect(200);
      await publish(doc);
      expect(await languagesOf(doc)).toEqual({ en: true, es: false });
    }
  });
});

describe('many at once', () => {
  it('keep newer drafts when they are taken down or changed', async () => {
    const [shown, never] = [await english(), await english()];
    await editor.patch(`/api/articles/${shown.id}`, { _status: 'published' }).expect(200);
    for (const { id } of [shown, never]) {
      await editor.patch(`/api/articles/${id}?draft=true`, { title: `Newer ${id}` }).expect(200);
    }
    const where = `where[id][in]=${shown.id},${never.id}`;
    await editor.patch(`/api/articles?${where}`, { _status: 'draft' }).expect(200);
    for (const { id } of [shown, never]) {
      const { body } = await editor.get(`/api/articles/${id}?draft=true`).expect(200);
      expect(body.title).toBe(`Newer ${id}`);
    }
    expect(await isPublic(shown, 'en')).toBe(false);
    const bulk = await editor.patch(`/api/articles?${where}`, { summary: 'For all' }).expect(200);
    expect(bulk.body.docs).toHaveLength(2);
    for (const { id } of [shown, never]) {
      const { body } = await editor.get(`/api/articles/${id}?draft=true`).expect(200);
      expect(body).toMatchObject({ title: `Newer ${id}`, summary: 'For all' });
    }
  });

  it('are those that were asked for: public ones with a newer draft are no drafts', async () => {
    const shown = await english();
    await editor.patch(`/api/articles/${shown.id}`, { _status: 'published' }).expect(200);
    await editor.patch(`/api/articles/${shown.id}?draft=true`, { title: 'Not meant' }).expect(200);
    const where = `where[_status][equals]=draft&where[id][equals]=${shown.id}`;
    const { body } = await editor.patch(`/api/articles?${where}`, { _status: 'published' }).expect(200);
    expect(body.docs).toEqual([]);
    expect((await house.stranger.get(`/api/articles/${shown.id}`)).body.title).toBe(shown.title);
  });
});

describe('bringing a version back', () => {
  it('of English does not take the Spanish draft of that time live', async () => {
    const doc = await english();
    await editor.patch(`/api/articles/${doc.id}`, { _status: 'published' }).expect(200);
    await editor.patch(`/api/articles/${doc.id}?draft=true&locale=es`, spanish).expect(200);
    await editor.patch(`/api/articles/${doc.id}`, { title: 'Second', _status: 'published' }).expect(200);
    const { body } = await editor
      .get(`/api/articles/versions?where[parent][equals]=${doc.id}&limit=100&locale=all`)
      .expect(200);
    expect(body.docs.length).toBeGreaterThan(2);
    for (const { id } of body.docs) {
      await editor.post(`/api/articles/versions/${id}`);
      expect((await languagesOf(doc)).es).toBe(false);
    }
  });
});

describe('the canonical site', () => {
  it('is one of the sites of what is shown on some', async () => {
    const [brightpath, harbor] = [
      await house.idOf('sites', 'brightpath'),
      await house.idOf('sites', 'harbor-therapy'),
    ];
    const path = '/api/articles';
    const data = { title: fresh('Canonical'), body: paragraph('T.'), _status: 'published' };
    const refused = await editor
      .post(path, { ...data, sites: [harbor], canonicalSite: brightpath })
      .expect(400);
    expect(refused.body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'canonicalSite' });
    expect(JSON.stringify(refused.body)).toContain('must be one of the sites that show this');
    for (const sites of [[], [brightpath], [harbor, brightpath]]) {
      const title = fresh('Canonical');
      const { body } = await editor
        .post(path, { ...data, title, sites, canonicalSite: brightpath })
        .expect(201);
      if (sites.length === 0) continue;
      await editor.patch(`${path}/${body.doc.id}`, { sites: [harbor], _status: 'published' }).expect(400);
      await editor.patch(`${path}/${body.doc.id}`, { sites: [], _status: 'published' }).expect(200);
    }
    await editor
      .post(path, { ...data, title: fresh('Nowhere'), canonicalSite: '00000000-0000-4000-8000-000000000000' })
      .expect(400);
  });
});
