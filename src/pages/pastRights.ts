/** Who may ask for the past, and for drafts. What was withdrawn stays withdrawn for everybody else. */
import type { TypedUser } from 'payload';
import { mayReadInternal, siteLimit } from '../../collections/access/actors.js';
import { AppError, unauthenticated } from '../errors.js';

/** The parameters that name a moment of the past. */
export const pastParameters = ['at', 'position'] as const;

/** For people, and for keys that may read what is not public. */
export const mayAskForPast = (user: TypedUser | null): boolean => user !== null && mayReadInternal({ user });

/** Throws for strangers, and for keys that may not read what is not public. */
export function requireRightToPast(user: TypedUser | null): void {
  if (!user) throw unauthenticated();
  if (mayAskForPast(user)) return;
  throw new AppError('forbidden', 403, 'This needs an API key with the scope read-drafts.');
}

/** The same, for a question that names one of these parameters: said before anything else is said of the question. */
export function requireRightTo(
  parameters: readonly string[],
  search: URLSearchParams,
  user: TypedUser | null,
): void {
  if (parameters.some((name) => search.has(name))) requireRightToPast(user);
}

/** Throws for people and keys that are limited to other sites. */
export function requireSiteOfPast(user: TypedUser | null, siteId: string): void {
  const sites = siteLimit({ user });
  if (!sites || sites.includes(siteId)) return;
  throw new AppError('forbidden', 403, 'The past of this site is for those who work on it.');
}
