/** Whatever the house answers is what its OpenAPI document says: every operation with every status that it names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from 'express';
import request from 'supertest';
import type { Example } from '../../src/public-api/openapi/examples.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type Answered, DescribedApi } from '../helpers/describedApi.js';
import { type House, openHouse, password } from '../helpers/house.js';
import { picture, uploadImage } from '../helpers/imageUploads.js';
import { throughTheFront } from '../helpers/throughTheFront.js';

const root = path.resolve(import.meta.dirname, '../..');
const examples: Record<string, Example> = JSON.parse(
  readFileSync(path.join(root, 'src/public-api/openapi/examples.json'), 'utf8'),
);

/** What answers strangers, too, but is no example to show. */
const plain: Record<string, string> = {
  drawAvailability: '/api/availability/map.svg?site=brightpath',
  getGraphqlSchema: '/api/graphql/schema.graphql',
  getOpenApi: '/api/openapi.json',
  readDocs: '/docs',
};

let house: House;
let described: DescribedApi;
let editor: Asking;
let editorKey: string;

beforeAll(async () => {
  house = await openHouse();
  described = new DescribedApi((await house.stranger.get('/api/openapi.json').expect(200)).body);
  editorKey = await house.person('editor');
  editor = asking(house, editorKey);
});
afterAll(() => house.close());

interface Asked {
  method?: 'get' | 'head' | 'post';
  headers?: Record<string, string>;
  send?: object | string;
}

/** Examples are written as people read them. */
function asAddress(url: string): string {
  const { pathname, search } = new URL(url, house.settings.serverUrl);
  return pathname + search;
}

/** Asks, and holds the answer against the document. */
async function ask(url: string, { headers = {}, method = 'get', send }: Asked = {}): Promise<Answered> {
  const test = house.stranger[method](asAddress(url)).set(headers);
  const answer = await (send === undefined ? test : test.send(send));
  const wrong = described.disagreements(method, url, answer);
  expect({ method, url, status: answer.status, wrong }).toEqual({
    method,
    url,
    status: answer.status,
    wrong: [],
  });
  return answer;
}

/** The same, when only one status will do. */
async function askFor(status: number, url: string, asked: Asked = {}): Promise<Answered> {
  const answer = await ask(url, asked);
  expect({ url, status: answer.status }).toEqual({ url, status });
  return answer;
}

const json = { 'Content-Type': 'application/json' };
const post = (send: object | string, headers: Record<string, string> = json): Asked => ({
  ...{ method: 'post', send, headers },
});
const wrongKey = { Authorization: 'JWT of-nobody' };
const large = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes) });

/** A request for an operation: that of its example, or its address with something in its place. */
const exampleOf = (operationId: string) => examples[operationId]?.request ?? plain[operationId];
const requestFor = (operationId: string, address: string) =>
  exampleOf(operationId) ?? address.replace(/\{\w+\}/g, 'nosuch');
const gets = () => described.operations().filter(({ method }) => method === 'get');
const withQuery = (url: string, more: string) => `${url}${url.includes('?') ? '&' : '?'}${more}`;
const names = (operation: { responses: object }, status: number) =>
  Object.hasOwn(operation.responses, String(status));

describe('every address', () => {
  it('answers its example as it is described, to HEAD and to whoever has it already, too', async () => {
    for (const { operation } of gets()) {
      const url = exampleOf(operation.operationId);
      if (!url) continue;
      const { headers } = await askFor(200, url);
      if (operation.operationId !== 'askGraphqlByGet') await askFor(200, url, { method: 'head' });
      if (names(operation, 304))
        await askFor(304, url, { headers: { 'If-None-Match': headers.etag ?? 'none' } });
    }
  });

  it('refuses what it does not know, what is not there, and credentials that are wrong, as it is described', async () => {
    for (const { address, method, operation } of described.operations()) {
      const url = requestFor(operation.operationId, address);
      if (address.startsWith('/api/'))
        await askFor(401, url, method === 'get' ? { headers: wrongKey } : post({}, wrongKey));
      if (method !== 'get') continue;
      if (names(operation, 400)) await ask(withQuery(url, 'nosuch=1'));
      if (address.includes('{')) await ask(address.replace(/\{\w+\}/g, 'nosuch'));
    }
  });

  it('shows the past to those who may see it, and says so to the others', async () => {
    const reader = { Authorization: await house.client(['read']) };
    for (const { operation } of gets()) {
      const hasPast = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/position'));
      const now = exampleOf(operation.operationId);
      if (!hasPast || !now) continue;
      const url = withQuery(now, 'position=1');
      await askFor(401, url);
      await askFor(403, url, { headers: reader });
      await ask(withQuery(now, 'at=2036-01-01T00:00:00Z'), {
        headers: { Authorization: editorKey },
      });
    }
  });

  it('asks to come back while the server is not ready', async () => {
    const { createApp } = await import('../../src/app.js');
    const app = createApp({ settings: house.settings, readiness: { ready: false, doing: 'waking up' } });
    for (const { address, method, operation } of described.operations()) {
      if (address === '/healthz') continue;
      const url = requestFor(operation.operationId, address);
      const answer = await (method === 'get' ? request(app).get(asAddress(url)) : request(app).post(url));
      expect({ url, status: answer.status, wrong: described.disagreements(method, url, answer) }).toEqual({
        ...{ url, status: 503, wrong: [] },
      });
    }
  });
});

