import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PayloadSDK } from '@payloadcms/sdk';
import type { Config } from '../../src/payload-types.js';
import { paragraph } from '../helpers/asking.js';
import { type House, openHouse, password } from '../helpers/house.js';

let house: House;
let server: http.Server;
let sdk: PayloadSDK<Config>;

beforeAll(async () => {
  house = await openHouse();
  server = http.createServer(house.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  sdk = new PayloadSDK<Config>({ baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await house.close();
});

describe('a frontend with Payload’s own SDK, unchanged', () => {
  it('finds articles: filtered, sorted, limited, with the fields and language it names', async () => {
    const list = await sdk.find({
      collection: 'articles',
      limit: 2,
      sort: '-publishedAt',
      where: { 'topics.slug': { equals: 'ptsd' } },
      select: { title: true, publishedAt: true },
    });
    expect(list.docs.length).toBeGreaterThan(0);
    expect(list).toMatchObject({ limit: 2, page: 1 });
    expect(Object.keys(list.docs[0] ?? {}).sort()).toEqual(['href', 'id', 'locale', 'publishedAt', 'title']);
    const spanish = await sdk.find({ collection: 'articles', locale: 'es' });
    expect(spanish.totalDocs).toBe(2);
  });

  it('goes from page to page', async () => {
    const first = await sdk.find({ collection: 'faqs', limit: 3, page: 1 });
    const second = await sdk.find({ collection: 'faqs', limit: 3, page: 2 });
    expect(first.hasNextPage).toBe(true);
    expect(second.docs.some(({ id }) => first.docs.some((doc) => doc.id === id))).toBe(false);
  });

  it('finds one by id, with what it refers to', async () => {
    const { docs } = await sdk.find({
      collection: 'articles',
      limit: 1,
      where: { authors: { exists: true } },
    });
    const article = await sdk.findByID({ collection: 'articles', id: docs[0]?.id ?? '', depth: 1 });
    expect(article.body?.root.children.length).toBeGreaterThan(0);
    expect(article.authors?.[0]).toHaveProperty('name');
  });

  it('counts', async () => {
    const { totalDocs } = await sdk.count({ collection: 'misconceptions' });
    expect(totalDocs).toBe((await sdk.find({ collection: 'misconceptions', limit: 1 })).totalDocs);
  });

  it('is told plainly what does not exist or is not allowed', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(sdk.findByID({ collection: 'articles', id })).rejects.toThrow();
    expect(await sdk.findByID({ collection: 'articles', id, disableErrors: true })).toBeNull();
    await expect(sdk.find({ collection: 'users' })).rejects.toThrow(/sign in/i);
    await expect(
      sdk.find({ collection: 'articles', where: { createdAt: { exists: true } } }),
    ).rejects.toThrow(/createdAt/);
  });
});

describe('an editor with the SDK', () => {
  it('signs in, writes a draft, publishes, changes and deletes it', async () => {
    const email = 'sdk@example.org';
    await house.payload.create({
      collection: 'users',
      data: { email, name: 'S', password, role: 'editor' },
      depth: 0,
      overrideAccess: true,
    });
    const { token } = await sdk.login({ collection: 'users', data: { email, password } });
    const signed = new PayloadSDK<Config>({
      baseURL: sdk.baseURL,
      baseInit: { headers: { Authorization: `JWT ${token}` } },
    });
    expect((await signed.me({ collection: 'users' })).user?.email).toBe(email);

    const data = { title: 'Through the SDK', body: paragraph('Text.') } as never;
    const draft = await signed.create({ collection: 'articles', data, draft: true });
    expect(draft).toMatchObject({ slug: 'through-the-sdk', _status: 'draft' });
    expect(
      (await sdk.find({ collection: 'articles', where: { slug: { equals: 'through-the-sdk' } } })).totalDocs,
    ).toBe(0);

    await signed.update({ collection: 'articles', id: draft.id, data: { _status: 'published' } });
    expect((await sdk.findByID({ collection: 'articles', id: draft.id })).title).toBe('Through the SDK');

    await signed.update({ collection: 'articles', id: draft.id, data: { title: 'Changed' }, draft: true });
    expect((await sdk.findByID({ collection: 'articles', id: draft.id })).title).toBe('Through the SDK');
    expect((await signed.findByID({ collection: 'articles', id: draft.id, draft: true })).title).toBe(
      'Changed',
    );

    await signed.delete({ collection: 'articles', id: draft.id });
    expect(
      (await sdk.find({ collection: 'articles', where: { slug: { equals: 'through-the-sdk' } } })).totalDocs,
    ).toBe(0);
  });

  it('uses a key in the same way', async () => {
    const authorization = await house.client(['read-drafts']);
    const keyed = new PayloadSDK<Config>({
      baseURL: sdk.baseURL,
      baseInit: { headers: { Authorization: authorization } },
    });
    expect((await keyed.find({ collection: 'rules', limit: 1 })).docs).toHaveLength(1);
    await expect(
      keyed.create({ collection: 'articles', data: { title: 'No' } as never, draft: true }),
    ).rejects.toThrow();
  });
});
