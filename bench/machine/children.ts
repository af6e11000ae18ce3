/** Processes that the benchmark starts. None outlives it. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Of the repository. */
export const root = process.cwd();

const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** Those that run now. */
export const startedChildren = (): ChildProcess[] => [...running];

/** It ends with the benchmark at the latest. */
export function watchChild(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

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

type Environment = Record<string, string>;

export interface ForkOptions {
  args?: string[];
  env?: Environment;
  /** It imports TypeScript of the product as it is. */
  withLoader?: boolean;
}

export interface Forked {
  child: ChildProcess;
  /** Its first message, by which it says that it is ready. */
  said: unknown;
}

/** A program of this folder in a process of its own. Resolves when it is ready. */
export async function forkProgram(file: string, options: ForkOptions = {}): Promise<Forked> {
  const { args = [], env = {}, withLoader = false } = options;
  const child = watchChild(
    fork(path.join(import.meta.dirname, '..', file), args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      execArgv: withLoader ? ['--import', 'tsx'] : [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  );
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)));
  });
  return { child, said };
}

/** A command whose output goes to a file. */
export function spawnLogged(args: string[], env: Environment, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = watchChild(
    spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    }),
  );
  closeSync(log);
  return child;
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** Asks it to end, and does not wait for ever. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const isOver = await Promise.race([ended.then(() => true), delay(12_000, false, { ref: false })]);
  if (!isOver) child.kill('SIGKILL');
  await ended;
}

export const lastLines = (file: string): string =>
  readFileSync(file, 'utf8').split('\n').slice(-6).join('\n').slice(-1_500);
