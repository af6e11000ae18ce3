/** Why a scheduled publication must not happen any more, in words for the list of what failed. */
import type { PayloadRequest } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { mayDo, signedIn } from '../../../collections/access/actors.js';
import { actionOf, localeOf, plannedFor, type ScheduleInput, type ScheduleJob } from './entry.js';
import { conditions, isScheduled, ofDocument } from './jobs.js';
import { findDocument, mayPublish } from './rights.js';
import { localTimeOf } from './zones.js';

/** Trying again would end in the same way. */
export class Refusal extends Error {}

export const nameOf = ({ by }: ScheduleInput) => by?.label ?? 'Whoever scheduled this';

/** A time as people read it: 2026-12-01 09:00 (America/New_York). */
export function inWords(job: ScheduleJob): string {
  const timeZone = job.input.timezone || 'UTC';
  return `${localTimeOf(new Date(plannedFor(job)), timeZone).replace('T', ' ')} (${timeZone})`;
}

/** The person or client who scheduled it, as they are now. Null when the product itself did. */
export async function schedulerOf(
  { payload }: Pick<PayloadRequest, 'payload'>,
  input: ScheduleInput,
): Promise<PayloadRequest['user']> {
  const { user } = input;
  if (user === undefined || user === null) return null;
  const found = await payload.findByID({
    collection: user.relationTo,
    id: user.value,
    ...{ depth: 0, disableErrors: true, overrideAccess: true },
  });
  if (!found) throw new Refusal(`${nameOf(input)}, who scheduled this, has no account any more.`);
  const account = { ...found, collection: user.relationTo } as NonNullable<PayloadRequest['user']>;
  if (signedIn({ user: account })) return account;
  throw new Refusal(`The API client ${nameOf(input)}, which scheduled this, is switched off or has expired.`);
}

const overlaps = (one: string, other: string) => one === 'all' || other === 'all' || one === other;

/** After a break, or between tries, a later entry may have come first: its word is the last. */
async function refuseOvertaken(
  req: PayloadRequest,
  job: ScheduleJob,
  collection: string,
  id: string,
): Promise<void> {
  const { docs } = await req.payload.db.find<never>({
    collection: 'payload-jobs',
    ...{ limit: 0, pagination: false, req },
    where: { and: [isScheduled, ...conditions.done, ...ofDocument(collection, id)] },
  });
  const locale = localeOf(job.input, req);
  const later = (docs as ScheduleJob[]).find(
    (other) => plannedFor(other) > plannedFor(job) && overlaps(localeOf(other.input, req), locale),
  );
  if (later)
    throw new Refusal(
      `It was overtaken: “${actionOf(later.input)}”, scheduled for ${inWords(later)}, has been done already.`,
    );
}

/** Throws a Refusal when the person has lost the right, the document is gone, or something later has been done already. */
export async function refuseWhatMayNotBe(req: PayloadRequest, job: ScheduleJob): Promise<void> {
  const { doc: target } = job.input;
  if (!target) throw new Refusal('It names no document.');
  const collection = target.relationTo as CollectionKey;
  const found = req.payload.collections[collection as 'articles']
    ? await findDocument(req, collection, target.value)
    : null;
  if (!found) throw new Refusal('The document does not exist any more.');
  if (found.latest.deletedAt || found.doc.deletedAt) throw new Refusal('The document is in the trash.');
  if (req.user && !mayDo(req, collection, 'publish'))
    throw new Refusal(`${nameOf(job.input)}, who scheduled this, may not publish ${collection} any more.`);
  if (req.user && !(await mayPublish(req, collection, found)))
    throw new Refusal(`${nameOf(job.input)}, who scheduled this, may not publish this document any more.`);
  await refuseOvertaken(req, job, collection, target.value);
}
