import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;
let other: Asking;
let authorization: string;

beforeAll(async () => {
  house = await openHouse();
  authorization = await house.person('editor');
  editor = asking(house, authorization);
  other = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

interface Doc extends Record<string, unknown> {
  id: string;
  updatedAt: string;
}

let count = 0;
const fresh = (words: string): string => {
  count += 1;
  return `${words} together ${count}`;
};

async function draftArticle(): Promise<Doc> {
  const data = { title: fresh('Written'), body: paragraph('The text.') };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

async function publishedArticle(): Promise<Doc> {
  const { id } = await draftArticle();
  return (await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)).body.doc;
}

async function topic(): Promise<Doc> {
  return (await editor.post('/api/topics', { title: fresh('A topic'), kind: 'condition' }).expect(201)).body
    .doc;
}

/** What an editor reads. */
const read = async (collection: string, id: string): Promise<Doc> =>
  (await editor.get(`/api/${collection}/${id}?draft=true`).expect(200)).body;

const ifMatch = (test: Test, value: string): Test => test.set('If-Match', value);

function expectStale(body: { errors: { code: string; message: string }[] }, savedAt: string): void {
  expect(body.errors[0]?.code).toBe('conflict');
  expect(body.errors[0]?.message).toContain('Somebody else');
  expect(body.errors[0]?.message).toContain(String(new Date(savedAt).getUTCFullYear()));
  expect(body.errors[0]?.message).toContain('save again');
}

describe('of two who read the same state', () => {
  it.each([
    ['quoted', (updatedAt: string) => `"${updatedAt}"`],
    ['bare', (updatedAt: string) => updatedAt],
    ['weakened by a proxy', (updatedAt: string) => `W/"${updatedAt}"`],
    ['among others', (updatedAt: string) => `"2001-01-01T00:00:00.000Z", "${updatedAt}"`],
  ])('the second is refused with words (If-Match %s)', async (_name, written) => {
    const article = await publishedArticle();
    const path = `/api/articles/${article.id}?draft=true`;
    const { updatedAt } = await read('articles', article.id);
    const first = await ifMatch(other.patch(path, { title: 'First' }), written(updatedAt)).expect(200);
    const { body } = await ifMatch(editor.patch(path, { title: 'Second' }), written(updatedAt)).expect(409);
    expectStale(body, first.body.doc.updatedAt);
    expect((await read('articles', article.id)).title).toBe('First');
    await ifMatch(editor.patch(path, { title: 'Third' }), written(first.body.doc.updatedAt)).expect(200);
  });

  it('the second is refused when it says updatedAt in the data, over REST, GraphQL and the Local API', async () => {
    const article = await draftArticle();
    const path = `/api/articles/${article.id}?draft=true`;
    const { updatedAt } = await read('articles', article.id);
    const first = await other.patch(path, { title: 'First', updatedAt }).expect(200);
    expect(first.body.doc.updatedAt > updatedAt).toBe(true);
    const rest = await editor.patch(path, { title: 'Second', updatedAt }).expect(409);
    expectStale(rest.body, first.body.doc.updatedAt);
    const graphql = await editor.graphql(
      `mutation { updateArticle(id: "${article.id}", draft: true, data: { title: "Second", updatedAt: "${updatedAt}" }) { id } }`,
    );
    expect(graphql.body.errors[0].message).toContain('Somebody else');
    const local = house.payload.update({
      ...{ collection: 'articles', id: article.id, draft: true, depth: 0, overrideAccess: true },
      data: { title: 'Second', updatedAt },
    } as never);
    await expect(local).rejects.toMatchObject({ status: 409 });
    expect((await read('articles', article.id)).title).toBe('First');
  });

  it('the second is refused where saving is publishing, and its answer says what is there', async () => {
    const { id, updatedAt } = await topic();
    const path = `/api/topics/${id}`;
    await ifMatch(other.patch(path, { title: 'First' }), updatedAt).expect(200);
    const { body } = await ifMatch(editor.patch(path, { title: 'Second' }), updatedAt).expect(409);
    expectStale(body, updatedAt);
    expect((await read('topics', id)).title).toBe('First');
  });

  it('the second cannot publish, take down, delete or bring back what it has not seen', async () => {
    const article = await publishedArticle();
    const path = `/api/articles/${article.id}`;
    const { updatedAt } = article;
    await other.patch(`${path}?draft=true`, { title: 'Unseen' }).expect(200);
    const { body } = await editor
      .get(`/api/articles/versions?where[parent][equals]=${article.id}`)
      .expect(200);
    const attempts: Test[] = [
      editor.patch(path, { _status: 'published' }),
      editor.patch(path, { _status: 'draft' }),
      editor.patch(path, { deletedAt: new Date().toISOString() }),
      editor.delete(path),
      editor.patch(`${path}?draft=true`, { title: 'Other words' }),
    ];
    for (const attempt of attempts)
      expectStale((await ifMatch(attempt, updatedAt).expect(409)).body, updatedAt);
    expect(body.docs.length).toBeGreaterThan(0);
    expect((await read('articles', article.id)).title).toBe('Unseen');
    expect((await house.stranger.get(path).expect(200)).body.title).toBe(article.title);
    const { updatedAt: now } = await read('articles', article.id);
    await ifMatch(editor.delete(path), now).expect(200);
  });
});

describe('of many who save at once from the same state', () => {
  it.each(['articles', 'topics'])('exactly one gets through (%s)', async (collection) => {
    const { id } = collection === 'articles' ? await publishedArticle() : await topic();
    const { updatedAt } = await read(collection, id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_each, at) =>
        ifMatch(
          (at % 2 ? editor : other).patch(`/api/${collection}/${id}?draft=true`, { title: `Mine ${at}` }),
          updatedAt,
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(7).fill(409)]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await read(collection, id)).title).toBe(`Mine ${winner}`);
  });
});

