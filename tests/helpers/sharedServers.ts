/** Several real servers on one MongoDB database: a copy of the template. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './startedServer.js';

const root = path.resolve(import.meta.dirname, '../..');
const patienceMs = 240_000;
const administrator = { email: 'first@example.org', password: 'a long enough password' };

export interface SharedServer {
  readonly url: string;
  output(): string;
  /** SIGSTOP and SIGCONT: all its threads stand still, and its connections stay. */
  pause(): void;
  resume(): void;
  /** SIGKILL: nothing is closed. */
  kill(): Promise<void>;
  /** SIGTERM; its exit code. */
  stop(): Promise<number | null>;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // not listening yet
  }
}

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, exited, output: () => output };
}

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The server did not start:\n${output()}`);
    }
    await pause(50);
  }
}

/** A server that is ready. */
export async function startShared(databaseUrl: string, env: Record<string, string>): Promise<SharedServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-shared-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, exited, output } = run({
    ...{ NODE_ENV: 'production', NODE_OPTIONS: '', ADMIN_UI: 'false', DEMO_CONTENT: 'false' },
    ...{ ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password, LOG_LEVEL: 'warn' },
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media') },
    ...{ PAYLOAD_SECRET: 'one secret for all servers of this test', PORT: String(port) },
    ...{ MISSES_PER_SECOND: '100000', MISSES_BURST: '100000' },
    ...env,
  });
  await waitUntilReady(url, child, output);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill('SIGCONT');
    child.kill(signal);
    const code = await exited;
    rmSync(folder, { recursive: true, force: true });
    return code;
  };
  return {
    ...{ url, output },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** The Authorization header of the first administrator. */
export async function signIn({ url }: SharedServer): Promise<string> {
  const answer = await fetch(`${url}/api/users/login`, {
    body: JSON.stringify(administrator),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  });
  const { token } = (await answer.json()) as { token?: string };
  if (!token) throw new Error(`Signing in was answered with ${answer.status}.`);
  return `JWT ${token}`;
}
