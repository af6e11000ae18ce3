import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { makeLicense } from '../helpers/makeLicense.js';

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

let count = 0;
/** A title that no other test has. */
function fresh(words: string): string {
  count += 1;
  return `${words} ${count}`;
}

interface Doc extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
}

async function draftArticle(more: Record<string, unknown> = {}): Promise<Doc> {
  const data = { title: fresh('A new article'), summary: 'S', body: paragraph('The text.'), ...more };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

async function publishedArticle(more: Record<string, unknown> = {}): Promise<Doc> {
  const { id } = await draftArticle(more);
  return (await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)).body.doc;
}

/** What strangers get: through the list, the document by slug and by id, the count, and GraphQL. */
async function whatStrangersSee({ id, slug }: Pick<Doc, 'id' | 'slug'>, locale = 'en') {
  const query = `{ Articles(where: { slug: { equals: "${slug}" } }, locale: ${locale}) { docs { title } } }`;
  const [list, bySlug, byId, number, graphql] = await Promise.all([
    house.stranger.get(`/api/articles?where[slug][equals]=${slug}&locale=${locale}`).expect(200),
    house.stranger.get(`/api/articles/${slug}?locale=${locale}`),
    house.stranger.get(`/api/articles/${id}?locale=${locale}`),
    house.stranger.get(`/api/articles/count?where[slug][equals]=${slug}&locale=${locale}`).expect(200),
    house.stranger.post('/api/graphql').send({ query }).expect(200),
  ]);
  const seen = [
    list.body.docs[0]?.title ?? null,
    bySlug.status === 404 ? null : bySlug.body.title,
    byId.status === 404 ? null : byId.body.title,
    graphql.body.data.Articles.docs[0]?.title ?? null,
  ];
  expect(number.body.totalDocs).toBe(seen[0] === null ? 0 : 1);
  expect(new Set(seen).size).toBe(1);
  return seen[0] as string | null;
}

async function versionsOf(id: string, sort = '-updatedAt') {
  const { body } = await editor
    .get(`/api/articles/versions?where[parent][equals]=${id}&sort=${sort}&limit=100`)
    .expect(200);
  return body.docs as { id: string; version: Doc }[];
}

