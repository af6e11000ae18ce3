/** What hardly anybody sends, to the front and to Express alone: what comes back is the same, from memory or not. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Asking, comparing } from '../helpers/comparing.js';
import { type House, openHouse } from '../helpers/house.js';
import { askRaw } from '../helpers/rawHttp.js';
import { type Both, throughTheFront } from '../helpers/throughTheFront.js';

let house: House;
let both: Both;
let compare: Asking;
let editor: string;

beforeAll(async () => {
  house = await openHouse({ MISSES_PER_SECOND: '100000' });
  both = await throughTheFront(house);
  compare = comparing(both);
  editor = await house.person('administrator');
});
afterAll(async () => {
  await both?.close();
  await house?.close();
});

const article = '/api/pages/brightpath/resources/how-the-drug-was-given-matters';
const moved = '/api/pages/harbor-therapy/blog/ketamine-therapy-steps';
const addresses = [
  '/api/articles?limit=2',
  article,
  moved,
  '/api/articles/no-such',
  '/api/articles?draft=true',
];

const asked = (line: string, ...headers: string[]) => [line, 'Host: localhost:3000', ...headers].join('\n');

describe.each(addresses)('%s', (address) => {
  const get = (...headers: string[]) => compare(asked(`GET ${address} HTTP/1.1`, ...headers));

  it('in whatever form it is asked for', async () => {
    const lines = [`GET ${address} HTTP/1.0`, `HEAD ${address} HTTP/1.0`, `HEAD ${address} HTTP/1.1`];
    const absolute = ['http://localhost:3000', 'https://other.example'].map(
      (origin) => `GET ${origin}${address} HTTP/1.1`,
    );
    for (const line of [...lines, ...absolute]) await compare(asked(line));
    await compare(`GET ${address} HTTP/1.0`);
    await compare(`GET ${address} HTTP/1.1`);
    await get('Host: other.example');
  });

  it('by whatever method', async () => {
    for (const method of ['get', 'PURGE', 'PROPFIND', 'QUERY', 'M-SEARCH', 'PUT', 'PATCH', 'POST', 'OPTIONS'])
      await compare(asked(`${method} ${address} HTTP/1.1`));
  });

  it('with whatever at its end', async () => {
    const ends = ['?', '#x', '?#', '&', '&&', '?x=1#y', '//', '/', '/.', '/..', '/%2e', '%00', '%0a', '\\'];
    for (const end of [...ends, '/%2F', '%zz', ';a=b', '?a?b', '%', '%E9', '\xe9', '+'])
      await compare(asked(`GET ${address}${end} HTTP/1.1`));
  });

  it('whatever is liked', async () => {
    for (const accept of ['', ',,', 'x', '*/*;q=0', 'text/plain;q=0, */*;q=0', 'application/ld+json'])
      await get(`Accept: ${accept}`);
    await get('Accept: text/plain', 'Accept: text/html');
    for (const encoding of ['identity;q=0', '*;q=0', 'identity;q=0, *;q=0', 'deflate', 'zstd'])
      await get(`Accept-Encoding: ${encoding}`);
    for (const language of ['de', 'es', '*']) await get(`Accept-Language: ${language}`);
  });

  it('from wherever', async () => {
    const ours = ['http://localhost:3000', 'HTTP://LOCALHOST:3000', 'http://localhost:3000/'];
    for (const origin of [...ours, 'https://harbor.example', 'null', '', 'file://']) {
      await get(`Origin: ${origin}`);
      await compare(asked(`HEAD ${address} HTTP/1.1`, `Origin: ${origin}`));
      const preflight = [`Origin: ${origin}`, 'Access-Control-Request-Method: GET'];
      await compare(asked(`OPTIONS ${address} HTTP/1.1`, ...preflight));
    }
    await get('Origin: https://a.example', 'Origin: http://localhost:3000');
  });

  it('with a body that nobody asked for', async () => {
    const line = `GET ${address} HTTP/1.1`;
    await compare(asked(line, 'Content-Length: 0'));
    await compare(asked(line, 'Content-Length: 5'), 'hello');
    await compare(asked(line, 'Transfer-Encoding: chunked'), '5\r\nhello\r\n0\r\n\r\n');
    await compare(asked(line, 'Transfer-Encoding: gzip, chunked'), '0\r\n\r\n');
    await compare(asked(line, 'Transfer-Encoding: identity'));
    await compare(asked(line, 'Transfer-Encoding: chunked', 'Content-Length: 5'), '0\r\n\r\n');
  });

  it('with whatever else is said', async () => {
    const said = ['If-Match: *', 'If-Match: "x"', 'If-Range: "x"', 'If-Modified-Since: nonsense', 'Range: x'];
    const told = ['Cache-Control: only-if-cached', 'Pragma: no-cache', 'X-HTTP-Method-Override: DELETE'];
    const wrong = ['Expect: 200-ok', 'Authorization: ', 'Authorization: Basic eDp5', 'Bad Header: 1', ': x'];
    const claimed = ['Forwarded: for=1;host=x;proto=https', 'X-Forwarded-Proto: https', 'Server-Timing: x'];
    for (const header of [...said, ...told, ...wrong, ...claimed, 'Cookie: ', 'Ledger-Position: 1'])
      await get(header);
    await get('Cookie: a=b', 'Cookie: forthright-token=x');
  });

  it('whatever tags the client has', async () => {
    const { headers } = await askRaw(both.express, asked(`GET ${address} HTTP/1.1`));
    const own = headers.find(([name]) => name === 'etag')?.[1] ?? '"none"';
    const bare = own.slice(1, -1);
    const lists = [
      `"a",${own}`,
      `${own},"b"`,
      `"a" , W/${own} `,
      `"a"\t,\t${own}`,
      `"x,y", ${own}`,
      `*, ${own}`,
    ];
    const wrong = [bare, own.slice(0, -1), own + own, `'${bare}'`, `"a"${own}`, `w/${own}`, `W/ ${own}`];
    for (const tags of [...lists, ...wrong, `"a"; ${own}`, ' * ']) await get(`If-None-Match: ${tags}`);
    await get('If-None-Match: "a"', `If-None-Match: ${own}`);
    for (const control of ['no-cache', 'max-age=0', 'No-Cache', 'no-cachex', 'x, no-cache', 'no-store'])
      await get(`If-None-Match: ${own}`, `Cache-Control: ${control}`);
  });
});

describe('GraphQL', () => {
  const bodies = [
    ...['[]', 'null', '1', '"x"', '{"query":1}', ' ', '{"query":"{__typename}"} ', '{"query":""}'],
    ...['{"query":"{__typename}","variables":[]}', '{"query":"{__typename}","extensions":"x"}'],
    ...['{"query":"{__typename}","operationName":""}', '{"query":"{__typename}","query":"{nothing}"}'],
    ...['\ufeff{"query":"{__typename}"}', '{"query":"{__typename}","__proto__":{"x":1}}'],
    '{"query":"query($n:Int=2){Articles(limit:$n){docs{slug}}}","variables":{"n":null}}',
    '{"query":"query($n:Int){Articles(limit:$n){totalDocs}}","variables":{"n":1e400}}',
    '[{"query":"{__typename}"}]',
    '{"query":"mutation{x}"}',
    '{"query":"{Articles(limit:9999){docs{slug}}}"}',
    `{"query":"${'{a'.repeat(20_000)}"}`,
    'x'.repeat(100_000),
  ];
  const post = (path: string, body: string, ...headers: string[]) =>
    compare(asked(`POST ${path} HTTP/1.1`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers), body);

  it.each(bodies.map((body) => [body.slice(0, 60), body]))('%s', async (_name, body) => {
    await post('/api/graphql', body, 'Content-Type: application/json');
    await post('/api/graphql', body, 'Content-Type: application/json', 'Accept: text/html');
  });

  it.each([
    ...['application/json;charset=latin1', 'application/graphql', 'text/plain', 'application/json ; x=y'],
    ...['APPLICATION/JSON', 'application/x-www-form-urlencoded', ''],
  ])('in the type “%s”', async (type) => {
    const body = '{"query":"{Articles(limit:1){docs{slug}}}"}';
    await post('/api/graphql', body, `Content-Type: ${type}`);
    await post('/api/graphql/', body, `Content-Type: ${type}`);
    await post('/api/graphql?query=%7B__typename%7D', body, `Content-Type: ${type}`);
    await post('/api/graphql', body, `Content-Type: ${type}`, 'If-None-Match: *');
    await post('/api/graphql', body, `Content-Type: ${type}`, 'Content-Encoding: br');
    await post('/api/graphql', body, `Content-Type: ${type}`, 'Origin: http://localhost:3000');
  });
});

describe('an image that goes up through the front', () => {
  const head = (name: string) =>
    `--X\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"alt":"A test"}\r\n--X\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`;

  it.each(['with its length', 'in chunks'])('%s, is the one that Express gets', async (how) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const create = { width: 600, height: 600, channels: 3, background: 'white', noise } as const;
    const image = await sharp({ create }).png().toBuffer();
    const hashes = [];
    for (const port of [both.front, both.express]) {
      const name = `odd-${how.length}-${port}.png`;
      const body = Buffer.concat([Buffer.from(head(name)), image, Buffer.from('\r\n--X--\r\n')]);
      const isChunked = how === 'in chunks';
      const framing = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`;
      const sent = isChunked ? inChunks(body) : body;
      const type = 'Content-Type: multipart/form-data; boundary=X';
      const line = 'POST /api/media HTTP/1.1';
      const answer = await askRaw(port, asked(line, type, `Authorization: ${editor}`, framing), sent);
      expect(answer.status).toBe(201);
      hashes.push(JSON.parse(answer.body).doc.contentHash);
    }
    expect(hashes[0]).toMatch(/./);
    expect(hashes[1]).toBe(hashes[0]);
  });
});

function inChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += 7_777) {
    const part = body.subarray(at, at + 7_777);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}