describe('a save that says what it has read', () => {
  it('goes through again and again, draft, draft, publish, draft, publish', async () => {
    let { id, updatedAt } = await draftArticle();
    const steps = [
      ['?draft=true', { title: fresh('One') }],
      ['?draft=true', { title: fresh('Two') }],
      ['', { _status: 'published' }],
      ['', { _status: 'published' }],
      ['?draft=true', { title: fresh('Three') }],
      ['', { _status: 'published' }],
      ['', { _status: 'draft' }],
    ] as const;
    for (const [query, data] of steps) {
      const { body } = await ifMatch(editor.patch(`/api/articles/${id}${query}`, data), updatedAt).expect(
        200,
      );
      updatedAt = body.doc.updatedAt;
      await ifMatch(
        editor.patch(`/api/articles/${id}${query}`, data),
        (await read('articles', id)).updatedAt,
      ).expect(200);
      ({ updatedAt } = await read('articles', id));
    }
  });

  it('goes through with the row’s own time after a publication that changed nothing', async () => {
    const { id } = await publishedArticle();
    const before = (await editor.get(`/api/articles/${id}`).expect(200)).body.updatedAt;
    const again = await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    const row = (await editor.get(`/api/articles/${id}`).expect(200)).body.updatedAt;
    expect(row).toBe(before);
    await ifMatch(editor.patch(`/api/articles/${id}?draft=true`, { title: 'A' }), row).expect(200);
    await ifMatch(
      editor.patch(`/api/articles/${id}?draft=true`, { title: 'B' }),
      again.body.doc.updatedAt,
    ).expect(409);
  });

  it('is not needed: without it the last one wins, as before', async () => {
    const { id } = await topic();
    await other.patch(`/api/topics/${id}`, { title: 'First' }).expect(200);
    await editor.patch(`/api/topics/${id}`, { title: 'Second' }).expect(200);
  });

  it('may say only that the document exists', async () => {
    const { id } = await topic();
    await ifMatch(editor.patch(`/api/topics/${id}`, { title: 'Any' }), '*').expect(200);
    const nothing = '00000000-0000-4000-8000-000000000000';
    await ifMatch(editor.patch(`/api/topics/${nothing}`, { title: 'Any' }), '*').expect(404);
  });

  it('is refused when it says it of many documents, or says no moment', async () => {
    const { id, updatedAt } = await topic();
    const many = `/api/topics?where[id][equals]=${id}`;
    await ifMatch(editor.patch(many, { title: 'Many' }), updatedAt).expect(400);
    await editor.patch(many, { title: 'Many', updatedAt }).expect(400);
    await ifMatch(editor.delete(many), updatedAt).expect(400);
    await ifMatch(editor.patch(`/api/topics/${id}`, { title: 'Odd' }), '"abc"').expect(400);
    await editor.patch(`/api/topics/${id}`, { title: 'Odd', updatedAt: 'yesterday' }).expect(400);
    expect((await read('topics', id)).updatedAt).toBe(updatedAt);
  });

  it('tells those who may not write nothing of when it was saved', async () => {
    const { id } = await draftArticle();
    const reader = asking(house, await house.client(['read']));
    const { body, status } = await ifMatch(
      reader.patch(`/api/articles/${id}`, { title: 'No' }),
      '2001-01-01T00:00:00.000Z',
    );
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain('Somebody');
  });
});

