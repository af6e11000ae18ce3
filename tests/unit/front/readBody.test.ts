import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../../src/front/keys/readBody.js';

/** What became of the requests that a server of this test got, in their order. */
type Told = { body: string } | 'gone';

let ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends) end();
  ends = [];
});

async function serve() {
  const told: Told[] = [];
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    const onBody = (body: Buffer) => {
      told.push({ body: body.toString() });
      res.end(body);
    };
    readBody(req, onBody, () => told.push('gone'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  ends.push(() => {
    socket.destroy();
    server.close();
  });
  return { socket, told };
}

const post = (body: string) =>
  `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

async function sendInParts(socket: Socket, text: string, cuts: number[]): Promise<void> {
  const bytes = Buffer.from(text);
  const places = [
    ...cuts.map((cut) => cut % bytes.length).toSorted((one, other) => one - other),
    bytes.length,
  ];
  let begin = 0;
  for (const place of places) {
    if (place > begin) socket.write(bytes.subarray(begin, place));
    begin = place;
    await delay(1);
  }
}

describe('a small body', () => {
  it('is read whole, once and in order, wherever the network cuts it, one request behind the other', async () => {
    const bodies = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    const cuts = fc.array(fc.nat(2_000), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bodies, cuts, async (given, places) => {
        const { socket, told } = await serve();
        await sendInParts(socket, given.map(post).join(''), places);
        while (told.length < given.length) await delay(1);
        expect(told).toEqual(given.map((body) => ({ body })));
      }),
      { numRuns: 30 },
    );
  });

  it('is given up when the client goes away before its end', async () => {
    const { socket, told } = await serve();
    socket.write(post('a body of some length').slice(0, -3));
    await delay(30);
    expect(told).toEqual([]);
    socket.destroy();
    while (told.length === 0) await delay(1);
    expect(told).toEqual(['gone']);
  });

  it('is not given up when the client goes away after it', async () => {
    const { socket, told } = await serve();
    socket.end(post('whole'));
    await once(socket.resume(), 'close');
    expect(told).toEqual([{ body: 'whole' }]);
  });
});
