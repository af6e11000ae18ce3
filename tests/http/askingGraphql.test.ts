/** What people get from GraphQL: strangers what is public, those who sign in what their role allows. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { allowList, type PublicCollection, type PublicSlug } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';
import { richText } from '../helpers/minimalDocuments.js';

let house: House;
let editor: string;

beforeAll(async () => {
  house = await openHouse();
  editor = await house.person('editor');
});
afterAll(() => house.close());

const rows = Object.entries(allowList) as [PublicSlug, PublicCollection][];
type Doc = Record<string, unknown> & { id: string };
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question
type Any = any;

interface Answer {
  status: number;
  data: Record<string, Any>;
  errors?: { message: string; code: string; path?: string[]; extensions: { code: string } }[];
}

async function ask(
  query: string,
  { as, variables }: { as?: string; variables?: object } = {},
): Promise<Answer> {
  const sent = house.stranger.post('/api/graphql');
  if (as) sent.set('Authorization', as);
  const { body, status } = await sent.send({ query, variables });
  return { status, ...body };
}

/** Data, when nothing went wrong. */
async function dataOf(
  query: string,
  options: { as?: string; variables?: object } = {},
): Promise<Record<string, Any>> {
  const { data, errors } = await ask(query, options);
  expect(errors).toBeUndefined();
  return data;
}

async function rest(path: string): Promise<Doc[]> {
  return (await house.stranger.get(`/api/${path}`).expect(200)).body.docs;
}

describe('a stranger', () => {
  it.each(rows)('gets of %s the documents that REST lists', async (slug, { names, defaultSort }) => {
    const listed = await rest(`${slug}?limit=100&sort=${defaultSort}`);
    const query = `{ ${names.plural}(limit: 100) { totalDocs docs { id } } count${names.plural} { totalDocs } }`;
    const data = await dataOf(query);
    expect(data[names.plural].docs.map(({ id }: Doc) => id)).toEqual(listed.map(({ id }) => id));
    expect(data[names.plural].totalDocs).toBe(listed.length);
    expect(data[`count${names.plural}`].totalDocs).toBe(listed.length);
    const one = await dataOf(`{ ${names.singular}(id: "${listed[0]?.id}") { id } }`);
    expect(one[names.singular]).toEqual({ id: listed[0]?.id });
  });

  it('filters and sorts', async () => {
    const topic = await house.idOf('topics', 'ptsd');
    const { Articles } = await dataOf(
      `{ Articles(where: { topics: { in: ["${topic}"] } }, sort: "-slug", limit: 100) { docs { slug topics { id } } } }`,
    );
    const slugs = Articles.docs.map(({ slug }: Doc) => slug);
    expect(slugs.length).toBeGreaterThan(0);
    expect(slugs).toEqual([...slugs].sort().reverse());
    for (const doc of Articles.docs) expect(doc.topics.map(({ id }: Doc) => id)).toContain(topic);
  });

  it('filters by the slug of a relation, as REST does', async () => {
    for (const path of ['topics.slug', 'sites.slug', 'category.slug']) {
      const value = { topics: 'ptsd', sites: 'harbor-therapy', category: 'evidence-and-approval' }[
        path.split('.')[0] as 'topics'
      ];
      const { Articles } = await dataOf(
        `{ Articles(where: { ${path.replace('.', '__')}: { in: ["${value}"] } }, sort: "slug", limit: 100) { docs { slug } } }`,
      );
      const listed = await rest(`articles?where[${path}][in]=${value}&sort=slug&limit=100`);
      expect(Articles.docs).toEqual(listed.map(({ slug }) => ({ slug })));
      if (path === 'topics.slug') expect(listed.length).toBeGreaterThan(0);
    }
  });

  it('joins conditions with AND and OR', async () => {
    const [first, second] = await rest('articles?limit=2');
    const equals = (doc?: Doc) => `{ slug: { equals: "${doc?.slug}" } }`;
    const count = async (where: string) =>
      (await dataOf(`{ countArticles(where: ${where}) { totalDocs } }`)).countArticles.totalDocs;
    expect(await count(`{ OR: [${equals(first)}, ${equals(second)}] }`)).toBe(2);
    expect(await count(`{ AND: [${equals(first)}, ${equals(second)}] }`)).toBe(0);
    expect(await count(`{ AND: [{ OR: [${equals(first)}, ${equals(second)}] }, ${equals(first)}] }`)).toBe(1);
  });

  it('follows relations', async () => {
    const data = await dataOf(
      `{ Articles(limit: 100) { docs { slug authors { name photo { url } } category { title } sites { slug } } } }`,
    );
    const withAuthors = data.Articles.docs.filter(({ authors }: Any) => authors?.length);
    expect(withAuthors.length).toBeGreaterThan(0);
    expect(withAuthors[0].authors[0].name).toEqual(expect.any(String));
  });

  it('asks by GET as well', async () => {
    const query = encodeURIComponent('{ Articles(limit: 1) { docs { slug } } }');
    const { body } = await house.stranger.get(`/api/graphql?query=${query}`).expect(200);
    expect(body.data.Articles.docs).toHaveLength(1);
  });

  it('gets a page of a list, and the pages after it', async () => {
    const { a, b } = await dataOf(
      '{ a: Faqs(limit: 3, page: 1) { docs { id } hasNextPage } b: Faqs(limit: 3, page: 2) { docs { id } page } }',
    );
    expect(a.hasNextPage).toBe(true);
    expect(new Set([...a.docs, ...b.docs].map(({ id }: Doc) => id)).size).toBe(6);
  });

  it('does not see drafts, nor can ask for them', async () => {
    const draft = await house.payload.create({
      ...{ collection: 'articles', depth: 0, draft: true, overrideAccess: true },
      data: { title: 'Not yet', slug: 'not-yet', body: richText('Not yet') as never },
    });
    const { Article, countArticles } = await dataOf(
      `{ Article(id: "${draft.id}") { id } countArticles(where: { slug: { equals: "not-yet" } }) { totalDocs } }`,
    ).catch(() => ({ Article: null, countArticles: { totalDocs: 0 } }));
    expect({ Article, ...countArticles }).toEqual({ Article: null, totalDocs: 0 });
    const asked = await ask(`{ Article(id: "${draft.id}", draft: true) { id } }`);
    expect({ data: asked.data, code: asked.errors?.[0]?.code }).toEqual({
      data: undefined,
      code: 'bad_request',
    });
    const query = encodeURIComponent(`{ Articles(where: { slug: { equals: "not-yet" } }) { totalDocs } }`);
    const { body } = await house.stranger
      .get(`/api/graphql?draft=true&trash=true&query=${query}`)
      .expect(200);
    expect(body.data.Articles.totalDocs).toBe(0);
  });
});

