/** GET and HEAD /api/disclaimers/resolve: how the answer is sent. What it says is found elsewhere. */
import { type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import { positionHeader } from '../../publishing/ledger/atOnePosition.js';
import { userOf } from '../../requestUser.js';
import { asJson, sendAnswer } from '../../sendAnswer.js';
import type { MovedTo } from '../findMoved.js';
import { mayAskForPast, requireRightToPast } from '../pastRights.js';
import { parseResolveQuery } from './parseResolveQuery.js';
import { resolveDisclaimers } from './resolveDisclaimers.js';

/** Strangers are told to sign in for these before anything else is said of them. */
const forSignedIn = ['at', 'position'];

/** The same question about the place to which the page has moved. */
function addressOf({ path, siteSlug }: MovedTo, asked: URLSearchParams): string {
  const parameters = new URLSearchParams(asked);
  parameters.set('site', siteSlug);
  parameters.set('path', path);
  return `/api/disclaimers/resolve?${parameters}`;
}

function handleResolve(payload: Payload): RequestHandler {
  return async (req, res) => {
    const url = req.originalUrl;
    const search = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
    const user = userOf(res);
    if (!mayAskForPast(user) && forSignedIn.some((name) => search.has(name))) requireRightToPast(user);
    const query = parseResolveQuery(search);
    const { answer, position } = await resolveDisclaimers({ payload, user }, query);
    const isPast = query.moment !== undefined;
    res.set(positionHeader, String(position));
    if ('resolved' in answer) return sendAnswer({ req, res }, asJson(answer.resolved), { isPrivate: isPast });
    res.set('Cache-Control', isPast ? 'private, no-store' : 'public, max-age=0, must-revalidate');
    res.status(301).set('Location', addressOf(answer.movedTo, search)).end();
  };
}

/** Mounted at /api/disclaimers, before what would take its name for an id. Calls next() for everything else. */
export function createResolveRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/resolve', handleResolve(payload));
  return router;
}
