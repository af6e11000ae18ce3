/** Runs what is due, one after the other in the order of their times: a missed publishing goes before a missed taking down. */
import type { Payload } from 'payload';

/** Asked before each job; false ends the run and leaves the rest as it is. */
export type GoOn = () => boolean | Promise<boolean>;

/** What is told to others; it must not hold up what editors have planned. */
export const purgeQueue = 'purges';

/** Answers how many jobs it ran. */
export async function runDueJobs(
  payload: Payload,
  goOn: GoOn = () => true,
  queue = 'default',
): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (!(await goOn())) return count;
    // one by one: what is only waiting must not look as if it were running when the process is killed
    const { noJobsRemaining } = await payload.jobs.run({
      ...{ limit: 1, queue, overrideAccess: true, processingOrder: 'waitUntil', sequential: true },
      silent: { info: true },
    });
    if (noJobsRemaining) return count;
  }
}
