/** Who is asking: turns Payload's `req.user` into columns of the access table. */
import type { Where } from 'payload';
import {
  type Action,
  type Actor,
  type CollectionKey,
  type Role,
  rightsOf,
  type Scope,
} from './accessTable.js';

/** What we need to know of a signed-in person or an API client. */
export interface SignedIn {
  id: string;
  collection: 'users' | 'api-clients';
  role?: Role;
  scopes?: Scope[];
  sites?: (string | { id: string })[] | null;
  enabled?: boolean | null;
  expiresAt?: string | null;
}

type WithUser = { user?: unknown };

/** The signed-in person or client of a request; null for strangers and for clients that are off or expired. */
export function signedIn(req: WithUser): SignedIn | null {
  const user = req.user as SignedIn | null | undefined;
  if (!user) return null;
  if (user.collection !== 'api-clients') return user;
  const isExpired = Boolean(user.expiresAt && new Date(user.expiresAt).getTime() <= Date.now());
  return user.enabled === false || isExpired ? null : user;
}

/** The columns of the access table that hold for this request. Empty for strangers. */
export function actorsOf(req: WithUser): Actor[] {
  const user = signedIn(req);
  if (!user) return [];
  if (user.collection === 'users') return user.role ? [user.role] : [];
  return (user.scopes ?? []).map((scope): Actor => `client:${scope}`);
}

/** True when the table gives this request the right. */
export function mayDo(req: WithUser, collection: CollectionKey, action: Action): boolean {
  return rightsOf(actorsOf(req), collection).has(action);
}

/** The ids of the sites that a person or client is limited to; null when there is no limit. */
export function siteLimit(req: WithUser): string[] | null {
  const sites = signedIn(req)?.sites ?? [];
  const ids = sites.map((site) => (typeof site === 'string' ? site : site.id));
  return ids.length > 0 ? ids : null;
}

/** True for people, and for clients that may read drafts: they see fields that are not public. */
export function mayReadInternal(req: WithUser): boolean {
  const user = signedIn(req);
  if (!user) return false;
  return user.collection === 'users' || Boolean(user.scopes?.some((scope) => scope !== 'read'));
}

/** Joins constraints; an empty list constrains nothing. */
export function allOf(constraints: Where[]): Where | true {
  if (constraints.length === 0) return true;
  return constraints.length === 1 ? (constraints[0] as Where) : { and: constraints };
}
