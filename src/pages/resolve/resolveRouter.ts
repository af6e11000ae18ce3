/** GET and HEAD /api/disclaimers/resolve: how the answer is sent. What it says is found elsewhere. */
import { type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import { searchOf } from '../../parameters.js';
import { positionHeader } from '../../publishing/ledger/atOnePosition.js';
import { userOf } from '../../requestUser.js';
import { asJson, sendAnswer, sendMoved } from '../../sendAnswer.js';
import { spellSearch } from '../../spelling/spellSearch.js';
import type { MovedTo } from '../findMoved.js';
import { pastParameters, requireRightTo } from '../pastRights.js';
import { parseResolveQuery, resolveSpellings } from './parseResolveQuery.js';
import { resolveDisclaimers } from './resolveDisclaimers.js';

/** The same question about the place to which the page has moved, in one spelling. */
function addressOf({ path, siteSlug }: MovedTo, asked: URLSearchParams): string {
  const parameters = new URLSearchParams(asked);
  parameters.set('site', siteSlug);
  parameters.set('path', path);
  const search = spellSearch(resolveSpellings, String(parameters))?.search ?? parameters;
  return `/api/disclaimers/resolve?${search}`;
}

function handleResolve(payload: Payload): RequestHandler {
  return async (req, res) => {
    const search = new URLSearchParams(searchOf(req.originalUrl));
    const user = userOf(res);
    requireRightTo(pastParameters, search, user);
    const query = parseResolveQuery(search);
    const { answer, position } = await resolveDisclaimers({ payload, user }, query);
    const keeping = { isPrivate: query.moment !== undefined };
    res.set(positionHeader, String(position));
    if ('resolved' in answer) sendAnswer({ req, res }, asJson(answer.resolved), keeping);
    else sendMoved(res, addressOf(answer.movedTo, search), keeping);
  };
}

/** Mounted at /api/disclaimers, before what would take its name for an id. Calls next() for everything else. */
export function createResolveRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/resolve', handleResolve(payload));
  return router;
}
