import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { inTransaction } from '../../src/database/inTransaction.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse, password } from '../helpers/house.js';

let house: House;
let administrator: Asking;
let editor: Asking;
let port: number;
let server: http.Server;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
  server = http.createServer(house.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await house.close();
});

interface Raw {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** A request as it stands, without the tidying that clients do. */
function raw(
  method: string,
  path: string,
  headers: http.OutgoingHttpHeaders = {},
  body?: Readable,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const req = http.request({ host: '127.0.0.1', port, method, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    req.on('error', reject);
    if (body) body.on('error', reject).pipe(req);
    else req.end();
  });
}

/** The one error shape, and nothing that tells of our insides. */
function expectError(
  answer: { status: number; text: string; headers: object },
  status: number,
  code?: string,
): void {
  expect(answer.status).toBe(status);
  expect((answer.headers as Record<string, string>)['content-type']).toMatch(/^application\/json/);
  const body = JSON.parse(answer.text);
  expect(Object.keys(body)).toEqual(['errors']);
  expect(body.errors.length).toBeGreaterThan(0);
  for (const error of body.errors) {
    expect(error).toMatchObject({ message: expect.any(String), code: expect.stringMatching(/^[a-z_]+$/) });
    expect(error.message).not.toBe('');
  }
  if (code) expect(body.errors[0].code).toBe(code);
  expectNoInsides(answer.text);
}

function expectNoInsides(text: string): void {
  expect(text).not.toMatch(
    /node_modules|\/work\/|\/tmp\/|\bat [\w.]+ \(|SELECT |SQLITE|drizzle|mongo|\.js:\d+|stack/i,
  );
}

describe('strangers', () => {
  it.each([
    '/api/constructor',
    '/api/__proto__',
    '/api/toString',
    '/api/hasOwnProperty',
    '/api/constructor/prototype',
    '/api/nothing-of-ours',
    '/api/payload-migrations',
    '/api/og',
    '/api',
    '/api/',
    '/nothing',
    '/favicon.ico',
    '/.env',
    '/api/articles/no-such-article',
    '/api/articles/00000000-0000-4000-8000-000000000000',
    '/api/articles/../users',
    '/api/articles/%2e%2e/users',
    '/api//articles',
    '/api/articles//x',
    '/API/articles',
    '/api/Articles',
    '/api/articles/a%00b',
    '/api/articles%2fketamine-risks-and-side-effects',
  ])('find nothing at %s', async (path) => {
    expectError(await raw('GET', path), 404, 'not_found');
  });

  it.each([
    ['GET', '/api/users'],
    ['GET', '/api/users/init'],
    ['GET', '/api/access'],
    ['GET', '/api/rules'],
    ['GET', '/api/claims'],
    ['GET', '/api/licenses'],
    ['GET', '/api/redirects'],
    ['GET', '/api/api-clients'],
    ['GET', '/api/audit-log'],
    ['GET', '/api/publications'],
    ['GET', '/api/withdrawals'],
    ['GET', '/api/payload-jobs/run'],
    ['GET', '/api/payload-preferences/x'],
    ['GET', '/api/payload-locked-documents'],
    ['GET', '/api/articles/versions'],
    ['POST', '/api/articles'],
    ['POST', '/api/articles/access'],
    ['PATCH', '/api/articles/ketamine-risks-and-side-effects'],
    ['DELETE', '/api/articles/ketamine-risks-and-side-effects'],
    ['PUT', '/api/articles'],
    ['OPTIONS', '/api/articles'],
    ['POST', '/api/users/first-register'],
    ['POST', '/api/users/unlock'],
    ['POST', '/api/users'],
    ['POST', '/api/users/verify/x'],
    ['GET', '/api/users/verify/x'],
    ['POST', '/api/media/paste-url/x'],
    ['POST', '/api/articles/x/duplicate'],
  ])('are asked to sign in for %s %s, or find nothing', async (method, path) => {
    const answer = await raw(method, path);
    expect([401, 404]).toContain(answer.status);
    expectError(answer, answer.status);
  });

  it('cannot register themselves, not even in a house without people', async () => {
    const body = { email: 'first@example.org', password, name: 'First', role: 'administrator' };
    const before = await house.payload.count({ collection: 'users', overrideAccess: true });
    expectError(await house.stranger.post('/api/users/first-register').send(body), 401);
    const everyone = await house.payload.find({
      collection: 'users',
      depth: 0,
      limit: 100,
      overrideAccess: true,
    });
    await house.payload.db.deleteMany({ collection: 'users', where: {} });
    try {
      expectError(await house.stranger.post('/api/users/first-register').send(body), 401);
      expectError(await house.stranger.get('/api/users/init'), 401);
      expect(await house.payload.count({ collection: 'users', overrideAccess: true })).toEqual({
        totalDocs: 0,
      });
    } finally {
      // signed-in callers of the other tests come back with new sessions
      expect(everyone.totalDocs).toBe(before.totalDocs);
      administrator = asking(house, await house.person('administrator'));
      editor = asking(house, await house.person('editor'));
    }
  });

  it('cannot turn a POST into a GET', async () => {
    for (const header of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
      const answer = await house.stranger
        .post('/api/articles')
        .set(header, 'GET')
        .type('form')
        .send('limit=1');
      expectError(answer, 401);
    }
  });

  it('get the same from a wrong method as from a missing right', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'LOCK', 'MKCOL', 'PUT'])
      expectError(await raw(method, '/api/articles'), 401);
  });
});

