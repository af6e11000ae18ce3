/** A server whose port nobody holds any more ends by itself, so that whoever supervises it starts it anew. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { freePort, newFolder } from '../helpers/startedServer.js';

const root = path.resolve(import.meta.dirname, '../..');
const loaded = ['--import', 'tsx', '--import', './tests/helpers/endTheFront.mjs'];

function startServer(folder: string, port: number) {
  const child = spawn(process.execPath, [...loaded, 'src/main.ts'], {
    cwd: root,
    env: {
      ...{ ...process.env, NODE_OPTIONS: '', ADMIN_UI: 'false', DEMO_CONTENT: 'false', LOG_LEVEL: 'info' },
      ...{ DATABASE_URL: '', DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), PORT: String(port) },
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, exited, output: () => output };
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

it('ends in words', async () => {
  const folder = newFolder();
  const port = await freePort();
  const { child, exited, output } = startServer(folder, port);
  while (child.exitCode === null && !(await isReady(port))) await new Promise((go) => setTimeout(go, 100));
  child.kill('SIGUSR2');
  expect({ code: await exited, output: output() }).toMatchObject({
    code: 1,
    output: expect.stringContaining('the thread that holds the port has ended, and the server with it'),
  });
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
  rmSync(folder, { recursive: true, force: true });
});
