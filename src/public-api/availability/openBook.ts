/** The book that a question is answered from: as it is now, also for what is to come, or of the past for those who may. */
import type { Payload, TypedUser } from 'payload';
import { neverKeep } from '../../freshness/reads.js';
import { type AskedMoment, findMoment } from '../../pages/askedMoment.js';
import { mayAskForPast, requireRightToPast, requireSiteOfPast } from '../../pages/pastRights.js';
import { bookNow, bookThen } from './availabilityBook.js';
import type { BookInLocale } from './bookInLocale.js';
import { type FoundServices, findServices } from './findServices.js';
import type { AskedServices } from './parseAvailabilityQuery.js';

interface Asking {
  payload: Payload;
  /** Null for strangers. */
  user: TypedUser | null;
}

interface OpenBook {
  book: BookInLocale;
  /** ISO 8601: the moment that is asked about. */
  at: string;
  /** The position of the ledger that the book is of. */
  position: number;
  isPast: boolean;
}

/**
 * How far the clock of a stranger may be behind ours, and the way take, in milliseconds: such a moment is meant as now. Those
 * who may ask for the past get the moment that they say.
 */
const clockSkew = 60_000;

/** What will be said at a later moment, as things stand, is for everybody: now, or the moment still to come. */
function presentOrLater(moment: AskedMoment | undefined, skew: number): string | undefined {
  const now = new Date().toISOString();
  if (moment === undefined) return now;
  const { at, position } = moment;
  if (at === undefined || position !== undefined) return undefined;
  if (Date.parse(at) < Date.parse(now) - skew) return undefined;
  // one form, UTC to the millisecond: they compare as texts
  return [at, now].sort().at(-1);
}

/** Throws what `requireRightToPast` and `findMoment` throw, for the past only. */
export async function openBook({ payload, user }: Asking, query: AskedServices): Promise<OpenBook> {
  const { locale, moment } = query;
  if (moment) neverKeep(); // what is still to come is past one day
  const at = presentOrLater(moment, mayAskForPast(user) ? 0 : clockSkew);
  if (moment === undefined || at !== undefined) {
    const { in: books, position } = await bookNow(payload);
    return { book: books[locale], at: at ?? new Date().toISOString(), position, isPast: false };
  }
  requireRightToPast(user);
  const past = await findMoment(payload, moment);
  return { book: await bookThen(payload, locale, past), ...past, isPast: true };
}

/** What is asked about, in an open book. Throws what `findServices` throws, and forbidden for another site's past. */
export function findIn(
  { book, isPast }: OpenBook,
  query: AskedServices,
  user: TypedUser | null,
): FoundServices {
  const found = findServices(book, query);
  if (isPast) requireSiteOfPast(user, found.site.id);
  return found;
}