describe('a language', () => {
  it('holds only what is published in it', async () => {
    const { Articles, countArticles } = await dataOf(
      '{ Articles(locale: es, limit: 100) { totalDocs docs { slug title } } countArticles(locale: es) { totalDocs } }',
    );
    const listed = await rest('articles?locale=es&limit=100');
    expect(Articles.docs.map(({ slug }: Any) => slug).sort()).toEqual(listed.map(({ slug }) => slug).sort());
    expect(countArticles.totalDocs).toBe(listed.length);
    for (const doc of Articles.docs) expect(doc.title).toEqual(expect.any(String));
  });

  it('is English unless said otherwise, whatever the address says', async () => {
    const query = encodeURIComponent('{ Articles(limit: 100) { docs { title } } }');
    const { body } = await house.stranger.get(`/api/graphql?locale=es&query=${query}`).expect(200);
    expect(body.data.Articles.docs).toHaveLength((await rest('articles?limit=100')).length);
  });

  it('of one field does not spill over to the field beside it, nor to what stands below it', async () => {
    const inSpanish = '{ docs { slug title category { title } topics { title } } }';
    const both = await dataOf(
      `{ es: Articles(locale: es, sort: "slug") ${inSpanish} en: Articles(sort: "slug", limit: 100) ${inSpanish} }`,
    );
    const reversed = await dataOf(
      `{ en: Articles(sort: "slug", limit: 100) ${inSpanish} es: Articles(locale: es, sort: "slug") ${inSpanish} }`,
    );
    const es = await dataOf(`{ es: Articles(locale: es, sort: "slug") ${inSpanish} }`);
    const en = await dataOf(`{ en: Articles(sort: "slug", limit: 100) ${inSpanish} }`);
    expect(both).toEqual({ ...es, ...en });
    expect(reversed).toEqual({ ...es, ...en });
    expect(es.es.docs[0].category.title).not.toBe(
      en.en.docs.find(({ slug }: Any) => slug === es.es.docs[0].slug).category.title,
    );
  });

  it('hides a relation that is not published in it', async () => {
    const make = (collection: 'topics' | 'articles', data: object) =>
      house.payload.create({
        collection: collection as 'articles',
        data: data as never,
        depth: 0,
        locale: 'en',
        overrideAccess: true,
      });
    const topic = await make('topics', {
      title: 'Only in English',
      slug: 'only-in-english',
      kind: 'condition',
    });
    const article = await make('articles', {
      title: 'In both',
      slug: 'in-both',
      topics: [topic.id],
      _status: 'published',
    });
    await house.payload.update({
      ...{ collection: 'articles', id: article.id, locale: 'es', depth: 0, overrideAccess: true },
      data: { title: 'En los dos', _status: 'published' },
    });
    const asked = (locale: string) =>
      `Article(id: "${article.id}", locale: ${locale}) { title topics { title } }`;
    expect(await dataOf(`{ ${asked('en')} }`)).toEqual({
      Article: { title: 'In both', topics: [{ title: 'Only in English' }] },
    });
    expect(await dataOf(`{ ${asked('es')} }`)).toEqual({ Article: { title: 'En los dos', topics: [] } });
  });
});

