/** Runs `npm run ledger|import|export|redirects -- …` as people do: in a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env: Record<string, string>;
  /** Where the caller stands. */
  cwd?: string;
  /** Ends it with SIGKILL after so long. */
  timeoutMs?: number;
}

/** The command's exit code and what it said. */
export function runCommand(
  args: readonly string[],
  { cwd = root, env, timeoutMs = 120_000 }: RunOptions,
): Promise<Ran> {
  const child = spawn(process.execPath, [path.join(root, 'src/cli/command.mjs'), ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', TEST_MONGODB_URI: '', ...env },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      said[name] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
