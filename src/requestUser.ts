// Who a request was found to be from. Set by http/authenticate.ts, read by every room behind it.
import type { Response } from 'express';
import type { TypedUser } from 'payload';

/** The signed-in person or API client of this request, or null for a stranger. */
export function userOf(res: Response): TypedUser | null {
  return (res.locals.user as TypedUser | undefined) ?? null;
}
