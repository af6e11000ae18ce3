/** Starts the real server as `npm start` does, in a process of its own, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface StartedServer {
  url: string;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Ends it with SIGTERM; resolves to its exit code. */
  stop(): Promise<number | null>;
}

const root = path.resolve(import.meta.dirname, '../..');

export const newFolder = () => mkdtempSync(path.join(tmpdir(), 'forthright-start-'));

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function run(env: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  exited: Promise<number | null>;
} {
  const clean = { ...process.env, NODE_OPTIONS: '', TEST_MONGODB_URI: '' };
  const child = spawn(process.execPath, ['src/cli/start.mjs'], {
    cwd: root,
    env: { ...clean, ADMIN_UI: 'false', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => text, exited };
}

/** Runs a start that is expected to end by itself. */
export async function failedStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { exited, output } = run(env);
  const code = await exited;
  return { code, output: output() };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // not listening yet
  }
}

/** A server that is ready. Throws with its output when it ends instead. */
export async function startServer(env: Record<string, string>): Promise<StartedServer> {
  const port = env.PORT ?? String(await freePort());
  const folder = env.DATA_DIR ?? newFolder();
  const { child, exited, output } = run({
    LOG_LEVEL: 'warn',
    DATA_DIR: folder,
    MEDIA_DIR: path.join(folder, 'media'),
    PORT: port,
    ...env,
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    output,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
