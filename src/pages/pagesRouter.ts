/** GET and HEAD /api/pages/{site}/{path}: who may ask, and how the answer is sent. What it says is found and composed elsewhere. */
import { type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { notFound } from '../errors.js';
import { positionHeader } from '../publishing/ledger/atOnePosition.js';
import { userOf } from '../requestUser.js';
import { pageAddress, pathOfSegments } from './addresses.js';
import { answerNow, answerThen, type Found } from './answerPage.js';
import { parsePageQuery } from './parsePageQuery.js';
import { requireRightToPast, sitesOfPast } from './pastRights.js';

/** Strangers are told to sign in for these; they are no public parameters. */
const forSignedIn = ['at', 'position', 'draft'];

/** The past is for people, and for keys that may read what is not public. */
function refuseUnlessAllowed(res: Response, parameters: URLSearchParams): void {
  if (!forSignedIn.some((name) => parameters.has(name))) return;
  requireRightToPast(userOf(res));
}

/** A stored path as it stands in an address: percent-encoded once, without steps upwards. */
const encodedPath = (path: string) => new URL(path, 'http://site.invalid').pathname;

function send(res: Response, found: Found, search: string): void {
  if (!found) throw notFound();
  if ('page' in found) {
    res.json(found.page);
    return;
  }
  const { path, siteSlug } = found.movedTo;
  res
    .status(301)
    .set('Location', pageAddress(siteSlug, encodedPath(path)) + search)
    .end();
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function handlePage(payload: Payload): RequestHandler<{ site: string; path: string[] }> {
  return async (req, res) => {
    const search = searchOf(req.originalUrl);
    const parameters = new URLSearchParams(search);
    refuseUnlessAllowed(res, parameters);
    const { moment, ...query } = parsePageQuery(parameters);
    const { path, site: siteSlug } = req.params;
    if (path.some((segment) => segment.includes('/'))) throw notFound();
    const asked = { payload, siteSlug, path: pathOfSegments(path), query };
    const onlySites = sitesOfPast(userOf(res));
    const { answer, position } = await (moment
      ? answerThen({ ...asked, onlySites }, moment)
      : answerNow(asked));
    res.set('Cache-Control', moment ? 'private, no-store' : 'public, max-age=0, must-revalidate');
    res.set(positionHeader, String(position));
    send(res, answer, search);
  };
}

/** The router of pages, mounted at /api/pages. It reads as a stranger does, whoever asks. */
export function createPagesRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/:site/*path', handlePage(payload));
  router.get('/{*elsewhere}', () => {
    throw notFound();
  });
  return router;
}
