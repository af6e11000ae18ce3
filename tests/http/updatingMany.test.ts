/** Many documents updated by one request: part by part, so that nobody else who saves waits for all of them. */
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

/** Drafts whose slugs begin with the same word. */
async function drafts(word: string, count: number, more: Record<string, unknown> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const data = { title: `${word} ${index}`, slug: `${word}-${index}`, body: paragraph('Words.'), ...more };
    const made = await house.payload.create({
      ...{ collection: 'articles', depth: 0, draft: true, overrideAccess: true },
      data: { ...data, _status: 'draft' } as never,
    });
    ids.push(made.id);
  }
  return ids;
}

const among = (ids: readonly string[]) => ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&');

const positions = async (ids: readonly string[]): Promise<number[]> => {
  const { docs } = await house.payload.find({
    ...{ collection: 'publications', depth: 0, overrideAccess: true, pagination: false, sort: 'position' },
    where: { documentId: { in: [...ids] } },
  });
  return docs.map(({ position }) => position);
};

describe('an editor who publishes sixty drafts at once', () => {
  it('gets one answer about all of them, each of them published and recorded once', async () => {
    const ids = await drafts('many', 60);
    const { body } = await editor
      .patch(`/api/articles?depth=0&limit=0&${among(ids)}`, { _status: 'published' })
      .expect(200);
    expect(body.message).toBe('Updated 60 Articles successfully.');
    expect(body.errors).toEqual([]);
    expect(body.docs.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    const { body: seen } = await house.stranger.get('/api/articles/many-59').expect(200);
    expect(seen.title).toBe('many 59');
    expect(await positions(ids)).toHaveLength(60);
  });

  it('lets a colleague save in between', async () => {
    const ids = await drafts('meanwhile', 60);
    const category = await house.idOf('categories', 'trauma');
    const order: string[] = [];
    const publishing = editor
      .patch(`/api/articles?depth=0&${among(ids)}`, { _status: 'published' })
      .expect(200)
      .then(() => order.push('published'));
    while ((await positions(ids)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await editor.patch(`/api/categories/${category}`, { title: 'Said meanwhile' }).expect(200);
    order.push('saved');
    await publishing;
    expect(order).toEqual(['saved', 'published']);
  });

  it('is told which of them could not be published, and the others are', async () => {
    const [lacking] = await drafts('lacking', 1, { title: undefined });
    const ids = [...(await drafts('mostly', 39)), lacking ?? ''];
    const { body } = await editor
      .patch(`/api/articles?depth=0&${among(ids)}`, { _status: 'published' })
      .expect(400);
    expect(body.docs).toHaveLength(39);
    expect(body.errors).toMatchObject([{ id: lacking }]);
    expect(body.message).toBe('Unable to update 1 out of 40 Articles.');
  });

  it('is refused as a whole for a condition that is none', async () => {
    await editor.patch('/api/articles?where[nonsense][equals]=1', { _status: 'published' }).expect(400);
  });

  it('may still be limited to some of them', async () => {
    const ids = await drafts('some', 30);
    const { body } = await editor
      .patch(`/api/articles?depth=0&limit=27&${among(ids)}`, { _status: 'published' })
      .expect(200);
    expect(body.docs).toHaveLength(27);
  });
});

describe('an API client that may only read', () => {
  it('changes none of many', async () => {
    const ids = await drafts('untouched', 30);
    const reader = asking(house, await house.client(['read']));
    const { body, status } = await reader.patch(`/api/articles?${among(ids)}`, { _status: 'published' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.docs ?? []).toEqual([]);
    expect(await positions(ids)).toEqual([]);
  });
});
