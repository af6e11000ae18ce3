/** What was done or failed long ago leaves the list, a few at a time. The ledger and the audit log keep what it did. */
import type { Payload, Where } from 'payload';

export const keptDays = 90;
const batch = 100;

/** Deletes at most a hundred; answers how many. */
export async function forgetOldJobs(payload: Payload, now = Date.now()): Promise<number> {
  const before = new Date(now - keptDays * 24 * 60 * 60_000).toISOString();
  const isOver: Where = { or: [{ completedAt: { exists: true } }, { hasError: { equals: true } }] };
  const { docs } = await payload.db.find<never>({
    collection: 'payload-jobs',
    ...{ limit: batch, pagination: false, sort: 'updatedAt' },
    where: { and: [isOver, { updatedAt: { less_than: before } }] },
  });
  const ids = (docs as { id: string }[]).map(({ id }) => id);
  if (ids.length > 0) await payload.db.deleteMany({ collection: 'payload-jobs', where: { id: { in: ids } } });
  return ids.length;
}

/** For a queue whose jobs nobody looks back at. Those that failed for good stay as long as others do. */
export async function forgetDone(payload: Payload, queue: string): Promise<void> {
  const where: Where = { and: [{ queue: { equals: queue } }, { completedAt: { exists: true } }] };
  await payload.db.deleteMany({ collection: 'payload-jobs', where });
}
