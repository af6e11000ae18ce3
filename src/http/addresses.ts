// Addresses in one form: what is decided by a path here is what Payload sees there.
import type { RequestHandler } from 'express';
import type { Collection, Payload } from 'payload';
import { AppError, notFound } from '../errors.js';

/** The decoded segments of a path. Throws 400 for malformed percent-encoding, 404 for dots and empty segments. */
export function segmentsOf(path: string): string[] {
  return path.split('/').slice(1).map(decodeSegment).filter(isMeant);
}

/** The path made of these segments, always encoded in the same way. */
export function pathOf(segments: string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** Refuses malformed paths and rewrites /api/… to its one form: no trailing slash, no needless encoding. */
export const normalizePath: RequestHandler = (req, _res, next) => {
  const [path = '', ...query] = req.url.split('?');
  const segments = segmentsOf(path.replace(/\/+$/, '') || '/');
  if (segments[0] === 'api') {
    if (segments.some((segment) => segment === '')) throw notFound();
    req.url = [pathOf(segments), ...(query.length ? [query.join('?')] : [])].join('?');
  }
  next();
};

/** Whether the first segment of an API path names something of ours, whoever may use it. */
export function isKnownAddress(payload: Payload, [first = '']: string[]): boolean {
  return isCollection(payload, first) || isRootEndpoint(payload, first);
}

/** payload.collections is a plain object: `constructor` and `__proto__` are no collections. */
export function isCollection(payload: Payload, slug: string): boolean {
  return Object.hasOwn(payload.collections, slug) && collectionOf(payload, slug).config.endpoints !== false;
}

/** Only after isCollection(). */
export function collectionOf(payload: Payload, slug: string): Collection {
  return (payload.collections as Record<string, Collection>)[slug] as Collection;
}

function isRootEndpoint(payload: Payload, first: string): boolean {
  return payload.config.endpoints.some(({ path }) => path.split('/')[1] === first);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AppError('bad_request', 400, 'The address has malformed percent-encoding.');
  }
}

function isMeant(segment: string): boolean {
  // `new URL()` would resolve these, so a path could be checked as one address and answered as another.
  if (segment === '.' || segment === '..' || segment.includes('\0')) throw notFound();
  return true;
}
