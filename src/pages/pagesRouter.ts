/** GET and HEAD /api/pages/{site}/{path}: finds the page or where it has moved, and answers. What it says is composed elsewhere. */
import { type RequestHandler, type Response, Router } from 'express';
import type { Payload } from 'payload';
import { notFound, unauthenticated } from '../errors.js';
import { userOf } from '../requestUser.js';
import { pageAddress } from './addresses.js';
import { composePage, type PageAnswer } from './composePage.js';
import { loadPage } from './loadPage.js';
import { type PageQuery, parsePageQuery } from './parsePageQuery.js';
import { PublishedDocuments } from './publishedDocuments.js';

/** Strangers are told to sign in for these; they are no public parameters. */
const forSignedIn = ['at', 'position', 'draft'];

interface Asked {
  payload: Payload;
  siteSlug: string;
  path: string;
  query: PageQuery;
}

type Found = { page: PageAnswer } | { movedTo: string };

/** The page in the locale asked for, else in the fallback; else the path to which it has moved. */
async function find({ path, payload, query, siteSlug }: Asked): Promise<Found> {
  const at = new Date().toISOString();
  let movedTo: string | null = null;
  for (const locale of new Set([query.locale, query.fallbackLocale ?? query.locale])) {
    const documents = new PublishedDocuments(payload, locale, at);
    const site = await documents.site(siteSlug);
    const loaded = site && (await loadPage(documents, { site, path, state: query.state }));
    if (loaded) return { page: await composePage(loaded, { at, forms: query.forms }) };
    movedTo ??= site && (await documents.redirect(site.id, path));
  }
  if (movedTo === null) throw notFound();
  return { movedTo };
}

/** A stored path as it stands in an address: percent-encoded once, without steps upwards. */
const encodedPath = (path: string) => new URL(path, 'http://site.invalid').pathname;

function sendMoved(res: Response, siteSlug: string, movedTo: string, search: string): void {
  res
    .status(301)
    .set('Location', pageAddress(siteSlug, encodedPath(movedTo)) + search)
    .end();
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function answerPage(payload: Payload): RequestHandler<{ site: string; path: string[] }> {
  return async (req, res) => {
    const search = searchOf(req.originalUrl);
    const parameters = new URLSearchParams(search);
    if (!userOf(res) && forSignedIn.some((name) => parameters.has(name))) throw unauthenticated();
    const query = parsePageQuery(parameters);
    const { path, site: siteSlug } = req.params;
    if (path.some((segment) => segment.includes('/'))) throw notFound();
    const found = await find({ payload, siteSlug, path: `/${path.join('/')}`, query });
    res.set('Cache-Control', 'public, max-age=0, must-revalidate');
    if ('movedTo' in found) sendMoved(res, siteSlug, found.movedTo, search);
    else res.json(found.page);
  };
}

/** The router of pages, mounted at /api/pages. It reads as a stranger does, whoever asks. */
export function createPagesRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.get('/:site/*path', answerPage(payload));
  router.get('/{*elsewhere}', () => {
    throw notFound();
  });
  return router;
}
