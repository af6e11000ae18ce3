/** A Redis of the benchmark's own, where redis-server is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../content/databases.js';
import { endChild, freePort, watchChild } from '../machine/children.js';

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Null where it is not installed. Throws when it does not start. */
export async function startRedis(): Promise<Redis | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', temporaryFolder()];
  const child = watchChild(spawn('redis-server', args, { stdio: 'ignore' }));
  for (let attempt = 0; attempt < 100 && !(await isOpen(port)); attempt += 1) await delay(50);
  if (!(await isOpen(port))) throw new Error('redis-server does not start.');
  return { url: `redis://127.0.0.1:${port}`, stop: () => endChild(child) };
}
