/** Jobs, and the first filling of a database, run in one process only: in whichever holds the lease, which lies in the database that the servers share. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { dropLease as dropOnMongodb, holdLease as holdOnMongodb } from '../database/mongodb/lease.js';
import { dropLease as dropOnSqlite, holdLease as holdOnSqlite } from '../database/sqlite/lease.js';

const name = 'jobs';

/** A process that takes part: where it runs, its number there, and a name that outlives it in no other. */
export function newHolder(): string {
  return `${hostname()} ${process.pid} ${randomUUID()}`;
}

// one for this process; it may stand in a module because it is the process that holds the lease
const holderHere = newHolder();

/** Renewed every ten seconds (startJobs.ts); when a server was killed, another takes over after this. */
export const leaseMs = 40_000;

/**
 * True when the holder ran on this machine and has ended: then nobody has to wait for the lease. It may be wrong where two
 * machines have one name; then a job may be begun twice, which does no harm (publishOnTime.ts).
 */
export function hasEnded(holder: string): boolean {
  const [host, number] = holder.split(' ');
  if (host !== hostname()) return false;
  // whoever had our number before us is gone: the first process of a container is always 1
  if (Number(number) === process.pid) return !holder.endsWith(holderHere.split(' ')[2] as string);
  try {
    process.kill(Number(number), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

interface NamedLease {
  name: string;
  holder: string;
  forMs: number;
}

function hold(payload: Payload, lease: NamedLease): Promise<boolean> {
  if (payload.db.name === 'mongoose') return holdOnMongodb(payload, lease);
  return holdOnSqlite(payload, { ...lease, isGone: hasEnded });
}

async function drop(payload: Payload, lease: { name: string; holder: string }): Promise<void> {
  await (payload.db.name === 'mongoose' ? dropOnMongodb : dropOnSqlite)(payload, lease);
}

/** Takes or renews the lease: true in the one process that runs the jobs now. */
export function runsJobsHere(payload: Payload, holder = holderHere): Promise<boolean> {
  return hold(payload, { name, holder, forMs: leaseMs });
}

/** Lets another process run the jobs at once. */
export function leaveJobs(payload: Payload, holder = holderHere): Promise<void> {
  return drop(payload, { name, holder });
}

/**
 * Does `work` while no other process on this database does work of that name: the others wait until it is done. When a process is
 * killed in it, another goes on after half a minute.
 */
export async function oneAtATime<T>(payload: Payload, workName: string, work: () => Promise<T>): Promise<T> {
  const lease = { name: workName, holder: holderHere, forMs: 30_000 };
  while (!(await hold(payload, lease))) await pause(250 + Math.random() * 250);
  const renewing = setInterval(() => void hold(payload, lease).catch(() => false), 10_000).unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await drop(payload, lease);
  }
}
