/** A server that is killed leaves its job marked as running for ever. Whoever runs the jobs next frees it. */
import type { Payload } from 'payload';

/** A job that takes the server down each time must not do so for ever. */
export const mostInterruptions = 3;

interface Job {
  id: string;
  completedAt?: string | null;
  hasError?: boolean | null;
  totalTried?: number | null;
}

function freed({ completedAt, hasError, totalTried }: Job): Record<string, unknown> {
  if (completedAt || hasError) return { processing: false };
  const tries = (totalTried ?? 0) + 1;
  if (tries < mostInterruptions) return { processing: false, totalTried: tries };
  const message = `The server stopped ${tries} times while doing this. It will not be tried again.`;
  return { error: { message }, hasError: true, processing: false, totalTried: tries };
}

/** Only for the holder of the lease, and only while it runs no job itself: then every running job is a left-over. */
export async function freeStaleJobs(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<never>({
    collection: 'payload-jobs',
    ...{ limit: 0, pagination: false },
    where: { processing: { equals: true } },
  });
  for (const job of docs as Job[]) {
    const data = { ...freed(job), updatedAt: new Date().toISOString() };
    await payload.db.updateJobs({ id: job.id, data, returning: false });
  }
  return docs.length;
}
