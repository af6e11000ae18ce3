/** GET and HEAD /api/sites/{site}, its manifest, sitemap and feeds: the same for everybody, and the past for those who may. */
import { type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import { isUuid } from '../../../collections/fields/idField.js';
import { pastParameters, requireRightTo } from '../../pages/pastRights.js';
import type { Placed } from '../../pages/readAt.js';
import type { AskedSite } from '../../pages/sites/readSite.js';
import { searchOf } from '../../parameters.js';
import { positionHeader } from '../../publishing/ledger/atOnePosition.js';
import { userOf } from '../../requestUser.js';
import { sendAnswer } from '../../sendAnswer.js';
import { readKept, type Timed } from './keptAnswers.js';
import { asksForDocument } from './ofDocument.js';
import { type SiteQuestion, siteQuestions } from './siteAnswers.js';

type SiteHandler = RequestHandler<{ site: string }>;

/** The past is composed anew each time; the present is kept while nothing is published. */
function answerOf(name: string, { answer }: SiteQuestion, asked: AskedSite): Promise<Placed<Timed>> {
  const { payload, query, site } = asked;
  if (query.moment) return answer(asked);
  return readKept(payload, JSON.stringify([name, site, query.locales]), () => answer(asked));
}

function handle(payload: Payload, name: string, question: SiteQuestion): SiteHandler {
  return async (req, res) => {
    const user = userOf(res);
    const search = new URLSearchParams(searchOf(req.originalUrl));
    requireRightTo(pastParameters, search, user);
    const query = question.parse(search);
    const asked = { payload, user, site: req.params.site, query };
    const { answer, position } = await answerOf(name, question, asked);
    // it took too long, and 503 has been said: what was made is kept for who asks next
    if (res.headersSent) return;
    res.setHeader(positionHeader, String(position));
    sendAnswer({ req, res }, answer.shown, { isPrivate: query.moment !== undefined });
  };
}

/** What Payload has at these places is no site. */
const places = new Set(['count', 'versions']);

/** Its document alone goes to who asks as Payload has it, and to signed-in people and keys that ask by id. */
const leaveDocuments: SiteHandler = (req, res, next) => {
  const search = new URLSearchParams(searchOf(req.originalUrl));
  const isForPayload =
    asksForDocument(search) ||
    (userOf(res) !== null && isUuid(req.params.site) && !pastParameters.some((name) => search.has(name)));
  return isForPayload || places.has(req.params.site) ? next('router') : next();
};

/** Mounted at /api/sites. Leaves lists, and what Payload answers itself, to the routers after it. */
export function createSitesRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/:site', leaveDocuments);
  for (const [name, question] of Object.entries(siteQuestions)) {
    router.get(name === '' ? '/:site' : `/:site/${name}`, handle(payload, name, question) as RequestHandler);
  }
  return router;
}
