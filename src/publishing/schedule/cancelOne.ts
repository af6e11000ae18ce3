/** Cancels what has not run. Its row goes; that it was there stays in the audit log of the document. */
import { createLocalReq, type PayloadRequest } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { appendAudit } from '../../../collections/hooks/recordInAudit.js';
import { withinTransaction } from '../../database/inTransaction.js';
import { retryWriteConflicts } from '../../database/retryWriteConflicts.js';
import { AppError, notFound } from '../../errors.js';
import { actionOf, plannedFor, type ScheduleEntry, type ScheduleJob, type State, stateOf } from './entry.js';
import { findJob, isScheduled, isUntouched } from './jobs.js';
import { findEntry } from './listEntries.js';
import { findDocument, mayPublish } from './rights.js';

const tooLate: Record<State, string> = {
  due: 'It cannot be cancelled just now; try again.',
  running: 'It is running at this moment; it cannot be cancelled any more.',
  done: 'It has been done already; there is nothing left to cancel.',
  failed: 'It has failed and will not run again; there is nothing left to cancel.',
};

async function remove(req: PayloadRequest, job: ScheduleJob): Promise<void> {
  const { payload } = req;
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    req,
    where: { and: [{ id: { equals: job.id } }, isScheduled, ...isUntouched] },
  });
  const left = await findJob({ payload, req }, job.id);
  if (left) throw new AppError('conflict', 409, tooLate[stateOf(left)]);
  const { doc, locale, timezone, title } = job.input;
  await appendAudit(req, {
    ...{
      action: 'update',
      collectionSlug: doc?.relationTo ?? '',
      documentId: doc?.value ?? '',
      title,
      locale,
    },
    changes: [
      {
        field: 'schedule',
        from: { action: actionOf(job.input), at: plannedFor(job), timeZone: timezone },
        to: null,
      },
    ],
  });
}

/** The entry that was cancelled. Throws 404 for what is not there or not to be known, 403 where the right to publish is missing, 409 when it is too late. */
export async function cancelOne(req: PayloadRequest, id: string): Promise<ScheduleEntry> {
  const entry = await findEntry(req, id);
  const job = await findJob(req, id);
  if (!job) throw notFound();
  const { relationTo = '', value = '' } = job.input.doc ?? {};
  const found = await findDocument(req, relationTo, value);
  if (found && !(await mayPublish(req, relationTo as CollectionKey, found)))
    throw new AppError(
      'forbidden',
      403,
      'You may not publish this document, so you cannot change its schedule.',
    );
  await retryWriteConflicts(async () => {
    const own = await createLocalReq({ user: req.user ?? undefined }, req.payload);
    await withinTransaction(own, () => remove(own, job));
  });
  return entry;
}
