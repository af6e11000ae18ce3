import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  failedStart,
  freePort,
  newFolder,
  type StartedServer,
  startServer,
} from '../helpers/startedServer.js';

const folder = newFolder();
const password = 'chosen by the newcomer';
let first: StartedServer;

beforeAll(async () => {
  first = await startServer({ DATA_DIR: folder, ADMIN_EMAIL: 'first@example.org', ADMIN_PASSWORD: password });
}, 180_000);
afterAll(async () => {
  await first?.stop();
});

async function answer(server: StartedServer, address: string) {
  const response = await fetch(`${server.url}${address}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { totalDocs: number };
}

async function signIn(server: StartedServer) {
  return fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'first@example.org', password }),
  });
}

describe('the first start', () => {
  it('serves the demo content of both sites', async () => {
    expect((await answer(first, '/api/sites')).totalDocs).toBe(2);
    expect((await answer(first, '/api/articles')).totalDocs).toBeGreaterThanOrEqual(8);
    expect((await answer(first, '/api/faqs')).totalDocs).toBeGreaterThanOrEqual(20);
    expect((await answer(first, '/api/misconceptions')).totalDocs).toBeGreaterThanOrEqual(12);
  });

  it('creates the administrator that the environment names, and says where things are', async () => {
    expect((await signIn(first)).status).toBe(200);
    for (const address of ['/api/articles', '/docs']) expect(first.output()).toContain(address);
    expect(first.output()).not.toContain(password);
  });

  it('refuses a second server on the same port before that touches the database', async () => {
    const { port } = new URL(first.url);
    const { code, output } = await failedStart({ PORT: port, DATA_DIR: newFolder() });
    expect(code).toBe(1);
    expect(output).toContain(`${port}`);
    expect(output).not.toMatch(/\n {4}at /);
  });
});

describe('the second start', () => {
  it('keeps everything, makes no second administrator and takes seconds', async () => {
    const before = await answer(first, '/api/articles');
    expect(await first.stop()).toBe(0);
    const second = await startServer({ DATA_DIR: folder });
    expect(await answer(second, '/api/articles')).toEqual(before);
    expect(second.output()).not.toMatch(/password/i);
    expect((await signIn(second)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  }, 60_000);
});

describe('a start that cannot succeed', () => {
  const failures: [string, () => Promise<Record<string, string>>, RegExp][] = [
    ['several wrong settings', async () => ({ PORT: 'often', LOG_LEVEL: 'loud' }), /PORT[\s\S]*LOG_LEVEL/],
    [
      'another address without a secret',
      async () => ({ HOST: '0.0.0.0' }),
      /PAYLOAD_SECRET[\s\S]*SERVER_URL/,
    ],
    [
      'a data folder that is a file',
      async () => {
        const file = path.join(newFolder(), 'file');
        writeFileSync(file, '');
        chmodSync(file, 0o400);
        return { DATA_DIR: file };
      },
      /DATA_DIR/,
    ],
    [
      'a database that does not answer',
      async () => ({ DATABASE_URL: `mongodb://127.0.0.1:${await freePort()}/none`, DATA_DIR: newFolder() }),
      /database/i,
    ],
  ];

  it.each(failures)(
    'says so for %s, in one clear message, with exit code 1',
    async (_name, env, message) => {
      const { code, output } = await failedStart({ PORT: String(await freePort()), ...(await env()) });
      expect(code).toBe(1);
      expect(output).toMatch(message);
      expect(output).not.toMatch(/\n {4}at /);
    },
    60_000,
  );

  it('names a port that something else holds', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const { code, output } = await failedStart({ PORT: String(port), DATA_DIR: newFolder() });
    holder.close();
    expect(code).toBe(1);
    expect(output).toContain(String(port));
  });
});