describe('an editor', () => {
  it('writes a draft that nobody outside sees, and publishes it', async () => {
    const draft = await draftArticle();
    expect(await whatStrangersSee(draft)).toBeNull();
    await editor.patch(`/api/articles/${draft.id}?draft=true`, { title: 'Better words' }).expect(200);
    expect(await whatStrangersSee(draft)).toBeNull();
    const { body } = await editor.patch(`/api/articles/${draft.id}`, { _status: 'published' }).expect(200);
    expect(body.doc).toMatchObject({ _status: 'published', publishedAt: expect.any(String) });
    expect(await whatStrangersSee(draft)).toBe('Better words');
    const page = await house.stranger.get(`/api/articles/${draft.slug}`).expect(200);
    expect(page.body).toHaveProperty('body.root.children.0.children.0.text', 'The text.');
    expect(page.body).toHaveProperty('disclaimers');
  });

  it('changes what is public as a draft, which stays hidden until it is published', async () => {
    const article = await publishedArticle();
    await editor
      .patch(`/api/articles/${article.id}?draft=true`, { title: 'Not yet', body: paragraph('Hidden.') })
      .expect(200);
    expect(await whatStrangersSee(article)).toBe(article.title);
    const page = await house.stranger.get(`/api/articles/${article.slug}`).expect(200);
    expect(page.text).not.toContain('Hidden.');
    await editor.patch(`/api/articles/${article.id}`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(article)).toBe('Not yet');
  });

  it('takes an article down, and puts it up again', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}`, { _status: 'draft' }).expect(200);
    expect(await whatStrangersSee(article)).toBeNull();
    await editor.patch(`/api/articles/${article.id}`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(article)).toBe(article.title);
  });

  it('deletes an article, and its versions with it', async () => {
    const article = await publishedArticle();
    await editor.delete(`/api/articles/${article.id}`).expect(200);
    expect(await whatStrangersSee(article)).toBeNull();
    expect(await versionsOf(article.id)).toEqual([]);
  });

  it('creates and publishes in one call', async () => {
    const title = fresh('At once');
    const { body } = await editor
      .post('/api/articles', { title, body: paragraph('T.'), _status: 'published' })
      .expect(201);
    expect(await whatStrangersSee(body.doc)).toBe(title);
  });

  it('must say what is meant when a plain save meets a newer draft', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}?draft=true`, { title: 'Half finished' }).expect(200);
    const { body } = await editor
      .patch(`/api/articles/${article.id}`, { summary: 'Small change' })
      .expect(409);
    expect(body.errors[0]).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('draft=true'),
    });
    expect(await whatStrangersSee(article)).toBe(article.title);
  });

  it('changes what is public with a plain save when there is no newer draft', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}`, { title: 'Changed at once' }).expect(200);
    expect(await whatStrangersSee(article)).toBe('Changed at once');
  });

  it('keeps the day of the first publication', async () => {
    const article = await publishedArticle({ publishedAt: '2025-03-01T12:00:00.000Z' });
    await editor.patch(`/api/articles/${article.id}`, { _status: 'draft' }).expect(200);
    const { body } = await editor.patch(`/api/articles/${article.id}`, { _status: 'published' }).expect(200);
    expect(body.doc.publishedAt).toBe('2025-03-01T12:00:00.000Z');
  });

  it('publishes over GraphQL', async () => {
    const draft = await draftArticle();
    const publish =
      'mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { _status title } }';
    const { body } = await editor.graphql(publish, { id: draft.id }).expect(200);
    expect(body.data.updateArticle).toEqual({ _status: 'published', title: draft.title });
    expect(await whatStrangersSee(draft)).toBe(draft.title);
  });

  it('cannot be one without the right: reviewers, compliance, clients that write', async () => {
    const { id } = await draftArticle();
    const writer = asking(house, await house.client(['write']));
    for (const person of [asking(house, await house.person('clinical-reviewer')), compliance, writer]) {
      await person.patch(`/api/articles/${id}`, { _status: 'published' }).expect(403);
      const { body } = await person.graphql(
        `mutation { updateArticle(id: "${id}", data: { _status: published }) { id } }`,
      );
      expect(body.errors[0].code ?? body.errors[0].extensions.code).toBe('forbidden');
    }
  });
});

describe('languages', () => {
  const spanish = { title: 'En español', body: paragraph('El texto.') };

  /** An article that is public in English with a Spanish draft beside it. */
  async function withSpanishDraft(more: Record<string, unknown> = {}) {
    const article = await publishedArticle(more);
    await editor.patch(`/api/articles/${article.id}?draft=true&locale=es`, spanish).expect(200);
    return article;
  }

  const publishing: [string, (id: string, title: string) => Promise<unknown>][] = [
    ['REST', (id, title) => editor.patch(`/api/articles/${id}`, { title, _status: 'published' }).expect(200)],
    [
      'REST with publishSpecificLocale',
      (id, title) =>
        editor
          .patch(`/api/articles/${id}?publishSpecificLocale=en`, { title, _status: 'published' })
          .expect(200),
    ],
    [
      'a bulk update',
      (id, title) =>
        editor.patch(`/api/articles?where[id][equals]=${id}`, { title, _status: 'published' }).expect(200),
    ],
    [
      'GraphQL',
      (id, title) =>
        editor
          .graphql(
            `mutation { updateArticle(id: "${id}", data: { title: "${title}", _status: published }) { id } }`,
          )
          .expect(200),
    ],
    [
      'the Local API',
      (id, title) =>
        house.payload.update({
          collection: 'articles',
          id,
          data: { title, _status: 'published' },
          depth: 0,
          overrideAccess: true,
        }),
    ],
  ];

  it.each(publishing)(
    'drafted beside are not taken live by publishing English through %s, and not lost',
    async (_door, publish) => {
      const article = await withSpanishDraft();
      await publish(article.id, 'New English');
      expect(await whatStrangersSee(article)).toBe('New English');
      expect(await whatStrangersSee(article, 'es')).toBeNull();
      const { body } = await editor.get(`/api/articles/${article.id}?draft=true&locale=es`).expect(200);
      expect(body).toMatchObject({ title: 'En español', _status: 'draft' });
      const english = await editor.get(`/api/articles/${article.id}?draft=true`).expect(200);
      expect(english.body.title).toBe('New English');
      await editor.patch(`/api/articles/${article.id}?locale=es`, { _status: 'published' }).expect(200);
      expect(await whatStrangersSee(article, 'es')).toBe('En español');
      expect(await whatStrangersSee(article)).toBe('New English');
    },
  );

  it('are not published by the first publication either', async () => {
    const draft = await draftArticle();
    await editor.patch(`/api/articles/${draft.id}?draft=true&locale=es`, spanish).expect(200);
    await editor.patch(`/api/articles/${draft.id}`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(draft)).toBe(draft.title);
    expect(await whatStrangersSee(draft, 'es')).toBeNull();
    const { body } = await editor.get(`/api/articles/${draft.id}?draft=true&locale=es`).expect(200);
    expect(body.title).toBe('En español');
  });

  it('that were begun in Spanish are not published by publishing English', async () => {
    const { body } = await editor
      .post('/api/articles?draft=true&locale=es', { ...spanish, title: fresh('Empezado') })
      .expect(201);
    await editor
      .patch(`/api/articles/${body.doc.id}?draft=true`, { title: 'In English', body: paragraph('Text.') })
      .expect(200);
    await editor.patch(`/api/articles/${body.doc.id}`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(body.doc)).toBe('In English');
    expect(await whatStrangersSee(body.doc, 'es')).toBeNull();
  });

  it('can be published alone: English stays as it is public', async () => {
    const article = await withSpanishDraft();
    await editor
      .patch(`/api/articles/${article.id}?draft=true`, { title: 'English in the making' })
      .expect(200);
    await editor.patch(`/api/articles/${article.id}?locale=es`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(article, 'es')).toBe('En español');
    expect(await whatStrangersSee(article)).toBe(article.title);
    const { body } = await editor.get(`/api/articles/${article.id}?draft=true`).expect(200);
    expect(body.title).toBe('English in the making');
  });

  it('go live together when that is asked for', async () => {
    const article = await withSpanishDraft();
    await editor
      .patch(`/api/articles/${article.id}?publishAllLocales=true`, { _status: 'published' })
      .expect(200);
    expect(await whatStrangersSee(article, 'es')).toBe('En español');
  });

  it('can be taken down alone: the others and every draft stay', async () => {
    const article = await withSpanishDraft();
    await editor.patch(`/api/articles/${article.id}?locale=es`, { _status: 'published' }).expect(200);
    await editor
      .patch(`/api/articles/${article.id}?draft=true`, { title: 'English in the making' })
      .expect(200);
    await editor
      .patch(`/api/articles/${article.id}?publishSpecificLocale=es`, { _status: 'draft' })
      .expect(200);
    expect(await whatStrangersSee(article, 'es')).toBeNull();
    expect(await whatStrangersSee(article)).toBe(article.title);
    const draft = (await editor.get(`/api/articles/${article.id}?draft=true&locale=all`).expect(200)).body;
    expect(draft).toMatchObject({
      title: { en: 'English in the making', es: 'En español' },
      _status: 'draft',
    });
    await editor.patch(`/api/articles/${article.id}?locale=es`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(article, 'es')).toBe('En español');
    const { body } = await administrator
      .get(`/api/audit-log?where[documentId][equals]=${article.id}&where[action][equals]=unpublish`)
      .expect(200);
    expect(body.docs).toMatchObject([{ locale: 'es' }]);
  });

  it('take the whole article down when the last one goes', async () => {
    const article = await publishedArticle();
    await editor
      .patch(`/api/articles/${article.id}?publishSpecificLocale=en`, { _status: 'draft' })
      .expect(200);
    expect(await whatStrangersSee(article)).toBeNull();
  });

  it('go down together, and come back one by one', async () => {
    const article = await withSpanishDraft();
    await editor.patch(`/api/articles/${article.id}?locale=es`, { _status: 'published' }).expect(200);
    await editor.patch(`/api/articles/${article.id}`, { _status: 'draft' }).expect(200);
    expect(await whatStrangersSee(article, 'es')).toBeNull();
    await editor.patch(`/api/articles/${article.id}`, { _status: 'published' }).expect(200);
    expect(await whatStrangersSee(article)).toBe(article.title);
    expect(await whatStrangersSee(article, 'es')).toBeNull();
  });

  it('keep their texts with their clauses when a disclaimer’s clauses are moved', async () => {
    const clause = (key: string, text: string, id?: string) => ({ key, text, ...(id ? { id } : {}) });
    const data = {
      title: fresh('Moved clauses'),
      placement: 'footer',
      clauses: [clause('a', 'A in English'), clause('b', 'B in English')],
    };
    const made = (await compliance.post('/api/disclaimers', { ...data, _status: 'published' }).expect(201))
      .body.doc;
    const [a, b] = made.clauses.map(({ id }: { id: string }) => id);
    const es = {
      title: 'Cláusulas',
      clauses: [clause('a', 'A en español', a), clause('b', 'B en español', b)],
    };
    await compliance
      .patch(`/api/disclaimers/${made.id}?locale=es`, { ...es, _status: 'published' })
      .expect(200);
    const drafted = { clauses: [clause('a', 'A nuevo', a), clause('b', 'B nuevo', b)] };
    await compliance.patch(`/api/disclaimers/${made.id}?locale=es&draft=true`, drafted).expect(200);
    const moved = { clauses: [clause('b', 'B in English', b), clause('a', 'A in English', a)] };
    await compliance.patch(`/api/disclaimers/${made.id}`, { ...moved, _status: 'published' }).expect(200);
    const texts = async (locale: string) =>
      (await house.stranger.get(`/api/disclaimers/${made.id}?locale=${locale}`).expect(200)).body.clauses.map(
        ({ text }: { text: string }) => text,
      );
    expect(await texts('en')).toEqual(['B in English', 'A in English']);
    expect(await texts('es')).toEqual(['B en español', 'A en español']);
    const draft = await compliance.get(`/api/disclaimers/${made.id}?locale=es&draft=true`).expect(200);
    expect(draft.body.clauses.map(({ text }: { text: string }) => text)).toEqual(['B nuevo', 'A nuevo']);
  });

  it('that do not exist are refused', async () => {
    const { id } = await draftArticle();
    for (const query of ['publishSpecificLocale=de', 'locale=de']) {
      await editor.patch(`/api/articles/${id}?${query}`, { _status: 'published' }).expect(400);
    }
  });

  it('drafted beside leave no trace when publishing fails', async () => {
    const article = await withSpanishDraft();
    const before = (await versionsOf(article.id)).map(({ id }) => id);
    await editor.patch(`/api/articles/${article.id}`, { title: '', _status: 'published' }).expect(400);
    expect((await versionsOf(article.id)).map(({ id }) => id)).toEqual(before);
    await editor.patch(`/api/articles?where[id][equals]=${article.id}`, { title: '', _status: 'published' });
    const { body } = await editor.get(`/api/articles/${article.id}?draft=true&locale=es`).expect(200);
    expect(body.title).toBe('En español');
    expect(await whatStrangersSee(article, 'es')).toBeNull();
  });
});

describe('slugs', () => {
  it('are made from titles', async () => {
    const { slug } = await draftArticle({ title: 'Éveil: “Ketamine” & You — what’s next?' });
    expect(slug).toBe('eveil-ketamine-you-whats-next');
  });

  it('of equal titles are told apart by a number', async () => {
    const slugs = [];
    for (let copy = 0; copy < 3; copy += 1)
      slugs.push((await draftArticle({ title: 'The same title' })).slug);
    expect(slugs).toEqual(['the-same-title', 'the-same-title-2', 'the-same-title-3']);
  });

  it('stay when the title changes', async () => {
    const article = await publishedArticle();
    await editor
      .patch(`/api/articles/${article.id}`, { title: 'Quite another title', _status: 'published' })
      .expect(200);
    expect((await editor.get(`/api/articles/${article.id}`).expect(200)).body.slug).toBe(article.slug);
  });

  it.each([
    ['count', /reserved/],
    ['versions', /reserved/],
    ['Not A Slug', /small letters/],
    ['a--b', /small letters/],
    ['a/b', /small letters/],
    ['a'.repeat(121), /120/],
  ])('such as %j are refused with words that name the field', async (slug, words) => {
    const { body } = await editor
      .post('/api/articles', { title: 'T', slug, body: paragraph('T.'), _status: 'published' })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'slug' });
    expect(JSON.stringify(body)).toMatch(words);
  });

  it('that are taken are refused with words that name the field, over REST and GraphQL', async () => {
    const { slug } = await draftArticle();
    const { body } = await editor.post('/api/articles?draft=true', { title: 'T', slug }).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'slug' });
    const answer = await editor.graphql(
      `mutation { createArticle(draft: true, data: { title: "T", slug: "${slug}" }) { id } }`,
    );
    expect(JSON.stringify(answer.body.errors)).toContain('slug');
    expect(JSON.stringify(answer.body.errors)).not.toMatch(/SQLITE|UNIQUE constraint|E11000/);
  });

  it('of other collections may be the same', async () => {
    const { slug } = await draftArticle();
    await editor.post('/api/topics', { title: 'T', slug, kind: 'other' }).expect(201);
  });
});

describe('dates', () => {
  const day = 86_400_000;
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

  async function disclaimer(more: Record<string, unknown>) {
    const data = {
      title: fresh('Dated'),
      placement: 'footer',
      clauses: [{ key: 'a', text: 'A' }],
      _status: 'published',
      ...more,
    };
    return (await compliance.post('/api/disclaimers', data).expect(201)).body.doc as Doc;
  }

  it.each([
    ['begins tomorrow', { effectiveFrom: inDays(1) }, 404],
    ['ended yesterday', { effectiveFrom: inDays(-9), effectiveTo: inDays(-1) }, 404],
    ['is in force', { effectiveFrom: inDays(-1), effectiveTo: inDays(1) }, 200],
    ['has no dates', {}, 200],
  ])('make a disclaimer that %s answer %j with %i', async (_name, dates, status) => {
    const { slug } = await disclaimer(dates);
    await house.stranger.get(`/api/disclaimers/${slug}`).expect(status);
    const { body } = await house.stranger.get(`/api/disclaimers?where[slug][equals]=${slug}`).expect(200);
    expect(body.totalDocs).toBe(status === 200 ? 1 : 0);
    const query = `{ Disclaimers(where: { slug: { equals: "${slug}" } }) { totalDocs } }`;
    const graphql = await house.stranger.post('/api/graphql').send({ query }).expect(200);
    expect(graphql.body.data.Disclaimers.totalDocs).toBe(status === 200 ? 1 : 0);
  });

  it('act by themselves: what ends while one waits is gone', async () => {
    const { slug } = await disclaimer({ effectiveTo: new Date(Date.now() + 1_500).toISOString() });
    await house.stranger.get(`/api/disclaimers/${slug}`).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    await house.stranger.get(`/api/disclaimers/${slug}`).expect(404);
  });

  it('make availability come and go', async () => {
    const service = await house.idOf('services', 'at-home-program');
    const data = {
      service,
      state: 'TX',
      status: 'available',
      counties: { mode: 'all' },
      licenses: [await makeLicense(house.payload, 'TX')],
      _status: 'published',
    };
    const { body } = await compliance
      .post('/api/availability', { ...data, effectiveFrom: inDays(1) })
      .expect(201);
    await house.stranger.get(`/api/availability/${body.doc.id}`).expect(404);
    await compliance.patch(`/api/availability/${body.doc.id}`, { effectiveFrom: inDays(-1) }).expect(200);
    const shown = await house.stranger.get(`/api/availability/${body.doc.id}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'TX', status: 'available', counties: { mode: 'all' } });
    expect(shown.body).not.toHaveProperty('internalNote');
  });
});

