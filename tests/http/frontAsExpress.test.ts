/** The same requests to the front and to Express alone: what comes back is the same, from memory or not. */
import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, comparing, valueIn } from '../helpers/comparing.js';
import { type House, openHouse } from '../helpers/house.js';
import { askRaw } from '../helpers/rawHttp.js';
import { type Both, throughTheFront } from '../helpers/throughTheFront.js';

let house: House;
let both: Both;
let compare: Asking;
let editor: string;

beforeAll(async () => {
  house = await openHouse();
  both = await throughTheFront(house);
  compare = comparing(both);
  editor = await house.person('administrator');
});
afterAll(async () => {
  await both?.close();
  await house?.close();
});

const article = '/api/pages/brightpath/resources/how-the-drug-was-given-matters';
const asked = (method: string, path: string, ...headers: string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: localhost:3000', ...headers].join('\n');

describe('from memory', () => {
  const kept = [
    '/api/articles?limit=3',
    '/api/articles?where[slug][equals]=how-the-drug-was-given-matters&depth=1',
    '/api/articles/how-the-drug-was-given-matters',
    '/api/articles/no-such-article',
    '/api/articles/count',
    '/api/faqs?locale=es',
    '/api/sites/brightpath',
    article,
    `${article}?format=markdown`,
    '/api/pages/brightpath/resources/nothing-here',
  ];

  it.each(kept)('%s is answered as Express answers it', async (path) => {
    expect(await compare(asked('GET', path))).toEqual(['miss', 'hit']);
    expect(await compare(asked('HEAD', path))).toEqual(['hit', 'hit']);
  });

  it('says that the client has it already, in the words of Express', async () => {
    const etag = valueIn(await askRaw(both.front, asked('GET', article)), 'etag');
    expect(etag).toMatch(/^"/);
    for (const tags of [etag, `W/${etag}`, `"a", ${etag}`, '*', '"other"', ''])
      await compare(asked('GET', article, `If-None-Match: ${tags}`));
    await compare(asked('GET', article, `If-None-Match: ${etag}`, 'Cache-Control: no-cache'));
    await compare(asked('HEAD', article, `If-None-Match: ${etag}`));
    await compare(asked('GET', article, 'If-Modified-Since: Sat, 21 Nov 2099 00:00:00 GMT'));
    expect((await askRaw(both.front, asked('GET', article, `If-None-Match: ${etag}`))).status).toBe(304);
  });

  it('comes compressed to whom it pleases, each form with a tag of its own', async () => {
    const plain = await askRaw(both.front, asked('GET', article));
    const forms = { br: brotliDecompressSync, gzip: gunzipSync };
    const tags = new Set([valueIn(plain, 'etag')]);
    for (const [name, decompress] of Object.entries(forms)) {
      for (let count = 0; count < 2; count += 1) {
        const got = await askRaw(both.front, asked('GET', article, `Accept-Encoding: ${name}`));
        expect(valueIn(got, 'content-encoding')).toBe(name);
        expect(decompress(Buffer.from(got.body, 'latin1')).toString('latin1')).toBe(plain.body);
        expect(Number(valueIn(got, 'content-length'))).toBe(got.body.length);
        tags.add(valueIn(got, 'etag'));
      }
    }
    expect(tags.size).toBe(3);
    for (const tag of tags) {
      const encoding = tag.endsWith('-br"') ? 'br' : tag.endsWith('-gz"') ? 'gzip' : 'identity';
      const headers = [`Accept-Encoding: ${encoding}`, `If-None-Match: ${tag}`];
      expect((await askRaw(both.front, asked('GET', article, ...headers))).status).toBe(304);
    }
    for (const accepted of ['br;q=0, gzip;q=0', 'identity', '*;q=0', 'deflate', 'x,,;q=1'])
      await compare(asked('GET', article, `Accept-Encoding: ${accepted}`));
  });
});

describe('passed through', () => {
  it.each([
    ['GET', '/api/articles?limit=0'],
    ['GET', '/api/articles?limit=1&limit=2'],
    ['GET', '/api/articles?where[nope][equals]=1'],
    ['GET', '/api/%61rticles?limit=1'],
    ['GET', '/api/articles?%zz'],
    ['GET', '/api/articles/%zz'],
    ['GET', '/api/articles/../users'],
    ['GET', '/api//articles'],
    ['GET', '/nothing'],
    ['GET', '/'],
    ['GET', '/healthz'],
    ['GET', '/api/users/me'],
    ['OPTIONS', '/api/articles'],
    ['DELETE', '/api/articles/how-the-drug-was-given-matters'],
    ['TRACE', '/api/articles'],
    ['POST', '/api/users/logout'],
  ])('%s %s is answered as Express answers it', async (method, path) => {
    await compare(asked(method, path));
  });

  it('an address as long as there may be is answered as Express answers it', async () => {
    await compare(asked('GET', `/api/articles?${'x'.repeat(15_900)}`));
    expect((await askRaw(both.front, asked('GET', `/${'x'.repeat(17_000)}`))).status).toBe(431);
  });

  it.each([
    ['a token that is wrong', ['Authorization: JWT nonsense']],
    ['a cookie of ours', ['Cookie: forthright-token=nonsense']],
    ['a cookie of somebody else', ['Cookie: theme=dark']],
    ['one of our own origins', ['Origin: http://localhost:3000']],
    ['another origin', ['Origin: https://harbor.example']],
    ['a preflight', ['Origin: https://harbor.example', 'Access-Control-Request-Method: POST']],
    ['a range', ['Range: bytes=0-10']],
    [
      'an offer to speak otherwise',
      ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AA'],
    ],
    ['headers that only the house uses', ['X-Forthright-Keep: ask', 'X-Forwarded-Host: evil.example']],
  ])('a request with %s is answered as Express answers it', async (_what, headers) => {
    await compare(asked('GET', '/api/articles?limit=2', ...headers));
    await compare(asked('OPTIONS', '/api/articles?limit=2', ...headers));
  });

  it('people who are signed in read and write as they do without it', async () => {
    const authorization = `Authorization: ${editor}`;
    await compare(asked('GET', '/api/users/me', authorization));
    await compare(asked('GET', '/api/articles?draft=true&limit=2', authorization));
    for (const json of ['{"title":', '[]', '{"name":""}', '{}']) {
      const headers = [authorization, 'Content-Type: application/json', `Content-Length: ${json.length}`];
      await compare(asked('POST', '/api/topics', ...headers), json);
      const chunked = [authorization, 'Content-Type: application/json', 'Transfer-Encoding: chunked'];
      await compare(
        asked('POST', '/api/topics', ...chunked),
        `${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`,
      );
    }
  });

  it('bodies that are too large are refused as without it', async () => {
    const body = randomBytes(70_000);
    const headers = ['Content-Type: application/json', `Content-Length: ${body.length}`];
    expect((await askRaw(both.front, asked('POST', '/api/users/login', ...headers), body)).status).toBe(413);
    await compare(asked('POST', '/api/users/login', ...headers), body);
  });

  it('GraphQL answers the same', async () => {
    const queries = ['{ Articles(limit: 2) { docs { title } } }', '{ nothing }', '{'];
    for (const query of queries) {
      const json = JSON.stringify({ query });
      const headers = ['Content-Type: application/json', `Content-Length: ${json.length}`];
      await compare(asked('POST', '/api/graphql', ...headers), json);
      await compare(asked('GET', `/api/graphql?query=${encodeURIComponent(query)}`));
    }
  });
});

describe('files', () => {
  it('go up and come down whole', async () => {
    const { docs } = await house.payload.find({
      collection: 'media',
      depth: 0,
      limit: 1,
      overrideAccess: true,
    });
    const path = `/api/media/file/${encodeURIComponent(docs[0]?.filename ?? '')}`;
    expect((await askRaw(both.front, asked('GET', path))).body.length).toBeGreaterThan(1_000);
    await compare(asked('GET', path));
    await compare(asked('HEAD', path));
    await compare(asked('GET', path, 'Range: bytes=10-99'));
    await compare(asked('GET', `${path}?w=64`));
  });
});