describe('addresses', () => {
  it('with a slash at the end are the same address', async () => {
    const plain = await raw('GET', '/api/articles?limit=1');
    const slashed = await raw('GET', '/api/articles/?limit=1');
    expect(slashed.status).toBe(200);
    expect(slashed.text).toBe(plain.text);
  });

  it('with needless encoding are the same address', async () => {
    expect((await raw('GET', '/api/%61rticles?limit=1')).text).toBe(
      (await raw('GET', '/api/articles?limit=1')).text,
    );
  });

  it.each(['/api/%E0%A4%A', '/api/articles/%', '/api/articles/%zz', '/%E0%A4%A'])(
    'with broken encoding (%s) are a 400',
    async (path) => {
      expectError(await raw('GET', path), 400, 'bad_request');
    },
  );

  it.each([
    ['where=foo', 'invalid_parameter'],
    ['limit=%E0%A4%A', 'invalid_parameter'],
    ['where[or][0][title]=1', 'invalid_parameter'],
    [`where${'[and][0]'.repeat(40)}[slug][equals]=x`, undefined],
  ])('with the query %s are a 400 for strangers', async (query, code) => {
    expectError(await raw('GET', `/api/articles?${query}`), 400, code);
  });

  it('that are longer than Node reads are refused', async () => {
    const answer = await raw('GET', `/api/articles?limit=1&x=${'a'.repeat(20_000)}`);
    expect(answer.status).toBe(431);
  });

  it('that are long and well formed are answered with words', async () => {
    expectError(await raw('GET', `/api/articles/${'a'.repeat(8_000)}`), 404);
    expectError(await raw('GET', `/api/articles?${'x=1&'.repeat(2_000)}`), 400);
  });
});

describe('HEAD', () => {
  it.each(['/api/articles', '/api/articles/ketamine-risks-and-side-effects', '/healthz', '/readyz'])(
    'of %s answers like GET, without a body',
    async (path) => {
      const get = await raw('GET', path);
      const head = await raw('HEAD', path);
      expect(head.status).toBe(200);
      expect(head.text).toBe('');
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
    },
  );

  it('of what is not there is a 404, for signed-in people too', async () => {
    expect((await raw('HEAD', '/api/articles/no-such-article')).status).toBe(404);
    await request(house.app).head('/api/rules').expect(401);
    await request(house.app)
      .head('/api/rules')
      .set('Authorization', await house.person('compliance'))
      .expect(200);
  });
});

