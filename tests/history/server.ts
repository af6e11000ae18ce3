/** The real server in a process of its own, which can be killed at any moment and started again over the same data. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../helpers/startedServer.js';

const root = path.resolve(import.meta.dirname, '../..');
const patienceMs = 120_000;

export const administrator = { email: 'first@example.org', password: 'a long enough password' };

export interface House {
  readonly folder: string;
  readonly url: string;
  readonly databaseUrl: string | undefined;
  /** Everything printed, by all the processes so far. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is closed. */
  kill(): Promise<void>;
  /** SIGTERM; its exit code. */
  stop(): Promise<number | null>;
  /** What is in the database now, as tests/history/readDatabase.mjs reads it. Only while the server is not running. */
  dump(): unknown;
  /** `npm run ledger -- verify`, whether or not the server is running. */
  verify(): Promise<{ code: number | null; output: string }>;
  remove(): void;
}

const environmentOf = (folder: string, port: number, databaseUrl: string | undefined) => ({
  ...process.env,
  ...{ NODE_OPTIONS: '', TEST_MONGODB_URI: '', ADMIN_UI: 'false', DEMO_CONTENT: 'false', LOG_LEVEL: 'warn' },
  ...{ ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password, PORT: String(port) },
  ...{
    DATA_DIR: folder,
    MEDIA_DIR: path.join(folder, 'media'),
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  },
});

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // not listening yet
  }
}

function readDump(folder: string, env: NodeJS.ProcessEnv): unknown {
  const file = path.join(folder, 'dump.json');
  const { status, stderr } = spawnSync(process.execPath, ['tests/history/readDatabase.mjs', file], {
    ...{ cwd: root, encoding: 'utf8', env, timeout: patienceMs },
  });
  if (status !== 0) throw new Error(`The database could not be read (${status}):\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function runVerify(env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['src/cli/command.mjs', 'ledger', 'verify'], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

/** A house without content. `databaseUrl` names a MongoDB database; without it there is SQLite in the folder. */
export async function buildHouse(databaseUrl?: string): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-history-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = environmentOf(folder, port, databaseUrl);
  let text = '';
  let child: ChildProcess | undefined;
  let exited: Promise<number | null> = Promise.resolve(null);

  async function start() {
    const started = spawn(process.execPath, ['src/cli/start.mjs'], { cwd: root, env });
    child = started;
    exited = new Promise((resolve) => started.once('exit', resolve));
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (text += chunk));
    const deadline = Date.now() + patienceMs;
    while (!(await isReady(url))) {
      if (started.exitCode !== null || Date.now() > deadline)
        throw new Error(`The server did not start:\n${text}`);
      await pause(50);
    }
  }

  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child?.kill(signal);
    return exited;
  };
  return {
    ...{ folder, url, databaseUrl, start, output: () => text },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    dump: () => readDump(folder, env),
    verify: () => runVerify(env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