describe('wrong input', () => {
  const service = () => house.idOf('services', 'at-home-program');
  const inForce = { state: 'TX', status: 'available', _status: 'published' };

  const cases: [string, string, () => Promise<object> | object, string, RegExp][] = [
    [
      'an end before the start',
      'disclaimers',
      () => ({
        title: 'T',
        placement: 'footer',
        clauses: [{ key: 'a', text: 'A' }],
        effectiveFrom: '2026-02-01',
        effectiveTo: '2026-01-01',
        _status: 'published',
      }),
      'effectiveTo',
      /after the start/,
    ],
    [
      'a date that is none',
      'disclaimers',
      () => ({
        title: 'T',
        placement: 'footer',
        clauses: [{ key: 'a', text: 'A' }],
        effectiveFrom: 'soon',
        _status: 'published',
      }),
      'effectiveFrom',
      /date/i,
    ],
    [
      'no clause',
      'disclaimers',
      () => ({ title: 'T', placement: 'footer', clauses: [], _status: 'published' }),
      'clauses',
      /./,
    ],
    [
      'a clause without text',
      'disclaimers',
      () => ({ title: 'T', placement: 'footer', clauses: [{ key: 'a' }], _status: 'published' }),
      'clauses.0.text',
      /required/,
    ],
    [
      'no county',
      'availability',
      async () => ({ ...inForce, service: await service(), counties: { mode: 'only', list: [] } }),
      'counties.list',
      /at least one county/,
    ],
    [
      'a county that is none',
      'availability',
      async () => ({ ...inForce, service: await service(), counties: { mode: 'only', list: ['4820'] } }),
      'counties.list',
      /“4820”/,
    ],
    [
      'a state that is none',
      'availability',
      async () => ({ ...inForce, service: await service(), state: 'ZZ', counties: { mode: 'all' } }),
      'state',
      /./,
    ],
    [
      'a status that is none',
      'availability',
      async () => ({ ...inForce, service: await service(), status: 'perhaps', counties: { mode: 'all' } }),
      'status',
      /./,
    ],
    [
      'a button that runs code',
      'calls-to-action',
      () => ({ label: 'L', kind: 'link', target: { url: 'javascript:alert(1)' } }),
      'target.url',
      /https/,
    ],
    [
      'a button that leads to another protocol',
      'calls-to-action',
      () => ({ label: 'L', kind: 'link', target: { url: '//evil.example' } }),
      'target.url',
      /https/,
    ],
    [
      'a redirect off the site',
      'redirects',
      async () => ({ site: await house.idOf('sites', 'brightpath'), from: '/a', to: '//evil.example' }),
      'to',
      /starts with one/,
    ],
    [
      'a DOI that is none',
      'sources',
      () => ({ title: 'T', kind: 'review', doi: 'https://doi.org/x' }),
      'doi',
      /10\.1000/,
    ],
    [
      'a time zone that is none',
      'sites',
      () => ({ name: 'N', url: 'https://n.example', timeZone: 'Mars/Olympus' }),
      'timeZone',
      /America\/New_York/,
    ],
    [
      'no title',
      'articles',
      () => ({ body: paragraph('T.'), slug: 'no-title', _status: 'published' }),
      'title',
      /required/,
    ],
    [
      'a title too long',
      'articles',
      () => ({ title: 'a'.repeat(301), body: paragraph('T.'), _status: 'published' }),
      'title',
      /300/,
    ],
    [
      'an author who does not exist',
      'articles',
      () => ({
        title: 'T',
        authors: ['00000000-0000-4000-8000-000000000000'],
        body: paragraph('T.'),
        _status: 'published',
      }),
      'authors',
      /./,
    ],
    [
      'a link that runs code in the text',
      'articles',
      () => ({ title: 'T', body: linkTo('javascript:alert(1)'), _status: 'published' }),
      'body',
      /./,
    ],
    [
      'a text that is none',
      'articles',
      () => ({ title: 'T', body: 'just words', _status: 'published' }),
      'body',
      /./,
    ],
  ];

  it.each(cases)(
    '(%s) is refused in %s with words that name the field, and nothing is written',
    async (_name, collection, make, path, words) => {
      const total = () => house.payload.db.count({ collection: collection as 'articles' });
      const before = await total();
      const { body } = await administrator.post(`/api/${collection}`, await make()).expect(400);
      expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path });
      expect(JSON.stringify(body)).toMatch(words);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|SQLITE|stack/);
      expect(await total()).toEqual(before);
    },
  );

  it('is refused over GraphQL in the same words', async () => {
    const mutation =
      'mutation { createCallToAction(data: { label: "L", kind: link, target: { url: "javascript:alert(1)" } }) { id } }';
    const { body } = await editor.graphql(mutation);
    expect(JSON.stringify(body.errors)).toContain('target.url');
    expect(body.errors[0].code).toBe('validation_failed');
  });

  it('in one of many leaves the others', async () => {
    const good = await draftArticle();
    const untitled = (await editor.post('/api/articles?draft=true', { slug: 'untitled' }).expect(201)).body
      .doc;
    const { body } = await editor
      .patch(`/api/articles?where[id][in]=${good.id},${untitled.id}`, { _status: 'published' })
      .expect(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ id: untitled.id, message: expect.stringContaining('Title') });
    expect(await whatStrangersSee(good)).toBe(good.title);
    expect(await whatStrangersSee(untitled)).toBeNull();
  });

  it('(one slug for many) is refused, and nothing is written', async () => {
    const [first, second] = [await publishedArticle(), await publishedArticle()];
    const { body } = await editor
      .patch(`/api/articles?where[id][in]=${first.id},${second.id}`, { slug: 'cannot-be-both' })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'slug' });
    for (const { id, slug } of [first, second]) {
      expect((await editor.get(`/api/articles/${id}`).expect(200)).body.slug).toBe(slug);
    }
  });
});