describe('what asks for too much', () => {
  const list = (args: string) => `{ Articles(${args}) { docs { id } } }`;

  it.each([
    ['limit: 0', 'limit'],
    ['limit: -1', 'limit'],
    ['limit: 101', 'limit'],
    ['page: 0', 'page'],
    ['page: 1000000', 'page'],
    ['sort: "createdAt"', 'sort'],
    ['sort: "authors.email"', 'sort'],
    ['sort: "a,b,c,d"', 'sort'],
    ['limit: 1000000, pagination: false', 'limit'],
  ])('(%s) is refused', async (args, word) => {
    const { data, errors } = await ask(list(args));
    expect(data.Articles).toBeNull();
    expect(errors?.[0]).toMatchObject({ code: 'invalid_parameter', message: expect.stringContaining(word) });
  });

  it('gives no more than a usual list when pages are turned off', async () => {
    const { Faqs } = await dataOf('{ Faqs(pagination: false) { docs { id } } }');
    expect(Faqs.docs.length).toBeLessThanOrEqual(10);
  });

  const deep = (levels: number) =>
    `{ Articles { docs ${'{ related '.repeat(levels)}{ id }${' }'.repeat(levels)} } }`;
  const fields = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${name}`).join(' ');
  const names = rows.map(([, each]) => each.names);

  it.each([
    ['too many aliases', `{ ${fields(11, 'countArticles { totalDocs }')} }`],
    ['140 aliased counts', `{ ${fields(140, 'countArticles { totalDocs }')} }`],
    [
      'aliases in a fragment',
      `{ ...F } fragment F on Query { ${fields(11, 'countArticles { totalDocs }')} }`,
    ],
    [
      'too many fields at the root',
      `{ ${names
        .slice(0, 7)
        .map(({ plural }) => `count${plural} { totalDocs }`)
        .join(' ')} }`,
    ],
    [
      'too many fields in a fragment',
      `{ ...F } fragment F on Query { ${names
        .slice(0, 7)
        .map(({ plural }) => `count${plural} { totalDocs }`)
        .join(' ')} }`,
    ],
    [
      'too many fields in fragments of fragments',
      `{ ...F ... { ...F } } fragment F on Query { ${names
        .slice(0, 4)
        .map(({ plural }) => `count${plural} { totalDocs }`)
        .join(' ')} }`,
    ],
    ['a deep question', deep(8)],
    [
      'a deep question in fragments',
      `{ Articles { docs { ...A } } } fragment A on Article { related { related { ...B } } } fragment B on Article { related { related { related { related { related { id } } } } } }`,
    ],
    ['a circle of fragments', '{ Articles { docs { ...A } } } fragment A on Article { related { ...A } }'],
    ['too many tokens', `{ Articles { docs { ${'id '.repeat(1_000)} } } }`],
    ['two operations', 'query A { countArticles { totalDocs } } query B { countFaqs { totalDocs } }'],
  ])('%s is refused', async (_name, query) => {
    const { data, errors } = await ask(query);
    expect({ data, code: errors?.[0]?.code }).toEqual({ data: undefined, code: 'bad_request' });
  });

  it('more than twenty conditions are refused', async () => {
    const where = `{ OR: [${'{ slug: { equals: "a" } } '.repeat(21)}] }`;
    const { errors } = await ask(`{ Articles(where: ${where}) { docs { id } } }`);
    expect(errors?.[0]).toMatchObject({ code: 'invalid_parameter' });
    const counted = await ask(`{ countArticles(where: ${where}) { totalDocs } }`);
    expect(counted.errors?.[0]).toMatchObject({ code: 'invalid_parameter' });
  });

  it('a filter nested in itself many times is refused', async () => {
    const where = `${'{ AND: '.repeat(6)}{ slug: { equals: "a" } }${' }'.repeat(6)}`;
    const { errors } = await ask(`{ countArticles(where: ${where}) { totalDocs } }`);
    expect(errors?.[0]).toMatchObject({ code: 'invalid_parameter' });
  });

  it('a list of more than a hundred values is refused', async () => {
    const query = `{ Articles(where: { slug: { in: [${'"a" '.repeat(101)}] } }) { docs { id } } }`;
    expect((await ask(query)).data.Articles).toBeNull();
    expect((await ask(query)).errors?.[0]).toMatchObject({ code: 'invalid_parameter' });
  });

  it('a body of more than 16 KB is refused', async () => {
    const { status, errors } = await ask(`{ countArticles { totalDocs } } # ${'x'.repeat(17_000)}`);
    expect({ status, code: errors?.[0]?.code }).toEqual({ status: 413, code: 'payload_too_large' });
  });
});