describe('pages', () => {
  it('are of the types that are described, whichever is asked for', async () => {
    const formats = ['html', 'markdown', 'text', 'jsonld'];
    for (const site of ['harbor-therapy', 'brightpath']) {
      const { body } = await askFor(200, `/api/sites/${site}/manifest`);
      const { pages } = body as { pages: { href: string; locale: string }[] };
      // each page is asked for in JSON by describingTheApi
      for (const [index, { href, locale }] of pages.filter((_, at) => at % 3 === 0).entries())
        await ask(`${href}?locale=${locale}&format=${formats[index % formats.length]}`);
    }
  });

  it('that moved, were taken down or are shared answer as it is described', async () => {
    const article = {
      title: 'Here and gone',
      slug: 'here-and-gone',
      body: paragraph('Here.'),
      _status: 'published',
    };
    const { body } = await editor.post('/api/articles', article).expect(201);
    const [old, now] = ['/resources/here-and-gone', '/resources/gone-there'];
    await editor
      .patch(`/api/articles/${body.doc.id}`, { slug: 'gone-there', _status: 'published' })
      .expect(200);
    await askFor(301, `/api/pages/brightpath${old}`);
    await askFor(301, `/api/disclaimers/resolve?site=brightpath&path=${old}`);
    const signed = { ...json, Authorization: editorKey };
    const share = { site: 'brightpath', path: now };
    const { body: shared } = await askFor(200, '/api/pages/share', post(share, signed));
    const { pathname } = new URL((shared as { url: string }).url);
    await askFor(200, pathname);
    await askFor(200, `${pathname}?format=html`);
    await askFor(200, `/api/pages/brightpath${now}?draft=true`, { headers: signed });
    await editor.patch(`/api/articles/${body.doc.id}`, { _status: 'draft' }).expect(200);
    await askFor(410, `/api/pages/brightpath${now}`);
    await ask(`/api/disclaimers/resolve?site=brightpath&path=${now}`);
    await askFor(404, pathname);
    await askFor(404, '/api/pages/share', post({ site: 'brightpath', path: '/nosuch' }, signed));
    await askFor(400, '/api/pages/share', post({ site: 'brightpath' }, signed));
    await askFor(413, '/api/pages/share', post(large(11_000), signed));
    await askFor(401, '/api/pages/share', post(share));
    const reader = { ...json, Authorization: await house.client(['read']) };
    await askFor(403, '/api/pages/share', post(share, reader));
  });
});

describe('what is not there', () => {
  it('is refused as it is described', async () => {
    for (const address of ['check?zip=33040&', 'summary?', 'map.svg?'])
      await askFor(404, `/api/availability/${address}site=nosuch`);
    await askFor(404, '/api/disclaimers/resolve?site=nosuch&path=/faqs/x');
    const { body } = await askFor(200, '/api/availability?limit=1');
    const [first] = (body as { docs: { id: string }[] }).docs;
    const one = `/api/availability/${first?.id}`;
    const { headers } = await askFor(200, one);
    await askFor(304, one, { headers: { 'If-None-Match': headers.etag ?? 'none' } });
  });
});

describe('files', () => {
  it('answer whole, in parts and in other sizes as it is described', async () => {
    const file = await picture(400, 300).png().toBuffer();
    const { filename } = await uploadImage(house, editorKey, { file, filename: 'described.png' });
    const address = `/api/media/file/${filename}`;
    const { headers } = await askFor(200, address);
    await askFor(200, `${address}?w=128&format=avif`);
    await askFor(206, address, { headers: { Range: 'bytes=0-9' } });
    await askFor(416, address, { headers: { Range: 'bytes=99999999-' } });
    // no range, or more than one: the file
    for (const Range of ['bytes=9-2', 'lines=1-2', 'bytes=0-1,5-9', 'bytes=-0'])
      await askFor(200, address, { headers: { Range } });
    await askFor(304, address, { headers: { 'If-None-Match': headers.etag ?? 'none' } });
    await askFor(400, `${address}?w=1`);
    await askFor(404, '/api/media/file/nosuch.png?w=320');
  });
});

