// Who is asking: an API key or token in Authorization, or the admin's cookie. Decides nothing about rights.
import type { Request, RequestHandler } from 'express';
import { executeAuthStrategies, type Payload, type TypedUser } from 'payload';
import { signedIn } from '../../collections/access/actors.js';
import { AppError } from '../errors.js';
import { toWebHeaders } from './webRequest.js';

/**
 * Sets `res.locals.user`. A wrong or expired Authorization header is refused with 401, so that a program notices; a
 * wrong or expired cookie makes a stranger, so that a browser can sign in again.
 */
export function authenticate(payload: Payload): RequestHandler {
  return async (req, res, next) => {
    res.locals.user = hasAuthorization(req)
      ? await findAuthorized(payload, req)
      : await findUser(payload, req);
    next();
  };
}

function hasAuthorization(req: Request): boolean {
  return req.headers.authorization !== undefined;
}

async function findAuthorized(payload: Payload, req: Request): Promise<TypedUser> {
  // One credential per request: a cookie beside it never stands in for a wrong header.
  delete req.headers.cookie;
  const user = isKnownScheme(payload, req.headers.authorization ?? '') ? await findUser(payload, req) : null;
  if (user) return user;
  throw new AppError(
    'invalid_credentials',
    401,
    'The token or API key in Authorization is wrong or has expired.',
  );
}

/** `JWT <token>`, or `<collection> API-Key <key>` for collections that have API keys. */
function isKnownScheme(payload: Payload, authorization: string): boolean {
  if (/^JWT \S+$/.test(authorization)) return true;
  const slug = /^([a-z0-9-]+) API-Key \S+$/.exec(authorization)?.[1];
  if (!slug || !Object.hasOwn(payload.collections, slug)) return false;
  return Boolean(payload.collections[slug as keyof typeof payload.collections]?.config.auth?.useAPIKey);
}

async function findUser(payload: Payload, req: Request): Promise<TypedUser | null> {
  if (!hasAuthorization(req) && !req.headers.cookie) return null;
  const headers = toWebHeaders(req);
  headers.set('DisableAutologin', 'true');
  const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload });
  // clients that are switched off or whose time is over count as nobody
  return signedIn({ user }) ? (user as TypedUser) : null;
}