describe('the ETag', () => {
  it('of a document read, written or made is what If-Match takes', async () => {
    const made = await editor.post('/api/topics', { title: fresh('Tagged'), kind: 'therapy' }).expect(201);
    const path = `/api/topics/${made.body.doc.id}`;
    expect(made.headers.etag).toBe(`"${made.body.doc.updatedAt}"`);
    const got = await editor.get(path).expect(200);
    expect(got.headers.etag).toBe(made.headers.etag);
    const written = await ifMatch(
      editor.patch(path, { title: 'Tagged anew' }),
      String(got.headers.etag),
    ).expect(200);
    expect(written.headers.etag).not.toBe(got.headers.etag);
    await ifMatch(editor.patch(path, { title: 'Again' }), String(got.headers.etag)).expect(409);
    await ifMatch(editor.patch(path, { title: 'Again' }), String(written.headers.etag)).expect(200);
    const head = await request(house.app).head(path).set('Authorization', authorization).expect(200);
    expect(head.headers.etag).toBeDefined();
  });
});

describe('nobody sets when a document was saved', () => {
  it('not by making it, and not by copying it', async () => {
    const long = '2001-01-01T00:00:00.000Z';
    const made = await editor.post('/api/topics', {
      title: fresh('Old'),
      kind: 'condition',
      updatedAt: long,
    });
    expect(made.body.doc.updatedAt > '2020').toBe(true);
    const article = await publishedArticle();
    const copy = await editor.post(`/api/articles/${article.id}/duplicate`).expect(200);
    expect(copy.body.doc.updatedAt > article.updatedAt).toBe(true);
  });

  it('and a save that changes nothing leaves the time as it was, in the answer as in the row', async () => {
    const { id, title, updatedAt } = await topic();
    const { body } = await editor.patch(`/api/topics/${id}?depth=1`, { title }).expect(200);
    expect(body.doc.updatedAt).toBe(updatedAt);
    expect((await read('topics', id)).updatedAt).toBe(updatedAt);
    const changed = await ifMatch(editor.patch(`/api/topics/${id}`, { title: 'Changed' }), updatedAt).expect(
      200,
    );
    expect(changed.body.doc.updatedAt > updatedAt).toBe(true);
    const many = await editor.patch(`/api/topics?where[id][equals]=${id}`, { title: 'Changed' }).expect(200);
    expect(many.body.docs[0].updatedAt).toBe(changed.body.doc.updatedAt);
  });

  it('but of what is not live every save counts', async () => {
    const { id } = await topic();
    const { body } = await editor.patch(`/api/topics/${id}`, { live: false }).expect(200);
    const again = await editor.patch(`/api/topics/${id}`, { live: false }).expect(200);
    expect((await read('topics', id)).updatedAt).toBe(again.body.doc.updatedAt);
    expect(again.body.doc.updatedAt >= body.doc.updatedAt).toBe(true);
  });
});
