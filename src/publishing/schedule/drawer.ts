/**
 * What the drawer on a document asks of the server, in place of Payload's own functions: those let everybody who can open
 * the admin schedule and cancel anything, and queue an empty job with every cancelling.
 */
import type { PayloadRequest, ServerFunction } from 'payload';
import { AppError } from '../../errors.js';
import { cancelOne } from './cancelOne.js';
import { actionOf } from './entry.js';
import { dueFor } from './listEntries.js';
import { requirePublishable } from './rights.js';
import { scheduleOne } from './scheduleOne.js';

interface DrawerArgs {
  collectionSlug?: string;
  date?: Date | string;
  deleteID?: string;
  doc?: { relationTo: string; value: string };
  id?: string;
  localeToPublish?: string;
  req: PayloadRequest;
  timezone?: string;
  type?: string;
}

function requirePerson(req: PayloadRequest): void {
  if (req.user?.collection !== 'users') throw new AppError('unauthenticated', 401, 'Sign in first.');
}

/** Throws when it cannot be done, so that the drawer says so. No language chosen means “All”, as the drawer shows it. */
const schedule: ServerFunction = async (given) => {
  const { date, deleteID, doc, localeToPublish, req, timezone, type } = given as unknown as DrawerArgs;
  requirePerson(req);
  if (deleteID) {
    await cancelOne(req, String(deleteID));
    return { message: req.t('general:success') };
  }
  await scheduleOne(req, {
    ...{ collection: doc?.relationTo, id: doc?.value, action: type ?? 'publish' },
    ...{ at: date && new Date(date).toISOString(), timeZone: timezone || undefined },
    locale: localeToPublish ?? 'all',
  });
  return { message: req.t('general:success') };
};

const upcoming: ServerFunction = async (given) => {
  const { collectionSlug = '', id, req } = given as unknown as DrawerArgs;
  requirePerson(req);
  await requirePublishable(req, collectionSlug as 'articles', String(id));
  return (await dueFor(req, collectionSlug, String(id))).map((job) => ({
    id: job.id,
    input: { type: actionOf(job.input), locale: job.input.locale, timezone: job.input.timezone },
    waitUntil: job.waitUntil,
  }));
};

export const drawerFunctions: Record<string, ServerFunction> = {
  'get-upcoming-scheduled-publish': upcoming,
  'schedule-publish': schedule,
};
