/** The product's server, started as a container starts it, in a process of its own. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ask } from '../asking/ask.js';
import { administrator } from '../asking/editor.js';
import { sourceVariable } from '../content/openProduct.js';
import { endChild, freePort, hasEnded, lastLines, root, spawnLogged } from '../machine/children.js';

export interface House {
  port: number;
  pid: number;
  /** Milliseconds from the start of the process until it says that it is ready. */
  startMs: number;
  /** What it printed. */
  logFile: string;
  stop(): Promise<void>;
}

const longestStart = 600_000;

/** Settings that let no answer be kept and refuse no miss: every answer is made anew. */
export const keepingNothing = { CACHE_BYTES: '1', MISSES_PER_SECOND: '1000000', MISSES_BURST: '1000000' };

/** Measuring misses from one address, no limit per address may stand in between. */
export const unlimited = { MISSES_PER_SECOND: '1000000', MISSES_BURST: '1000000' };

const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');

/** What stands behind `node` in the last CMD of the Dockerfile. */
function argumentsOfContainer(): string[] {
  const [, command = '[]'] = [...dockerfile.matchAll(/^CMD (\[.*\])$/gm)].at(-1) ?? [];
  const [, ...args] = JSON.parse(command) as string[];
  return args;
}

const arenasOfContainer = /\bMALLOC_ARENA_MAX=(\d+)/.exec(dockerfile)?.[1] ?? '';

const environmentOf = (folder: string, port: number) => ({
  MALLOC_ARENA_MAX: arenasOfContainer,
  ...{ NODE_ENV: 'production', NODE_OPTIONS: '', PORT: String(port), HOST: '127.0.0.1' },
  ...{ DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), ADMIN_UI: 'false', DEMO_CONTENT: 'true' },
  ...{ ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password },
  ...{ DATABASE_URL: '', REDIS_URL: '', SERVER_URL: '', PAYLOAD_SECRET: '', TRUST_PROXY: '' },
});

async function untilReady(child: ChildProcess, port: number, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + longestStart;
  for (;;) {
    const status = await ask({ port, path: '/readyz' }).then(
      (answer) => answer.status,
      () => 0, // not listening yet
    );
    if (status === 200) return;
    if (hasEnded(child)) throw new Error(`The server ended:\n${lastLines(logFile)}`);
    if (performance.now() > giveUpAt)
      throw new Error(`The server does not get ready:\n${lastLines(logFile)}`);
    await delay(5);
  }
}

/** Over the database in `folder`, unless `settings` name another. Resolves when it is ready. */
export async function startHouse(folder: string, settings: Record<string, string> = {}): Promise<House> {
  const port = await freePort();
  const logFile = path.join(folder, 'server.log');
  const fromSource = Boolean(process.env[sourceVariable]);
  const args = fromSource ? ['--import', 'tsx', 'src/main.ts'] : argumentsOfContainer();
  const begunAt = performance.now();
  const child = spawnLogged(args, { ...environmentOf(folder, port), ...settings }, logFile);
  await untilReady(child, port, logFile);
  const startMs = performance.now() - begunAt;
  return { logFile, pid: child.pid as number, port, startMs, stop: () => endChild(child) };
}
