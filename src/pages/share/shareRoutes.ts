/** POST /api/pages/share makes a link for whoever may read drafts; GET /api/pages/shared/{token} shows its revision to anybody. */
import { json, type RequestHandler, type Router } from 'express';
import type { Payload } from 'payload';
import { AppError, notFound } from '../../errors.js';
import { searchOf } from '../../parameters.js';
import { positionHeader } from '../../publishing/ledger/atOnePosition.js';
import { userOf } from '../../requestUser.js';
import { acceptedFormat } from '../pageFormats.js';
import { parsePageView } from '../parsePageQuery.js';
import { requireRightToPast } from '../pastRights.js';
import { sendPage } from '../sendPage.js';
import { parseShareRequest } from './parseShareRequest.js';
import { findShared, sharePage } from './sharedPage.js';

const closed = () =>
  new AppError(
    'not_found',
    404,
    'This link shows nothing: it has expired, is not whole, or what it showed was taken down. Ask for a new one.',
  );

const requireRight: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'private, no-store');
  requireRightToPast(userOf(res));
  next();
};

function handleShare(payload: Payload): RequestHandler {
  return async (req, res) => {
    res.json(await sharePage({ payload, user: userOf(res) }, parseShareRequest(req.body)));
  };
}

function handleShared(payload: Payload): RequestHandler<{ token: string }> {
  return async (req, res) => {
    const search = new URLSearchParams(searchOf(req.originalUrl));
    if (!search.has('format')) res.vary('Accept');
    const view = parsePageView(
      search,
      acceptedFormat((types) => req.accepts(types)),
    );
    res.setHeader('X-Robots-Tag', 'noindex');
    // the address is the key: no page that is opened from here is told it
    res.setHeader('Referrer-Policy', 'no-referrer');
    const found = await findShared(payload, req.params.token, view);
    if (!found) throw closed();
    res.setHeader(positionHeader, String(found.position));
    await sendPage({ payload, req, res }, found.composed, { view, isPrivate: true });
  };
}

/** Before the pages themselves: no page stands right below its site. */
export function addShareRoutes(router: Router, payload: Payload): void {
  router.post('/share', requireRight, json({ limit: '10kb' }), handleShare(payload));
  router.get('/shared/:token', handleShared(payload));
  router.get('/share', () => {
    throw notFound();
  });
}
