/** The jobs of Payload's that are scheduled publications. */
import type { Payload, PayloadRequest, Where } from 'payload';
import { type ScheduleJob, type State, taskSlug } from './entry.js';

export const isScheduled: Where = { taskSlug: { equals: taskSlug } };
export const isUntouched: Where[] = [
  { completedAt: { exists: false } },
  { hasError: { not_equals: true } },
  { processing: { not_equals: true } },
];

/** SQLite keeps UUIDs, MongoDB its own ids; what can be neither is not asked for. */
const possibleId = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export const conditions: Record<State, Where[]> = {
  due: isUntouched,
  running: [
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    { processing: { equals: true } },
  ],
  done: [{ completedAt: { exists: true } }],
  failed: [{ completedAt: { exists: false } }, { hasError: { equals: true } }],
};

/** The job with this id, or null. */
export async function findJob(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  id: string,
): Promise<ScheduleJob | null> {
  if (!possibleId.test(id)) return null;
  return payload.db.findOne<never>({
    collection: 'payload-jobs',
    req,
    where: { and: [{ id: { equals: id } }, isScheduled] },
  }) as Promise<ScheduleJob | null>;
}

/** Conditions for the jobs of one document. */
export function ofDocument(collection: string, id: string): Where[] {
  return [{ 'input.doc.relationTo': { equals: collection } }, { 'input.doc.value': { equals: id } }];
}
