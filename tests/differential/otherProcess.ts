/** Another server on the database of a house, in a process of its own, from source. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { House } from '../helpers/house.js';
import { freePort, newFolder } from '../helpers/startedServer.js';
import type { Door } from './ask.js';

export interface OtherProcess extends Door {
  /** Everything printed so far, both streams. */
  printed(): string;
  stop(): Promise<void>;
}

const patienceMs = 120_000;
const root = path.resolve(import.meta.dirname, '../..');

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false; // not listening yet
  }
}

/** Who signed in there is signed in here, too. Throws with what it printed when it does not start. */
export async function startOther({ settings }: House): Promise<OtherProcess> {
  const port = await freePort();
  const folder = newFolder();
  const own = { DATA_DIR: folder, MEDIA_DIR: settings.mediaDir, PORT: String(port) };
  const limits = { MISSES_BURST: '1000000', MISSES_PER_SECOND: '1000000' };
  const shared = { PAYLOAD_SECRET: settings.secret, SERVER_URL: settings.serverUrl };
  const quiet = { ADMIN_UI: 'false', DEMO_CONTENT: 'false', LOG_LEVEL: 'warn', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...quiet, ...limits, ...shared, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const deadline = performance.now() + patienceMs;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The other server did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    printed: () => printed,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
