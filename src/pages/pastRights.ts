/** Who may ask for the past. What was withdrawn stays withdrawn for everybody else. */
import type { TypedUser } from 'payload';
import { mayReadInternal, siteLimit } from '../../collections/access/actors.js';
import { AppError, unauthenticated } from '../errors.js';

/** For people, and for keys that may read what is not public. */
export const mayAskForPast = (user: TypedUser | null): boolean => user !== null && mayReadInternal({ user });

/** Throws for strangers, and for keys that may not read what is not public. */
export function requireRightToPast(user: TypedUser | null): void {
  if (!user) throw unauthenticated();
  if (mayAskForPast(user)) return;
  throw new AppError('forbidden', 403, 'This needs an API key with the scope read-drafts.');
}

/** The ids of the sites whose past this person or key may ask for; null for all. */
export const sitesOfPast = (user: TypedUser | null): string[] | null => siteLimit({ user });

/** Throws where `onlySites` leaves the site out; null and undefined leave none out. */
export function requireSiteOfPast(onlySites: readonly string[] | null | undefined, siteId: string): void {
  if (!onlySites || onlySites.includes(siteId)) return;
  throw new AppError('forbidden', 403, 'The past of this site is for those who work on it.');
}
