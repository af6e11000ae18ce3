/** A site behind a delivery network: what the network may keep, and how it is told what to let go. The network is a server that listens. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Listening } from '../../src/http/listen.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { openFront } from '../helpers/openFront.js';

interface Told {
  authorization?: string;
  keys: string[];
}

let house: House;
let listening: Listening;
let administrator: Asking;
let network: Server;
let told: Told[] = [];
let answersWith = 200;

const page = '/api/pages/harbor-therapy/resources/after-a-long-search';
const byDefault = 'public, max-age=0, must-revalidate';

beforeAll(async () => {
  network = createServer(async (req, res) => {
    let body = '';
    for await (const part of req) body += part;
    told.push({ authorization: req.headers.authorization, keys: JSON.parse(body).keys });
    res.writeHead(answersWith).end();
  });
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(network.address() as AddressInfo).port}/purge`;
  const policy = { service: 'webhook', target, token: 'the-token', sharedFor: 600, staleIfError: 3_600 };
  house = await openHouse({ PURGING: JSON.stringify({ 'harbor-therapy': policy }) });
  listening = await openFront(house);
  administrator = asking(house, await house.person('administrator'));
});
afterAll(async () => {
  await listening.close();
  await new Promise((resolve) => network.close(resolve));
  await house.close();
});
beforeEach(() => {
  told = [];
  answersWith = 200;
});

const ask = (path: string) => request(`http://127.0.0.1:${listening.port}`).get(path);

async function keysOfPage(): Promise<string[]> {
  const { headers } = await ask(page).expect(200);
  return String(headers['surrogate-key']).split(' ');
}

async function untilTold(times: number): Promise<void> {
  for (let tries = 0; tries < 200 && told.length < times; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

/** As the clock does when their time has come. */
async function runPurges(): Promise<number> {
  const { payload } = house;
  const { purgeQueue, runDueJobs } = await import('../../src/jobs/runDueJobs.js');
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'payload-jobs',
    ...{ limit: 0, pagination: false },
    where: { queue: { equals: purgeQueue } },
  });
  for (const { id } of docs)
    await payload.db.updateJobs({ id, data: { waitUntil: new Date(0).toISOString() }, returning: false });
  return runDueJobs(payload, () => true, purgeQueue);
}

/** What earlier tests wrote. */
async function tellTheRest(): Promise<void> {
  await runPurges();
  told = [];
}

const saveCategory = async (order: number) =>
  administrator.patch(`/api/categories/${await house.idOf('categories', 'safety')}`, { order });

describe('what a network may keep', () => {
  it('is every answer about the site, for a time, by keys; browsers ask again', async () => {
    for (const path of [page, '/api/sites/harbor-therapy/sitemap.xml', '/api/articles?site=harbor-therapy']) {
      const { headers } = await ask(path).expect(200);
      const seconds = Number(/s-maxage=(\d+)/.exec(String(headers['cache-control']))?.[1]);
      expect(headers['cache-control']).toBe(`public, max-age=0, s-maxage=${seconds}, must-revalidate`);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(600);
      expect(headers['cdn-cache-control']).toBe(`max-age=${seconds}, stale-if-error=3600`);
      expect(headers['surrogate-key']).toMatch(/^f[0-9a-z]+( f[0-9a-z]+)+$/);
      expect(headers['cache-tag']).toBe(String(headers['surrogate-key']).replaceAll(' ', ','));
    }
  });

  it('is the same whether the answer was kept here, was asked for anew, or is a 304', async () => {
    const [first, kept] = [await ask(page), await ask(page)];
    const anew = await ask(page).set('Cookie', 'forthright-token=wrong');
    const same = await ask(page).set('If-None-Match', String(kept.headers.etag)).expect(304);
    expect(kept.headers['server-timing']).toBe('cache;desc=hit');
    const keysIn = ({ headers }: { headers: Record<string, string> }) =>
      String(headers['surrogate-key']).split(' ').sort();
    for (const answer of [kept, anew, same]) {
      const { headers } = answer;
      expect(keysIn(answer)).toEqual(keysIn(first));
      expect(headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=\d+, must-revalidate$/);
    }
  });

  it('is nothing of other sites, of no site, of errors, and of what is for one person', async () => {
    for (const path of ['/api/sites/brightpath', '/api/articles', '/api/articles?site=brightpath']) {
      const { headers } = await ask(path).expect(200);
      expect([headers['cache-control'], headers['surrogate-key']]).toEqual([byDefault, undefined]);
    }
    const missing = await ask('/api/pages/harbor-therapy/resources/nowhere').expect(404);
    expect([missing.headers['cache-control'], missing.headers['surrogate-key']]).toEqual([
      'no-store',
      undefined,
    ]);
    const draft = await administrator.get(`${page}?draft=true`);
    expect(String(draft.headers['cache-control'])).toContain('private');
    expect(draft.headers['surrogate-key']).toBeUndefined();
  });
});

describe('letting go', () => {
  it('is told right after a write, by a key that the answer has', async () => {
    const keys = new Set(await keysOfPage());
    const article = await house.idOf('articles', 'after-a-long-search');
    await administrator
      .patch(`/api/articles/${article}`, { _status: 'published', changeNote: 'said better' })
      .expect(200);
    await untilTold(1);
    expect(told[0]?.authorization).toBe('Bearer the-token');
    expect(told[0]?.keys.some((key) => keys.has(key))).toBe(true);
  });

  it('is told a second time, by a job that was written with it', async () => {
    await tellTheRest();
    await saveCategory(33);
    await untilTold(1);
    const [first] = told;
    told = [];
    expect(await runPurges()).toBeGreaterThan(0);
    expect(new Set(told.flatMap(({ keys }) => keys))).toEqual(new Set(first?.keys));
  });

  it('is tried again when the network did not take it', async () => {
    await tellTheRest();
    answersWith = 503;
    await saveCategory(34);
    await untilTold(1);
    await runPurges();
    answersWith = 200;
    told = [];
    expect(await runPurges()).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(0);
  });

  it('is not told when nothing was written after all', async () => {
    await tellTheRest();
    await administrator
      .patch(`/api/categories/${await house.idOf('categories', 'safety')}`, { title: '' })
      .expect(400);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([told, await runPurges()]).toEqual([[], 0]);
  });
});
