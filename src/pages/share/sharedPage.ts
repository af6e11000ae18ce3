/** Makes share links, and finds the one revision that a link shows. */
import type { Payload, TypedUser } from 'payload';
import { notFound } from '../../errors.js';
import { neverKeep } from '../../freshness/reads.js';
import { latestPosition } from '../../publishing/ledger/positions.js';
import { wasTakenDown } from '../../publishing/ledger/takenDown.js';
import { readPath } from '../addresses.js';
import { type ComposedPage, compose } from '../answerPage.js';
import { newestDraft, oneVersion } from '../contentVersions.js';
import { viewOf } from '../contentView.js';
import { LedgerDocuments } from '../ledgerDocuments.js';
import { type LoadedPage, loadPageOf } from '../loadPage.js';
import { isOnSite } from '../onSite.js';
import type { PageView } from '../parsePageQuery.js';
import { requireSiteOfPast } from '../pastRights.js';
import type { ShareRequest } from './parseShareRequest.js';
import { makeShareToken, readShareToken, type SharedRevision } from './shareToken.js';

interface Asking {
  payload: Payload;
  user: TypedUser | null;
}

const day = 86_400_000;

async function draftAt(
  asking: Asking,
  { locale, path, site: slug }: ShareRequest,
  documents: LedgerDocuments,
) {
  const site = await documents.site(slug);
  if (!site) throw notFound();
  requireSiteOfPast(asking.user, site.id);
  for (const { kind, slug: name } of readPath(path, site)) {
    const draft = await newestDraft({ ...asking, locale }, kind, name);
    if (draft && isOnSite(draft.doc, site.id)) return draft;
  }
  throw notFound();
}

/**
 * The address that shows the newest draft at this path, of what the user may read, as the page is now; ISO 8601 of its end.
 * Throws not_found where there is no page.
 */
export async function sharePage(
  { payload, user }: Asking,
  request: ShareRequest,
): Promise<{ url: string; expiresAt: string }> {
  const moment = { at: new Date().toISOString(), position: await latestPosition(payload) };
  const documents = new LedgerDocuments(payload, request.locale, moment);
  const { kind, versionId } = await draftAt({ payload, user }, request, documents);
  const expiresAt = new Date(Date.parse(moment.at) + request.days * day).toISOString();
  const { locale, site: siteSlug, state } = request;
  const shared = { ...moment, expiresAt, kind, locale, siteSlug, state, versionId };
  const token = makeShareToken(shared, payload.secret);
  return { url: `${payload.config.serverURL}/api/pages/shared/${token}`, expiresAt };
}

async function load(payload: Payload, shared: SharedRevision): Promise<LoadedPage | null> {
  const { at, locale, position, siteSlug, state } = shared;
  const documents = new LedgerDocuments(payload, locale, { at, position });
  const [site, version] = await Promise.all([
    documents.site(siteSlug),
    oneVersion({ payload, locale }, shared),
  ]);
  if (!site || !version) return null;
  // what goes dark takes its links with it
  const dark = [site.id, version.doc.id].map((id) => wasTakenDown(payload, id, { locale, position }));
  if ((await Promise.all(dark)).includes(true)) return null;
  return loadPageOf(documents, viewOf(version.kind, version.doc), { site, state });
}

/** The revision that a token shows, composed as it was when it was shared; null when the token opens nothing (any more). */
export async function findShared(
  payload: Payload,
  token: string,
  view: PageView,
): Promise<{ composed: ComposedPage; position: number } | null> {
  neverKeep(); // a link ends by itself
  const shared = readShareToken(token, payload.secret);
  const loaded = shared && (await load(payload, shared));
  if (!loaded) return null;
  return { composed: await compose(loaded, shared.at, view), position: shared.position };
}
