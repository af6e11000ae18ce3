import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, Connection } from '../../../bench/load/connection.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A server that answers every request by writing these pieces, a moment apart. */
async function answeringWith(pieces: readonly Buffer[]): Promise<number> {
  const write = async (socket: Socket) => {
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('data', () => void write(socket));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Heard {
  answers: Answer[];
  failures: string[];
}

/** Asks this often, one after the other. */
async function ask(port: number, times: number): Promise<Heard> {
  const heard: Heard = { answers: [], failures: [] };
  let over: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    over = resolve;
  });
  const connection = await Connection.open(port, {
    onAnswer: (answer) => {
      heard.answers.push(answer);
      if (heard.answers.length < times) connection.ask('GET / HTTP/1.1\r\n\r\n');
      else over();
    },
    onFailure: (message) => {
      heard.failures.push(message);
      over();
    },
  });
  connection.ask('GET / HTTP/1.1\r\n\r\n');
  await done;
  connection.close();
  return heard;
}

function cut(whole: Buffer, places: readonly number[]): Buffer[] {
  const at = [...new Set(places.map((place) => place % whole.length))].sort((one, other) => one - other);
  return [...at, whole.length]
    .map((end, index) => whole.subarray(index === 0 ? 0 : at[index - 1], end))
    .filter((piece) => piece.length > 0);
}

test('the load process reads an answer whole, wherever the network cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3_000 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.constantFrom('Content-Length', 'content-length'),
      async (length, places, name) => {
        const head = `HTTP/1.1 200 OK\r\nX-One: \r\n${name}: ${length}\r\n\r\n`;
        const port = await answeringWith(
          cut(Buffer.from(head + 'é'.repeat(length).slice(0, length), 'latin1'), places),
        );
        const { answers, failures } = await ask(port, 3);
        server?.close();
        expect(failures).toEqual([]);
        expect(answers.map(({ bytes, status }) => ({ bytes, status }))).toEqual(
          Array.from({ length: 3 }, () => ({ bytes: length, status: 200 })),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('the load process reads an answer that is larger than what it reads at once', async () => {
  const body = Buffer.alloc(2_000_000, 'x');
  const port = await answeringWith([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
  const { answers, failures } = await ask(port, 2);
  expect(failures).toEqual([]);
  expect(answers.map(({ bytes }) => bytes)).toEqual([body.length, body.length]);
});

test('a 304 has no body, whatever length it names', async () => {
  const port = await answeringWith([Buffer.from('HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n')]);
  const { answers } = await ask(port, 2);
  expect(answers.map(({ bytes, status }) => [bytes, status])).toEqual([
    [0, 304],
    [0, 304],
  ]);
});

test('an answer of unknown length, or with more than it promises, is a failure and not a number', async () => {
  const chunked = await answeringWith([
    Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
  ]);
  expect((await ask(chunked, 1)).failures).toHaveLength(1);
  server?.close();
  const more = await answeringWith([Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxyz')]);
  expect((await ask(more, 1)).failures).toEqual(['more bytes than the answer has']);
});

test('a server that closes the connection is a failure', async () => {
  const port = await answeringWith([]);
  server?.on('connection', (socket) => socket.once('data', () => socket.destroy()));
  expect((await ask(port, 1)).failures).toHaveLength(1);
});
