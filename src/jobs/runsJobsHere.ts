/** Jobs run in one process only: on SQLite in the one server there is, on MongoDB in whichever holds the lease. */
import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { holdLease } from '../database/mongodb/lease.js';

// a name for this process; it outlives no process, so it may stand in a module
const holder = randomUUID();

/** Longer than the minute between two runs, so that the holder keeps the lease while it lives. */
const leaseMs = 150_000;

/** True in the one process that runs the jobs now. */
export async function runsJobsHere(payload: Payload): Promise<boolean> {
  if (payload.db.name !== 'mongoose') return true;
  return holdLease(payload, { name: 'jobs', holder, forMs: leaseMs });
}
