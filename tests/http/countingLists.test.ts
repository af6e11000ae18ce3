/** How many there are in all is counted once for many pages of a list, and never told otherwise than it is. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking } from '../helpers/asking.js';
import { countQueries, type QueryCounter } from '../helpers/countQueries.js';
import { hear } from '../helpers/heard.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(300_000);

const onSqlite = process.env.TEST_MONGODB_URI ? it.skip : it;

let house: House;
let counter: QueryCounter;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  counter = countQueries(house.payload);
  await hear(house); // from now on it is known when something is written
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

/** As it stands, counted without any memory. */
async function countNow(more: object = {}): Promise<number> {
  const { totalDocs } = await house.payload.count({
    ...{ collection: 'topics', locale: 'en', overrideAccess: false, where: more as never },
  });
  return totalDocs;
}

async function page(query = ''): Promise<Record<string, unknown>> {
  const { body } = await house.stranger.get(`/api/topics?limit=2${query}`).expect(200);
  return body;
}

const countsIn = (statements: string[]) => statements.filter((sql) => /^select count/i.test(sql)).length;

async function addTopic(slug: string, more: object = {}): Promise<string> {
  const data = { kind: 'condition', live: true, slug, title: `Topic ${slug}`, ...more };
  const { body } = await editor.post('/api/topics', data).expect(201);
  return body.doc.id;
}

describe('a list in pages', () => {
  onSqlite('is counted once while nothing of it is written', async () => {
    await addTopic('counted-once');
    const statements = await counter.during(async () => {
      for (const query of ['', '&page=2', '&sort=-slug', '&select[title]=true', '&depth=1'])
        await page(query);
    });
    expect(countsIn(statements)).toBe(1);
    const others = await counter.during(() => page('&where[kind][equals]=condition'));
    expect(countsIn(others)).toBe(1);
  });

  onSqlite('is counted by one of many who ask for it at once', async () => {
    await addTopic('counted-by-one');
    const statements = await counter.during(() =>
      Promise.all([1, 2, 3, 4].map((number) => page(`&page=${number}`))),
    );
    expect(countsIn(statements)).toBe(1);
  });

  onSqlite('is not counted when its last page says how many there are', async () => {
    const all = await countNow();
    const statements = await counter.during(async () => {
      const { body } = await house.stranger.get('/api/topics?limit=100').expect(200);
      expect(body.totalDocs).toBe(all);
    });
    expect(countsIn(statements)).toBe(0);
  });

  it('tells how many there are after every write', async () => {
    const before = await countNow();
    expect(await page()).toMatchObject({ totalDocs: before });
    const id = await addTopic('one-more');
    expect(await page()).toMatchObject({ totalDocs: before + 1 });
    await editor.patch(`/api/topics/${id}`, { live: false }).expect(200);
    expect(await page()).toMatchObject({ totalDocs: before });
    await house.payload.db.updateOne({ collection: 'topics', data: { live: true }, id });
    expect(await page()).toMatchObject({ totalDocs: before + 1 });
    await house.payload.delete({ collection: 'topics', id, overrideAccess: true });
    expect(await page()).toMatchObject({ totalDocs: before });
  });

  it('tells the same numbers of pages as one that is not in pages at all', async () => {
    const all = await countNow();
    const last = Math.ceil(all / 2);
    const numbers = { limit: 2, totalDocs: all, totalPages: last };
    expect(await page()).toMatchObject({
      ...{ ...numbers, page: 1, pagingCounter: 1, hasNextPage: true, hasPrevPage: false },
      ...{ nextPage: 2, prevPage: null },
    });
    expect(await page(`&page=${last}`)).toMatchObject({
      ...{ ...numbers, page: last, pagingCounter: last * 2 - 1, hasNextPage: false, hasPrevPage: true },
      ...{ nextPage: null, prevPage: last - 1 },
    });
  });

  onSqlite('tells a writer within his transaction what he has written', async () => {
    const { db } = house.payload;
    const list = (req?: object) =>
      db.find({ collection: 'topics', limit: 2, ...(req ? { req } : {}) }).then(({ totalDocs }) => totalDocs);
    const before = await list();
    const transactionID = (await db.beginTransaction()) as string;
    const req = { transactionID };
    const data = { kind: 'condition', live: true, slug: 'not-yet', title: 'Not yet' } as never;
    await house.payload.create({ collection: 'topics', data, locale: 'en', overrideAccess: true, req });
    expect([await list(req), await list()]).toEqual([before + 1, before]);
    await db.rollbackTransaction(transactionID);
    expect(await list()).toBe(before);
  });
});
