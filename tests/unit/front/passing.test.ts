/** What passes through the front is what was sent, both ways, however clients and the back behave. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { askRaw, open, parse, type RawAnswer, talk } from '../../helpers/rawHttp.js';
import { keeping, type StandingFront, standFront } from '../../helpers/standingFront.js';

let standing: StandingFront | undefined;
afterEach(async () => {
  await standing?.close();
  standing = undefined;
});

async function stand(listener: RequestListener, more: Parameters<typeof standFront>[1] = {}) {
  standing = await standFront(() => listener, more);
  return standing;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Answers with what it was told. */
const echo: RequestListener = async (req, res) => {
  const body = await bodyOf(req);
  const { headers, method, rawTrailers, url } = req;
  res.end(JSON.stringify({ method, url, headers, rawTrailers, body: hash(body), length: body.length }));
};

const told = ({ body }: RawAnswer) => JSON.parse(body);
const headerOf = ({ headers }: RawAnswer, name: string) => headers.find(([each]) => each === name)?.[1];

describe('a body', () => {
  it('arrives whole, with a length or in chunks', async () => {
    const { port } = await stand(echo);
    const body = randomBytes(3_000_000);
    const long = await askRaw(port, `POST /x HTTP/1.1\nHost: x\nContent-Length: ${body.length}`, body);
    expect(told(long)).toMatchObject({ body: hash(body), length: body.length });
    const chunked = await askRaw(
      port,
      'PATCH /x HTTP/1.1\nHost: x\nTransfer-Encoding: chunked',
      '5\r\nHello\r\n7\r\n, world\r\n0\r\nX-Sum: 12\r\n\r\n',
    );
    expect(told(chunked)).toMatchObject({ body: hash('Hello, world'), rawTrailers: ['X-Sum', '12'] });
  });

  it('comes back whole, with its trailers', async () => {
    const body = randomBytes(3_000_000);
    const { port } = await stand((_req, res) => {
      res.writeHead(200, { Trailer: 'X-Sum' });
      res.write(body);
      res.addTrailers({ 'X-Sum': '12' });
      res.end();
    });
    const text = await talk(port, 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(hash(Buffer.from(parse(text).body, 'latin1'))).toBe(hash(body));
    expect(text).toMatch(/0\r\nX-Sum: 12\r\n\r\n$/);
  });

  it('that is refused before its end gets its answer, each time', async () => {
    const { front, port } = await stand((_req, res) => {
      res.setHeader('Connection', 'close');
      res.writeHead(413, { 'Content-Length': 9 }).end('too large');
    });
    for (let count = 0; count < 25; count += 1) {
      const head = 'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n';
      const text = await talk(port, `${head}${'x'.repeat(100_000)}`, (each) => each.endsWith('too large'));
      expect(parse(text)).toMatchObject({ status: 413, body: 'too large' });
      expect(headerOf(parse(text), 'connection')).toBe('close');
    }
    expect(front.metrics).toBeDefined();
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'PROPFIND'])('is not invented for %s', async (method) => {
    const { port } = await stand(echo);
    const { headers, length } = told(await askRaw(port, `${method} /x HTTP/1.1\nHost: x`));
    expect(length).toBe(0);
    expect(headers).not.toHaveProperty('transfer-encoding');
  });
});

describe('a request with more headers than Node counts', () => {
  /** By default Node reads a request by the first thousand, and hands some more on. */
  const around = [990, 999, 1_000, 1_005, 1_020, 1_024, 1_990, 2_005];

  it.each(around)('is read and passed on by all of them (%i)', async (count) => {
    const { port } = await stand(echo);
    const headers = 'a:\r\n'.repeat(count);
    const body = 'GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n';
    const length = `Content-Length: ${body.length}\r\nX-Last: yes\r\n`;
    const odd = `GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}${length}\r\n${body}`;
    const answer = told(parse(await talk(port, odd)));
    expect(answer).toMatchObject({ url: '/x', body: hash(body) });
    expect(answer.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-last': 'yes' });
    // nothing of it is left for whoever comes next
    for (let next = 0; next < 3; next += 1)
      expect(told(await askRaw(port, 'GET /next HTTP/1.1\nHost: x')).url).toBe('/next');
  });
});

describe('what a client says of itself', () => {
  const claims = [
    ...[
      'X-Forwarded-For: 192.0.2.9',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Host: evil',
      'Forwarded: for=1',
    ],
    ...['X-Request-Id: aaaaaaaaaaaa', 'X-Forthright-Keep: 0;-;', 'X-Forthright-Direct: yes'],
  ].join('\n');

  it('is not believed of strangers', async () => {
    const { port } = await stand(echo);
    const { headers } = told(
      await askRaw(port, `GET /x HTTP/1.1\nHost: x\n${claims}\nConnection: X-Forwarded-For`),
    );
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    for (const name of ['proto', 'host']) expect(headers).not.toHaveProperty(`x-forwarded-${name}`);
    for (const name of ['forwarded', 'x-forthright-keep', 'x-forthright-direct'])
      expect(headers).not.toHaveProperty(name);
  });

  it('is believed of proxies that are trusted, except what only the front may say', async () => {
    const { port } = await stand(echo, { trustProxy: 1 });
    const { headers } = told(await askRaw(port, `GET /x HTTP/1.1\nHost: x\n${claims}`));
    expect(headers).toMatchObject({ 'x-forwarded-for': '192.0.2.9', 'x-forwarded-proto': 'https' });
    expect(headers['x-request-id']).toBe('aaaaaaaaaaaa');
    for (const name of ['keep', 'direct']) expect(headers).not.toHaveProperty(`x-forthright-${name}`);
  });

  it('of its connection ends here, and nothing else does', async () => {
    const { port } = await stand(echo);
    const { headers } = told(
      await askRaw(
        port,
        'GET /x HTTP/1.1\nHost: x\nConnection: X-Mine, Authorization, Host, Upgrade\nUpgrade: h2c\nX-Mine: 1\nX-Yours: 2\nTE: trailers\nAuthorization: JWT x',
      ),
    );
    expect(headers).toMatchObject({ host: 'x', 'x-yours': '2', authorization: 'JWT x' });
    for (const name of ['x-mine', 'te', 'upgrade']) expect(headers).not.toHaveProperty(name);
  });

  it('arrives to the last byte, however odd', async () => {
    const { port } = await stand(echo);
    const path = `/x%zz//../%00?q=${'y'.repeat(15_800)}`;
    expect(told(await askRaw(port, `GET ${path} HTTP/1.1\nHost: x\nX-Odd: \xe9\xff`)).url).toBe(path);
    expect((await askRaw(port, 'GET /x HTTP/1.0')).status).toBe(200);
    expect(told(await askRaw(port, 'OPTIONS * HTTP/1.1\nHost: x')).url).toBe('*');
  });
});

describe('a client that goes away', () => {
  it.each(['first', 'pipelined'])('is no longer worked for (%s request)', async (which) => {
    let gone = 0;
    let asked = 0;
    const listener: RequestListener = (_req, res) => {
      asked += 1;
      res.once('close', () => {
        gone += 1;
      });
    };
    const { port } = await stand(listener, { line: { atOnce: 30, waiting: 0 } });
    const socket = await open(port);
    const requests = which === 'first' ? 1 : 30;
    socket.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(requests));
    await until(() => asked === requests);
    socket.destroy();
    await until(() => gone === requests);
  });

  it('in the middle of its body ends the request of the back, too', async () => {
    const ends: string[] = [];
    const { port } = await stand((req) => {
      req.on('error', () => ends.push('error'));
      req.resume();
    });
    const socket = await open(port);
    socket.write('POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc');
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await until(() => ends.length > 0);
  });

  it('while others wait for the same takes nothing from them', async () => {
    let give: (() => void) | undefined;
    standing = await standFront((generations) => (_req, res: ServerResponse) => {
      give = () => res.writeHead(200, keeping(generations, [])).end('there');
    });
    const { port } = standing;
    const leaving = await open(port);
    leaving.write('GET /kept/a HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => give !== undefined);
    const staying = askRaw(port, 'GET /kept/a HTTP/1.1\nHost: x');
    leaving.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    give?.();
    expect((await staying).body).toBe('there');
  });
});

describe('an answer that breaks off', () => {
  const breaking: RequestListener = (_req, res) => {
    res.writeHead(200, { 'Content-Length': 100 });
    res.write('half');
    setTimeout(() => res.destroy(), 20);
  };

  it('breaks off for the client', async () => {
    const { port } = await stand(breaking);
    expect(parse(await talk(port, 'GET /x HTTP/1.1\r\nHost: x\r\n\r\n')).body).toBe('half');
  });

  it('is not kept, and not taken for a whole one', async () => {
    const { port } = await stand(breaking);
    expect((await askRaw(port, 'GET /kept/a HTTP/1.1\nHost: x')).status).toBe(503);
  });
});

describe('pipelined requests', () => {
  it('are answered in their order, from memory or not', async () => {
    standing = await standFront((generations) => (req, res) => {
      const headers = keeping(generations, []);
      setTimeout(() => res.writeHead(200, headers).end(`<${req.url}>`), req.url === '/slow' ? 60 : 0);
    });
    const { port } = standing;
    await askRaw(port, 'GET /kept/a HTTP/1.1\nHost: x');
    const paths = ['/slow', '/kept/a', '/kept/b', '/quick', '/kept/a', '/last'];
    const bytes = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join('');
    const text = await talk(port, bytes, (each) => each.includes('</last>'));
    expect(text.match(/<[^>]+>/g)).toEqual(paths.map((path) => `<${path}>`));
  });
});

describe('stopping', () => {
  it('lets what is in flight finish, slow readers too, and keeps nobody waiting', async () => {
    const body = 'x'.repeat(6_000_000);
    const { front, port } = await stand((req, res) => {
      setTimeout(() => res.end(req.url === '/large' ? body : 'done'), 150);
    });
    const idle = await open(port);
    idle.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => idle.once('data', resolve));
    const slow = await open(port);
    slow.pause();
    slow.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    const quick = talk(port, 'GET /y HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => front.metrics !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = front.stop(20_000);
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    const answer = parse(await quick);
    expect([answer.body, headerOf(answer, 'connection')]).toEqual(['done', 'close']);
    await idleClosed;
    let received = 0;
    const all = new Promise<void>((resolve) => {
      slow.on('data', (part) => {
        received += part.length;
      });
      slow.once('close', () => resolve());
    });
    slow.resume();
    await all;
    await stopped;
    expect(received).toBeGreaterThan(body.length);
    await expect(open(port)).rejects.toThrow();
  });

  it('cuts off after its patience', async () => {
    const { front, port } = await stand(() => undefined);
    const hanging = talk(port, 'GET /x HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await front.stop(100);
    expect(await hanging).toBe('');
  });
});

describe('connections that become something else', () => {
  const offer = 'GET /_next/hmr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n';

  /** Finds the server that it answers for, as Next does. */
  const upgrading: RequestListener = (req, res) => {
    const { server } = req.socket as Socket & { server: Server };
    server.once('upgrade', (_req, socket: Socket, head: Buffer) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nready;');
      socket.write(head);
      socket.pipe(socket);
    });
    res.end();
  };

  it('are passed through where they are wanted', async () => {
    const { port } = await stand(upgrading, { upgrades: true });
    await askRaw(port, 'GET / HTTP/1.1\nHost: x');
    const socket = await open(port);
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.write(`${offer}early;`);
    await until(() => text.includes('early;'));
    socket.write('late;');
    await until(() => text.includes('late;'));
    expect(text).toMatch(/^HTTP\/1.1 101 [\s\S]*upgrade: echo\r\n\r\nready;early;late;$/i);
    socket.destroy();
  });

  it('are declined by a back that knows nothing of them', async () => {
    const { port } = await stand(echo, { upgrades: true });
    expect(told(parse(await talk(port, offer)))).toMatchObject({ url: '/_next/hmr' });
  });

  it('are requests like others where they are not', async () => {
    const { port } = await stand(echo);
    const text = await talk(port, offer.replace('Upgrade\r\n', 'Upgrade, close\r\n'));
    expect(told(parse(text))).toMatchObject({ url: '/_next/hmr' });
  });
});
