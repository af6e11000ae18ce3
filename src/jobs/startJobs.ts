/** The clock of timed work: at once when the server has started, then every ten seconds, in one process of all. */
import type { Payload } from 'payload';
import { forgetDone, forgetOldJobs } from './forgetOldJobs.js';
import { freeStaleJobs } from './freeStaleJobs.js';
import { purgeQueue, runDueJobs } from './runDueJobs.js';
import { leaveJobs, runsJobsHere } from './runsJobsHere.js';

const everyMs = 10_000;

/** At each tick; a network that does not answer keeps nothing else waiting for longer. */
const purgesMs = 5_000;

export interface Jobs {
  /** Begins no other job, waits for the one that runs, and lets another process take over. */
  stop(): Promise<void>;
}

/** Starts the clock. Failures are logged, and the next tick tries again. */
export function startJobs(payload: Payload): Jobs {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    if (isStopping || !(await runsJobsHere(payload))) return;
    const freed = await freeStaleJobs(payload);
    if (freed > 0) payload.logger.warn({ freed }, 'jobs were left running by a server that is gone');
    await runDueJobs(payload, () => !isStopping && runsJobsHere(payload));
    await runPurges();
    await forgetOldJobs(payload);
  }

  async function runPurges(): Promise<void> {
    const until = Date.now() + purgesMs;
    const count = await runDueJobs(payload, () => !isStopping && Date.now() < until, purgeQueue);
    if (count > 0) await forgetDone(payload, purgeQueue);
  }

  async function tick(): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isStopping) payload.logger.error({ err: error }, 'timed work did not go smoothly');
    }
    if (!isStopping) timer = setTimeout(next, everyMs).unref();
  }

  let running = tick();
  function next(): void {
    running = tick();
  }

  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await running;
      await leaveJobs(payload);
    },
  };
}
