/** Scheduled publications in a house: lets time pass, and does what the server's clock does (src/jobs/startJobs.ts). */
import type { House } from './house.js';

/** The jobs of a house of its own. Imported late: they read the settings of the house. */
export function clockOf(house: House) {
  return {
    /** As if the time of these entries had come, a little earlier for those named first. */
    async letPass(...ids: string[]): Promise<void> {
      for (const [index, id] of ids.entries()) {
        const waitUntil = new Date(Date.now() - 60_000 + index * 1_000).toISOString();
        await house.payload.db.updateJobs({ id, data: { waitUntil }, returning: false });
      }
    },
    /** What a tick of the server does; answers how many jobs it ran. */
    async tick(): Promise<number> {
      const { freeStaleJobs } = await import('../../src/jobs/freeStaleJobs.js');
      const { runDueJobs } = await import('../../src/jobs/runDueJobs.js');
      await freeStaleJobs(house.payload);
      return runDueJobs(house.payload);
    },
    /** Leaves a job as a server leaves it that is killed while it runs it. */
    async interrupt(id: string): Promise<void> {
      await house.payload.db.updateJobs({ id, data: { processing: true }, returning: false });
    },
  };
}