describe('bodies', () => {
  const large = (bytes: number) => Readable.from(chunks(bytes));
  function* chunks(bytes: number) {
    yield '{"email":"';
    for (let sent = 0; sent < bytes; sent += 65_536) yield 'a'.repeat(65_536);
    yield '"}';
  }

  it('that say they are too large are refused at once', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': 30 * 1024 * 1024 };
    const started = Date.now();
    expectError(
      await raw('POST', '/api/users/login', headers, Readable.from(['{"email":"'])),
      413,
      'payload_too_large',
    );
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('that grow too large on the way are cut off', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    expectError(await raw('POST', '/api/users/login', headers, large(200_000)), 413, 'payload_too_large');
  });

  it('of signed-in people have a limit as well', async () => {
    const answer = await editor.post('/api/articles', { title: 'a'.repeat(1_200_000) });
    expectError(answer, 413, 'payload_too_large');
    expectError(
      await editor.patch(
        `/api/articles/${await house.idOf('articles', 'ketamine-risks-and-side-effects')}?draft=true`,
        { title: 'a'.repeat(1_200_000) },
      ),
      413,
    );
  });

  it('of forms have a limit where no file is taken', async () => {
    const answer = await request(house.app)
      .post('/api/articles')
      .set('Authorization', await house.person('editor'))
      .field('_payload', JSON.stringify({ title: 'a'.repeat(3_000_000) }));
    expectError(answer, 413, 'payload_too_large');
  });

  it('that are no JSON are a 400', async () => {
    const broken = '{"title": ';
    const answer = await request(house.app)
      .post('/api/articles')
      .set('Authorization', await house.person('editor'))
      .type('json')
      .send(broken);
    expectError(answer, 400, 'invalid_json');
    const form = await request(house.app)
      .post('/api/articles')
      .set('Authorization', await house.person('editor'))
      .field('_payload', broken);
    expectError(form, 400);
    expectError(await house.stranger.post('/api/users/login').type('json').send(broken), 400, 'invalid_json');
  });

  it.each(['[]', '"text"', '3', 'null'])('that are JSON but no object (%s) are a 400', async (text) => {
    const answer = await request(house.app)
      .post('/api/topics')
      .set('Authorization', await house.person('editor'))
      .type('json')
      .send(text);
    expectError(answer, 400);
  });

  it('of another kind are a 415', async () => {
    const answer = await request(house.app)
      .post('/api/articles')
      .set('Authorization', await house.person('editor'))
      .type('text/xml')
      .send('<x/>');
    expectError(answer, 415, 'unsupported_media_type');
  });
});

