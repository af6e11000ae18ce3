import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadyResponse, textOf } from '../../../src/front/readyResponse.js';

const body = Buffer.from('{"title":"Café"}');
const headers = ['Content-Type', 'application/json', 'Vary', 'Origin, Accept', 'X-Latin', 'caf\u00e9'];
const length = ['Content-Length', String(body.length)];

describe('headers that stand ready', () => {
  let server: Server;

  beforeAll(async () => {
    const options = { ServerResponse: ReadyResponse, keepAliveTimeout: 5_000 };
    server = createServer(options, (req, res) => {
      if (req.headers['x-refuse']) res.setHeader('Connection', 'close');
      const isReady = req.url === '/ready';
      if (req.headers['if-none-match']) {
        if (isReady) res.writeReady(304, textOf(headers)).end();
        else res.writeHead(304, headers).end();
        return;
      }
      if (isReady) res.writeReady(200, textOf(headers), length);
      else res.writeHead(200, [...headers, ...length]);
      res.end(req.method === 'HEAD' ? undefined : body);
    }) as unknown as Server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Everything that the server sends until it closes, which the last request asks for. */
  function send(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      connect((server.address() as AddressInfo).port, '127.0.0.1')
        .on('data', (part: Buffer) => parts.push(part))
        .once('error', reject)
        .once('end', () => resolve(Buffer.concat(parts).toString('latin1')))
        .end(text);
    });
  }

  /** The lines of all answers: their order within one head does not count, nor does the second in which they were written. */
  const linesOf = (text: string) =>
    text
      .split('\r\n')
      .filter((line) => !line.startsWith('Date: '))
      .sort();

  const last = 'Connection: close\r\n\r\n';
  test.each([
    ['a request', `GET # HTTP/1.1\r\nHost: x\r\n${last}`],
    ['two in a row', `GET # HTTP/1.1\r\nHost: x\r\n\r\nGET # HTTP/1.1\r\nHost: x\r\n${last}`],
    ['HEAD', `HEAD # HTTP/1.1\r\nHost: x\r\n${last}`],
    ['304', `GET # HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\nGET # HTTP/1.1\r\nHost: x\r\n${last}`],
    ['HTTP/1.0', 'GET # HTTP/1.0\r\n\r\n'],
    ['HTTP/1.0 that stays', 'GET # HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET # HTTP/1.0\r\n\r\n'],
    ['a header set before', 'GET # HTTP/1.1\r\nHost: x\r\nX-Refuse: yes\r\n\r\n'],
  ])('are sent as writeHead() sends them: %s', async (_name, request) => {
    const [ready, usual] = await Promise.all(
      ['/ready', '/usual'].map((path) => send(request.replaceAll('#', path))),
    );
    expect(ready).toContain('X-Latin: caf\u00e9\r\n');
    expect(linesOf(ready as string)).toEqual(linesOf(usual as string));
  });
});
