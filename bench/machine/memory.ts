/** Memory of a process, in megabytes (10⁶ bytes), as the system counts it: everything that it holds in memory. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Memory {
  now: number;
  /** The most that it ever was; null where the system does not tell. */
  most: number | null;
}

const kilobytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN);

/** Throws when there is no such process. */
export function memoryOf(pid: number): Memory {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return {
      now: (kilobytes(status, 'VmRSS') * 1_024) / 1e6,
      most: (kilobytes(status, 'VmHWM') * 1_024) / 1e6,
    };
  }
  const text = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return { now: (Number(text) * 1_024) / 1e6, most: null };
}
