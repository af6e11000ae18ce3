/** On what was measured, so that whoever reads the numbers later can tell what they are worth. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpus, getPriority, loadavg, totalmem } from 'node:os';

export interface Machine {
  processor: string;
  cores: number;
  memoryGigabytes: number;
  platform: string;
  node: string;
  commit: string;
  /** Files differ from the commit. */
  changed: boolean;
  /** Above 0, other programs go first. */
  niceness: number;
  date: string;
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    commit: git('rev-parse', '--short', 'HEAD') || 'unknown',
    changed: git('status', '--porcelain') !== '',
    niceness: getPriority(),
    date: new Date().toISOString(),
  };
}

/** How many programs wanted a core in the last minute, on average. */
export const loadAverage = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** A short name for what goes into it. */
export const fingerprint = (...parts: (string | Buffer)[]): string =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