describe('mistakes', () => {
  it.each([
    ['no JSON', 'nope'],
    ['no query', '{}'],
    ['a query that is no text', '{"query":1}'],
    ['nothing', ''],
    ['a list of queries', '[{"query":"{ countArticles { totalDocs } }"}]'],
  ])('(%s) are answered in the one error shape', async (_name, body) => {
    const answer = await house.stranger
      .post('/api/graphql')
      .set('Content-Type', 'application/json')
      .send(body)
      .expect(400);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ code: 'bad_request', message: expect.any(String) }),
    ]);
    expect(answer.body.errors[0].message).not.toBe('Something went wrong.');
  });

  it('of the media type and the method are answered so too', async () => {
    const form = await house.stranger.post('/api/graphql').type('form').send('query={a}').expect(415);
    expect(form.body.errors[0].code).toBe('unsupported_media_type');
    const put = await house.stranger
      .put('/api/graphql')
      .send({ query: '{ countArticles { totalDocs } }' })
      .expect(405);
    expect(put.body.errors[0].code).toBe('method_not_allowed');
  });

  it('in a variable say which', async () => {
    const { errors } = await ask('query ($most: Int) { Articles(limit: $most) { docs { id } } }', {
      variables: { most: 'ten' },
    });
    expect(errors?.[0]).toMatchObject({ code: 'bad_request', message: expect.stringContaining('$most') });
  });

  it('in an id give nothing', async () => {
    for (const id of ['no-such', '', '00000000-0000-4000-8000-000000000000', "' OR 1=1 --"]) {
      const { data, errors } = await ask('query ($id: String!) { Article(id: $id) { id } }', {
        variables: { id },
      });
      expect({ id, article: data.Article, isServerError: errors?.[0]?.code === 'internal_error' }).toEqual({
        id,
        article: null,
        isServerError: false,
      });
    }
  });

  it('of a field that does not exist do not suggest one that is internal', async () => {
    for (const field of ['internalNot', 'emai', '_statu', 'liv', 'license']) {
      const { errors } = await ask(`{ People { docs { ${field} } } Availabilities { docs { ${field} } } }`);
      expect(JSON.stringify(errors)).not.toMatch(/internalNote|"email|_status|\blive\b|licenses/);
    }
  });

  it('of our own are logged and tell nothing', async () => {
    const logged = jest.spyOn(house.payload.logger, 'error').mockImplementation(() => undefined);
    const findRows = house.payload.db.find.bind(house.payload.db);
    const find = jest.spyOn(house.payload.db, 'find').mockImplementation(async (asked) => {
      if (asked.collection !== 'articles') return findRows(asked) as never;
      throw new Error('SQLITE_CORRUPT: no such table: articles at /srv/forthright/var');
    });
    const { data, errors, status } = await ask('{ Articles { docs { id } } }');
    find.mockRestore();
    expect(status).toBe(200);
    expect(data.Articles).toBeNull();
    expect(errors).toEqual([
      {
        ...{
          message: 'Something went wrong.',
          code: 'internal_error',
          extensions: { code: 'internal_error' },
        },
        ...{ path: ['Articles'], locations: [{ line: 1, column: 3 }] },
      },
    ]);
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
  });
});