describe('signed-in people', () => {
  it('never get a whole table in one answer', async () => {
    const total = (await administrator.get('/api/faqs/count').expect(200)).body.totalDocs;
    await inTransaction(house.payload, async ({ req }) => {
      for (let number = total; number <= 520; number += 1) {
        await house.payload.db.create({
          collection: 'topics',
          data: {
            id: idLike(number),
            title: { en: `Topic ${number}` },
            slug: `topic-${number}`,
            kind: 'other',
            live: false,
          },
          locale: undefined,
          req,
        } as never);
      }
    });
    for (const query of [
      'limit=0',
      'limit=-1',
      'limit=1000000',
      'pagination=false',
      'limit=0&pagination=false',
    ]) {
      const { body } = await administrator.get(`/api/topics?${query}`).expect(200);
      expect(body.docs.length).toBeLessThanOrEqual(500);
    }
    const { body } = await administrator.graphql('{ Topics(limit: 0) { docs { id } } }').expect(200);
    expect(body.data.Topics.docs.length).toBeLessThanOrEqual(500);
    await house.payload.db.deleteMany({ collection: 'topics', where: { slug: { like: 'topic-' } } });
  });

  it('get the first page for a page that is none', async () => {
    expectError(await administrator.get('/api/faqs?page=x'), 400, 'invalid_parameter');
    await administrator.get('/api/faqs?page=1000000000').expect(200);
    expect((await administrator.get('/api/faqs?page=-4').expect(200)).body.page).toBe(1);
  });

  it('may name a slug in place of an id', async () => {
    const { body } = await editor.get('/api/articles/ketamine-risks-and-side-effects').expect(200);
    expect(body.slug).toBe('ketamine-risks-and-side-effects');
  });

  it.each([
    'GET /api/articles/no-such-article',
    'GET /api/articles/00000000-0000-4000-8000-000000000000',
    'GET /api/articles/123',
    'GET /api/articles/versions/abc',
    'GET /api/articles/__proto__',
    'GET /api/users/abc',
    'PATCH /api/articles/abc',
    'DELETE /api/articles/abc',
    'POST /api/articles/abc/duplicate',
    'GET /api/users/init',
    'POST /api/users/first-register',
    'POST /api/users/verify/x',
    'GET /api/constructor',
    'GET /api/media/file/no-such-file.png',
  ])('find nothing at %s', async (line) => {
    const [method = '', path = ''] = line.split(' ');
    const ask =
      method === 'PATCH' ? administrator.patch(path, {}) : administrator[method.toLowerCase() as 'get'](path);
    expectError(await ask, 404, 'not_found');
  });

  it.each([
    'where=foo',
    'where[nonsense][equals]=1',
    'where[title][nonsense]=1',
    'where[or][0][title]=1',
    'where[hash][equals]=1',
    'sort=nonsense.field',
    'limit=ten',
    'locale=de',
    'populate=x',
    'joins=x',
    'where[publishedAt][greater_than]=nonsense',
    'where[id][equals]=%27%20OR%201=1--',
    'where[title][like]=%25%27--',
  ])('are told what is wrong with %s, or get a list; never an error of ours', async (query) => {
    const answer = await administrator.get(`/api/articles?${query}`);
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 400) expectError(answer, 400);
    expectNoInsides(answer.text.slice(0, 300));
  });

  it('use no other methods', async () => {
    const authorization = await house.person('administrator');
    for (const method of ['PUT', 'TRACE', 'PROPFIND']) {
      expectError(await raw(method, '/api/articles', { authorization }), 405, 'method_not_allowed');
    }
  });

  it('may send a long filter as a form, as the admin does', async () => {
    const { body } = await administrator
      .post('/api/articles')
      .set('X-Payload-HTTP-Method-Override', 'GET')
      .type('form')
      .send('limit=1&where[slug][equals]=ketamine-risks-and-side-effects')
      .expect(200);
    expect(body.docs).toHaveLength(1);
  });

  it('cannot disguise any other method', async () => {
    for (const [method, type] of [
      ['DELETE', 'form'],
      ['GET', 'json'],
      ['PATCH', 'form'],
    ] as const) {
      const answer = await administrator
        .post('/api/articles')
        .set('X-HTTP-Method-Override', method)
        .type(type)
        .send(type === 'json' ? '{}' : 'a=1');
      expectError(answer, 400, 'bad_request');
    }
  });

  it('are not answered from caches', async () => {
    const { headers } = await editor.get('/api/articles?limit=1').expect(200);
    expect(headers['cache-control']).toMatch(/no-store/);
  });
});

