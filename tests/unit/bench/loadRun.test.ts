import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { LoadRun } from '../../../bench/load/loadRun.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener) {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, requests: ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'], statuses: [200] };
}

const answer: RequestListener = (_, res) => res.setHeader('Content-Length', 2).end('ok');

test('what was asked in time is waited for and counted, however slow the server is', async () => {
  let asked = 0;
  const common = await serve((req, res) => {
    asked += 1;
    setTimeout(() => answer(req, res), 200);
  });
  const result = await new LoadRun({ ...common, connections: 3, ms: 50 }).run();
  expect(result).toMatchObject({ answers: 3, failures: 0 });
  expect(result.seconds).toBeGreaterThan(0.19);
  expect(asked).toBe(3);
});

test('a load that is stopped asks no more, and ends with its last answer', async () => {
  const common = await serve(answer);
  const run = new LoadRun({ ...common, connections: 2, ms: 60_000, pauseMs: 20 });
  const result = run.run();
  setTimeout(() => run.stop(), 100);
  expect((await result).answers).toBeGreaterThan(2);
  expect((await result).seconds).toBeLessThan(5);
});

test('each asks once where that is wanted, and who is not answered in time has failed', async () => {
  let asked = 0;
  const common = await serve((req, res) => {
    asked += 1;
    if (asked > 3) answer(req, res);
  });
  const result = await new LoadRun({ ...common, connections: 5, ms: 300, once: true }).run();
  expect(result).toMatchObject({ answers: 2, failures: 3, firstFailure: 'no answer in time' });
  expect(asked).toBe(5);
});

test('a server that closes connections is asked again over new ones', async () => {
  let asked = 0;
  const common = await serve((req, res) => {
    asked += 1;
    if (asked === 1) res.destroy();
    else answer(req, res);
  });
  const result = await new LoadRun({ ...common, connections: 1, ms: 300 }).run();
  expect(result.failures).toBe(1);
  expect(result.answers).toBeGreaterThan(0);
});