describe('GraphQL', () => {
  it('answers and refuses as it is described', async () => {
    const query = '{ Articles(limit: 1) { docs { title } } nosuch }';
    await askFor(200, '/api/graphql', post({ query: '{ Articles(limit: 1) { docs { title } } }' }));
    await ask('/api/graphql', post({ query }));
    await ask('/api/graphql', post({ query }, { ...json, Accept: 'application/graphql-response+json' }));
    await askFor(400, '/api/graphql', post('{'));
    await askFor(400, '/api/graphql');
    await askFor(413, '/api/graphql', post(large(17_000)));
    await askFor(415, '/api/graphql', post('{ __typename }', { 'Content-Type': 'text/plain' }));
    const mutation = 'mutation { deleteArticle(id: "1") { id } }';
    const signed = { Authorization: editorKey };
    await ask('/api/graphql', post({ query: mutation }));
    await askFor(405, `/api/graphql?query=${encodeURIComponent(mutation)}`, { headers: signed });
    await askFor(200, '/api/graphql/schema.graphql');
  });
});

describe('signing in', () => {
  const login = '/api/users/login';
  const reset = '/api/users/reset-password';
  const forgot = '/api/users/forgot-password';
  const email = 'somebody@example.org';

  it('answers and refuses as it is described', async () => {
    const user = { email, password, name: 'Somebody', role: 'editor' as const, sites: [] };
    await house.payload.create({ collection: 'users', data: user, depth: 0, overrideAccess: true });
    const { body } = await askFor(200, login, post({ email, password }));
    const signed = { Authorization: `JWT ${(body as { token: string }).token}` };
    await askFor(200, '/api/users/me', { headers: signed });
    await askFor(200, '/api/users/refresh-token', post({}, signed));
    await askFor(200, '/api/users/logout', post({}, signed));
    await askFor(401, login, post({ email, password: 'some other password' }));
    const token = await house.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    });
    await askFor(200, reset, post({ token, password }));
    await askFor(403, reset, post({ token: 'of nobody', password }));
    await askFor(200, forgot, post({ email }));
    await ask('/api/users/refresh-token', post({}));
    await ask('/api/users/logout', post({}));
    for (const each of [login, reset, forgot]) {
      await askFor(413, each, post(large(70_000)));
      await askFor(400, each, post({}));
    }
  });

  it('tells who tries too often when to come back', async () => {
    for (const each of [login, reset, forgot]) {
      for (let i = 0; i < 31; i += 1) await ask(each, post('{'));
      await askFor(429, each, post('{'));
    }
  });
});

describe('asking much that nobody asked before', () => {
  /** Addresses that are limited, asked in a way that is not kept. */
  const limited = () =>
    described
      .operations()
      .filter(({ operation }) => operation.responses[429])
      .map(({ address, method }) => ({ method, url: `${address.replace(/\{\w+\}/g, 'nosuch')}?nosuch` }));

  it('is refused everywhere as it is described', async () => {
    const { close, front } = await throughTheFront(house, { misses: { perSecond: 1, burst: 0 } });
    const send = (method: string, url: string) =>
      request(`http://127.0.0.1:${front}`)
        [method === 'post' ? 'post' : 'get'](url)
        .send(method === 'post' ? {} : undefined);
    try {
      expect(limited().length).toBeGreaterThan(60);
      for (const { method, url } of limited()) {
        let answer = await send(method, url);
        // once a second one is let in
        for (let tries = 0; tries < 5 && answer.status !== 429; tries += 1) answer = await send(method, url);
        expect({ method, url, status: answer.status }).toEqual({ method, url, status: 429 });
        expect({ url, wrong: described.disagreements(method, url, answer) }).toEqual({ url, wrong: [] });
      }
    } finally {
      await close();
    }
  });
});

describe('the document', () => {
  it('names no status that nobody gets', () => {
    // whatever can go wrong on our side; and this one answers whenever the process does
    const rare = (each: string) => each.endsWith(' 500') || each === 'isAlive 503';
    expect(described.unmet().filter((each) => !rare(each))).toEqual([]);
  });

  it('leaves no address out that answers strangers', async () => {
    const prefixes = [
      '',
      '/api',
      '/api/pages',
      '/api/availability',
      '/api/sites',
      '/api/disclaimers',
      '/docs',
    ];
    // scripts of the page for people, and what stands there while developing only
    const own = ['/docs/scalar.js', '/docs/start.js', '/docs/graphiql'];
    const left: string[] = [];
    for (const route of routesOf(house.app.router))
      for (const prefix of prefixes) {
        const url = `${prefix}${route.replace(/\{.*\}|:\w+|\*\w+/g, 'nosuch')}`.replace(/(.)\/$/, '$1');
        const method = described.find('get', url) || own.includes(url) ? null : 'get';
        if (!method) continue;
        const { status } = await house.stranger.get(url);
        if (![401, 404].includes(status)) left.push(`${url} ${status}`);
      }
    expect(left).toEqual([]);
  });
});

/** The patterns of all routes of a router and of those inside it. */
function routesOf({ stack }: Router): string[] {
  return [
    ...new Set(
      stack.flatMap(({ handle, route }) => {
        if (route) return [route.path].flat();
        return 'stack' in handle ? routesOf(handle as unknown as Router) : [];
      }),
    ),
  ];
}
