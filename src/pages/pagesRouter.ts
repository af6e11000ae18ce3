/** GET and HEAD /api/pages/{site}/{path}: who may ask, and how the answer is sent. What it says is found and composed elsewhere. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { gone, notFound } from '../errors.js';
import { searchOf } from '../parameters.js';
import { positionHeader } from '../publishing/ledger/atOnePosition.js';
import { userOf } from '../requestUser.js';
import { sendMoved } from '../sendAnswer.js';
import { spellSearch } from '../spelling/spellSearch.js';
import { pageAddress, pathOfSegments } from './addresses.js';
import { answerPage, isForSignedIn } from './answerPage.js';
import type { MovedTo } from './findMoved.js';
import { acceptedFormat } from './pageFormats.js';
import { type PageQuery, pageSpellings, parsePageQuery } from './parsePageQuery.js';
import { pastParameters, requireRightTo } from './pastRights.js';
import { sendPage } from './sendPage.js';
import { addShareRoutes } from './share/shareRoutes.js';
import { wasTakenDownHere } from './takenDownHere.js';

const forSignedIn = [...pastParameters, 'draft'];

/** A stored path as it stands in an address: percent-encoded once, without steps upwards. */
const encodedPath = (path: string) => new URL(path, 'http://site.invalid').pathname;

/** With what was asked, in one spelling, so that equal questions have equal answers; what only the signed-in may say comes last. */
function addressOf({ path, siteSlug }: MovedTo, search: string): string {
  const given = new URLSearchParams(search);
  const ofSignedIn = new URLSearchParams([...given].filter(([name]) => forSignedIn.includes(name)));
  for (const name of forSignedIn) given.delete(name);
  const ofAll = spellSearch(pageSpellings, given.toString())?.search ?? given.toString();
  const asked = [ofAll, ofSignedIn.toString()].filter(Boolean).join('&');
  return pageAddress(siteSlug, encodedPath(path)) + (asked && `?${asked}`);
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
    const user = userOf(res);
    requireRightTo(forSignedIn, parameters, user);
    const query = queryOf(req, res, parameters);
    const { path, site: siteSlug } = req.params;
    if (path.some((segment) => segment.includes('/'))) throw notFound();
    const asked = { payload, user, siteSlug, path: pathOfSegments(path), query };
    const { answer: found, position } = await answerPage(asked);
    const isPrivate = isForSignedIn(query);
    res.set(positionHeader, String(position));
    if (!found) throw !query.draft && (await wasTakenDownHere(asked, position)) ? gone() : notFound();
    if ('movedTo' in found) return sendMoved(res, addressOf(found.movedTo, search), { isPrivate });
    await sendPage({ payload, req, res }, found, { view: query, isPrivate });
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