describe('versions', () => {
  it('are kept, and an old one can be brought back as a draft', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}`, { title: 'Second', _status: 'published' }).expect(200);
    const first = (await versionsOf(article.id)).find(
      ({ version }) => version.title === article.title && version._status === 'published',
    );
    await editor.post(`/api/articles/versions/${first?.id}?draft=true`).expect(200);
    expect(await whatStrangersSee(article)).toBe('Second');
    expect((await editor.get(`/api/articles/${article.id}?draft=true`).expect(200)).body.title).toBe(
      article.title,
    );
  });

  it('that were public can be brought back as public, by those who may publish', async () => {
    const article = await publishedArticle();
    await editor.patch(`/api/articles/${article.id}`, { title: 'Second', _status: 'published' }).expect(200);
    const first = (await versionsOf(article.id)).find(
      ({ version }) => version.title === article.title && version._status === 'published',
    );
    const writer = asking(house, await house.client(['write']));
    await writer.post(`/api/articles/versions/${first?.id}`).expect(403);
    await editor.post(`/api/articles/versions/${first?.id}`).expect(200);
    expect(await whatStrangersSee(article)).toBe(article.title);
  });

  it('that were drafts do not take down what is public when they are brought back', async () => {
    const article = await publishedArticle();
    const draft = (await versionsOf(article.id)).find(({ version }) => version._status === 'draft');
    await editor.post(`/api/articles/versions/${draft?.id}`);
    expect(await whatStrangersSee(article)).toBe(article.title);
  });
});

describe('many at once', () => {
  it('are published and taken down', async () => {
    const drafts = [await draftArticle(), await draftArticle(), await draftArticle()];
    const where = `where[id][in]=${drafts.map(({ id }) => id).join(',')}`;
    const { body } = await editor.patch(`/api/articles?${where}`, { _status: 'published' }).expect(200);
    expect(body).toMatchObject({ errors: [], docs: expect.any(Array) });
    for (const draft of drafts) expect(await whatStrangersSee(draft)).toBe(draft.title);
    await editor.patch(`/api/articles?${where}`, { _status: 'draft' }).expect(200);
    for (const draft of drafts) expect(await whatStrangersSee(draft)).toBeNull();
  });

  it('cannot be every article by accident', async () => {
    await editor.patch('/api/articles', { title: 'All the same' }).expect(400);
    await editor.delete('/api/articles').expect(400);
  });
});

describe('a copy', () => {
  it('is a draft with a slug of its own, whatever it is copied from', async () => {
    const article = await publishedArticle();
    const { body } = await editor.post(`/api/articles/${article.id}/duplicate`).expect(200);
    expect(body.doc).toMatchObject({ _status: 'draft' });
    expect(body.doc.slug).toBe(`${article.slug}-2`);
    expect(body.doc.id).not.toBe(article.id);
    expect(await whatStrangersSee(body.doc)).toBeNull();
  });

  it('of a copy works as well', async () => {
    const article = await publishedArticle();
    const slugs = new Set([article.slug]);
    for (let copy = 0; copy < 3; copy += 1) {
      slugs.add((await editor.post(`/api/articles/${article.id}/duplicate`).expect(200)).body.doc.slug);
    }
    expect(slugs.size).toBe(4);
  });

  it('cannot be published by its making', async () => {
    const article = await publishedArticle();
    await editor
      .patch(`/api/articles/${article.id}?draft=true&locale=es`, {
        title: 'Sin aprobar',
        body: paragraph('X'),
      })
      .expect(200);
    const { body } = await editor.post(`/api/articles/${article.id}/duplicate`, { _status: 'published' });
    if (body.doc) expect(await whatStrangersSee(body.doc, 'es')).toBeNull();
  });
});

function linkTo(url: string) {
  const text = paragraph('x');
  const [first] = text.root.children;
  const link = {
    type: 'link',
    version: 3,
    direction: null,
    format: '',
    indent: 0,
    fields: { linkType: 'custom', url },
    id: 'abc',
    children: first?.children,
  };
  return { root: { ...text.root, children: [{ ...first, children: [link] }] } };
}