describe('what answers carry', () => {
  const attached = `id slug title version placement locale html text clauses { key text }
    because { rule source { title url } properties { property operator value } }`;

  it.each(['en', 'es'])(
    'is the same as over REST: where the page is and the disclaimers, in %s',
    async (locale) => {
      const query = `{ Articles(limit: 100, sort: "slug", locale: ${locale}) { docs { id href disclaimers { ${attached} } } } }`;
      const { Articles } = await dataOf(query);
      const path = `/api/articles?limit=100&sort=slug&locale=${locale}&select[body]=true`;
      const { body } = await house.stranger.get(path).expect(200);
      const expected = body.docs.map(({ disclaimers, href, id }: Any) => ({ id, href, disclaimers }));
      expect(Articles.docs).toEqual(expected);
      expect(Articles.docs.some(({ disclaimers }: Any) => disclaimers.length > 0)).toBe(true);
    },
  );

  it('has an address for documents without a page too', async () => {
    const { Topics } = await dataOf('{ Topics(where: { slug: { equals: "ptsd" } }) { docs { href } } }');
    expect(Topics.docs).toEqual([{ href: '/api/topics/ptsd' }]);
  });
});

describe('writing', () => {
  it.each([
    'createArticle(data: { title: "x" }) { id }',
    'deleteArticle(id: "x") { id }',
    'loginUser(email: "a@b.c", password: "x") { token }',
    'forgotPasswordUser(email: "a@b.c")',
  ])('is not there for strangers: %s', async (mutation) => {
    const { data = null, errors } = await ask(`mutation { ${mutation} }`);
    expect({ data, code: errors?.[0]?.code }).toEqual({ data: null, code: 'bad_request' });
  });

  it('makes a draft, changes it and publishes it for an editor; strangers see it once it is published', async () => {
    const { createArticle } = await dataOf(
      'mutation ($data: mutationArticleInput!) { createArticle(data: $data, draft: true) { id _status title } }',
      {
        as: editor,
        variables: {
          data: { title: 'Made with GraphQL', slug: 'made-with-graphql', body: richText('A text.') },
        },
      },
    );
    expect(createArticle).toMatchObject({ _status: 'draft', title: 'Made with GraphQL' });
    const seen = async () =>
      (await dataOf('{ Articles(where: { slug: { equals: "made-with-graphql" } }) { docs { title } } }'))
        .Articles.docs;
    expect(await seen()).toEqual([]);
    const update = (data: string) =>
      dataOf(`mutation { updateArticle(id: "${createArticle.id}", ${data}) { _status title } }`, {
        as: editor,
      });
    expect((await update('draft: true, data: { title: "Changed" }')).updateArticle).toEqual({
      _status: 'draft',
      title: 'Changed',
    });
    expect(await seen()).toEqual([]);
    expect((await update('data: { _status: published }')).updateArticle).toEqual({
      _status: 'published',
      title: 'Changed',
    });
    expect(await seen()).toEqual([{ title: 'Changed' }]);
    await update('draft: true, data: { title: "Not yet public" }');
    expect(await seen()).toEqual([{ title: 'Changed' }]);
  });

  it('says what is missing in a document', async () => {
    const { errors } = await ask(
      'mutation { createArticle(data: { slug: "no-title", _status: published }) { id } }',
      { as: editor },
    );
    expect(errors?.[0]).toMatchObject({ code: 'validation_failed', path: ['createArticle'] });
  });

  it('is not done by GET', async () => {
    const query = encodeURIComponent('mutation { deleteArticle(id: "x") { id } }');
    await house.stranger.get(`/api/graphql?query=${query}`).set('Authorization', editor).expect(405);
  });
});