describe('browsers on other origins', () => {
  let cookie: string;
  beforeAll(async () => {
    const email = 'browser@example.org';
    await house.payload.create({
      collection: 'users',
      data: { email, password, name: 'B', role: 'administrator' },
      depth: 0,
      overrideAccess: true,
    });
    const answer = await house.stranger.post('/api/users/login').send({ email, password }).expect(200);
    cookie = (answer.headers['set-cookie'] as unknown as string[])[0] ?? '';
  });

  it('get a cookie that scripts cannot read and other sites do not send', () => {
    expect(cookie).toMatch(/^forthright-token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it.each([
    [{ Origin: 'http://localhost:3000' }, 200],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ Origin: 'https://evil.example' }, 401],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 401],
    [{}, 401],
  ])('with the cookie and %j are answered %i', async (headers, status) => {
    const own = { ...headers } as Record<string, string>;
    if (own.Origin?.includes('localhost')) own.Origin = house.settings.serverUrl;
    const answer = await house.stranger.get('/api/users').set({ Cookie: cookie.split(';')[0] ?? '', ...own });
    expect(answer.status).toBe(status);
    const write = await house.stranger
      .post('/api/topics')
      .set({ Cookie: cookie.split(';')[0] ?? '', ...own })
      .send({});
    expect(write.status).toBe(status === 200 ? 400 : 401);
  });

  const elsewhere = 'https://harbor.example';

  it('may read what is public, errors included, but with no credentials', async () => {
    for (const path of ['/api/articles?limit=1', '/api/articles/no-such-article', '/api/rules']) {
      const { headers } = await house.stranger.get(path).set('Origin', elsewhere);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('may ask GraphQL from a script', async () => {
    const preflight = {
      Origin: elsewhere,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    };
    const { headers } = await house.stranger.options('/api/graphql').set(preflight).expect(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST',
    });
    expect(headers['access-control-allow-headers']).not.toMatch(/authorization/i);
    const answer = await house.stranger
      .post('/api/graphql')
      .set('Origin', elsewhere)
      .send({ query: '{ Articles { totalDocs } }' })
      .expect(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('cannot read what signed-in people get; our own origin can', async () => {
    const authorization = await house.person('editor');
    const foreign = await house.stranger
      .get('/api/rules')
      .set({ Authorization: authorization, Origin: elsewhere })
      .expect(200);
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
    const own = await house.stranger
      .get('/api/rules')
      .set({ Authorization: authorization, Origin: house.settings.serverUrl })
      .expect(200);
    expect(own.headers['access-control-allow-origin']).toBe(house.settings.serverUrl);
    expect(own.headers.vary).toMatch(/Origin/);
    const preflight = { Origin: house.settings.serverUrl, 'Access-Control-Request-Method': 'PATCH' };
    const { headers } = await house.stranger.options('/api/articles/x').set(preflight).expect(204);
    expect(headers['access-control-allow-methods']).toContain('PATCH');
    expect(headers['access-control-allow-credentials']).toBe('true');
  });
});

describe('every answer', () => {
  const addresses = ['/api/articles', '/api/nothing', '/api/rules', '/healthz', '/nothing', '/api/%E0%A4%A'];

  it.each(addresses)('has security headers (%s)', async (path) => {
    const { headers } = await raw('GET', path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['referrer-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each(addresses)('has an id of its own in its headers only (%s)', async (path) => {
    const [first, second] = await Promise.all([
      raw('GET', path),
      raw('GET', path, { 'x-request-id': 'chosen-by-the-caller' }),
    ]);
    expect(first?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.headers['x-request-id']).not.toBe(second?.headers['x-request-id']);
    expect(first?.text).not.toContain(String(first?.headers['x-request-id']));
  });

  it('takes the id of a proxy that is trusted', async () => {
    const { payload, settings } = house;
    const app = createApp({
      settings: { ...settings, trustProxy: 1 },
      house: { payload, publicApi: (_q, _s, next) => next(), graphql: (_q, _s, next) => next() },
    });
    await request(app)
      .get('/healthz')
      .set('X-Request-Id', 'from-the-proxy-1')
      .expect('X-Request-Id', 'from-the-proxy-1');
    const { headers } = await request(app).get('/healthz').set('X-Request-Id', 'no good!');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('health', () => {
  it('says alive and ready', async () => {
    await house.stranger.get('/healthz').expect(200, { status: 'alive' });
    await house.stranger.get('/readyz').expect(200, { status: 'ready' });
  });

  it('says what the server is busy with, and refuses everything else until it is ready', async () => {
    const app = createApp({
      settings: house.settings,
      readiness: { ready: false, doing: 'loading demo content' },
    });
    await request(app).get('/healthz').expect(200);
    const answer = await request(app).get('/readyz').expect(503).expect('Retry-After', '2');
    expect(answer.body.errors[0]).toEqual({
      code: 'unavailable',
      message: 'Not ready: loading demo content.',
    });
    await request(app).get('/api/articles').expect(503);
    await request(app).get('/admin').expect(503);
  });
});

describe('what breaks inside', () => {
  it('is told without stack, statement or path', async () => {
    const { payload, settings } = house;
    const broken = createApp({
      settings,
      house: {
        payload,
        publicApi: (req, _res, next) => {
          if (req.path === '/broken') throw new Error('SELECT secret FROM /work/secrets at x (file.js:1)');
          next();
        },
        graphql: (_req, _res, next) => next(),
      },
    });
    const answer = await request(broken).get('/api/broken');
    expectError(answer, 500, 'internal_error');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

function idLike(number: number): string {
  const hex = createHash('sha256').update(String(number)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
