/** GET and HEAD /api/pages/{site}/{path}: who may ask, and how the answer is sent. What it says is found and composed elsewhere. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { notFound } from '../errors.js';
import { positionHeader } from '../publishing/ledger/atOnePosition.js';
import { userOf } from '../requestUser.js';
import { pageAddress, pathOfSegments } from './addresses.js';
import { type AskedPage, answerDraft, answerNow, answerThen, type Placed } from './answerPage.js';
import { acceptedFormat } from './pageFormats.js';
import { type PageQuery, parsePageQuery } from './parsePageQuery.js';
import { requireRightToPast, sitesOfPast } from './pastRights.js';
import { sendPage } from './sendPage.js';
import { addShareRoutes } from './share/shareRoutes.js';

/** Strangers are told to sign in for these; they are no public parameters. */
const forSignedIn = ['at', 'position', 'draft'];

/** The past and drafts are for people, and for keys that may read what is not public. */
function refuseUnlessAllowed(res: Response, parameters: URLSearchParams): void {
  if (!forSignedIn.some((name) => parameters.has(name))) return;
  requireRightToPast(userOf(res));
}

/** A stored path as it stands in an address: percent-encoded once, without steps upwards. */
const encodedPath = (path: string) => new URL(path, 'http://site.invalid').pathname;

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function redirect(
  res: Response,
  { path, siteSlug }: { path: string; siteSlug: string },
  search: string,
): void {
  res
    .status(301)
    .set('Location', pageAddress(siteSlug, encodedPath(path)) + search)
    .end();
}

function answer(asked: AskedPage, { draft, moment }: PageQuery, res: Response): Promise<Placed> {
  const user = userOf(res);
  const limited = { ...asked, onlySites: sitesOfPast(user) };
  if (moment) return answerThen(limited, moment);
  return draft ? answerDraft(limited, user) : answerNow(asked);
}

/** Which format is liked decides only where no parameter does. */
function queryOf(req: Request, res: Response, parameters: URLSearchParams): PageQuery {
  if (!parameters.has('format')) res.vary('Accept');
  return parsePageQuery(
    parameters,
    acceptedFormat((types) => req.accepts(types)),
  );
}

function handlePage(payload: Payload): RequestHandler<{ site: string; path: string[] }> {
  return async (req, res) => {
    const search = searchOf(req.originalUrl);
    const parameters = new URLSearchParams(search);
    refuseUnlessAllowed(res, parameters);
    const query = queryOf(req, res, parameters);
    const { path, site: siteSlug } = req.params;
    if (path.some((segment) => segment.includes('/'))) throw notFound();
    const asked = { payload, siteSlug, path: pathOfSegments(path), query };
    const { answer: found, position } = await answer(asked, query, res);
    const isPrivate = query.draft || query.moment !== undefined;
    res.set('Cache-Control', isPrivate ? 'private, no-store' : 'public, max-age=0, must-revalidate');
    res.set(positionHeader, String(position));
    if (!found) throw notFound();
    if ('movedTo' in found) redirect(res, found.movedTo, search);
    else await sendPage({ payload, req, res }, found, { view: query, isPrivate });
  };
}

/** The router of pages, mounted at /api/pages. It reads as a stranger does, unless drafts are asked for. */
export function createPagesRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  addShareRoutes(router, payload);
  router.get('/:site/*path', handlePage(payload));
  router.get('/{*elsewhere}', () => {
    throw notFound();
  });
  return router;
}
