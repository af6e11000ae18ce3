/** Whoever may publish a document may schedule it, see what is scheduled for it, and cancel that. Nobody else. */
import type { PayloadRequest, Where } from 'payload';
import { hasScheduledPublishEnabled } from 'payload/shared';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { mayDo, siteLimit } from '../../../collections/access/actors.js';
import { type Doc, latestState } from '../../../collections/hooks/documentStates.js';
import { AppError, notFound } from '../../errors.js';

/** True for collections where publishing is an act of its own. */
export function isSchedulable(
  { payload }: Pick<PayloadRequest, 'payload'>,
  slug: unknown,
): slug is CollectionKey {
  return payload.config.collections.some((each) => each.slug === slug && hasScheduledPublishEnabled(each));
}

/** Collections in which this person or client may publish, of those where publishing is an act of its own. */
export function publishableCollections(req: PayloadRequest): CollectionKey[] {
  return req.payload.config.collections
    .filter((collection) => hasScheduledPublishEnabled(collection))
    .map(({ slug }) => slug as CollectionKey)
    .filter((slug) => mayDo(req, slug, 'publish'));
}

interface Found {
  /** The row that readers see when it is published; else the draft. */
  doc: Doc;
  /** What publishing would take live. */
  latest: Doc;
}

/** Whether anything of the document may be known to whoever asks. */
async function isVisible(req: PayloadRequest, collection: CollectionKey, id: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: collection as 'articles',
    overrideAccess: false,
    req,
    trash: true,
    where: { id: { equals: id } },
  });
  return totalDocs > 0;
}

/** The document in every language, in the trash or not; null when there is none. */
export async function findDocument(
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<Found | null> {
  const doc = await req.payload.db.findOne<Doc>({
    collection: collection as 'articles',
    locale: 'all',
    req,
    where: { id: { equals: id } },
  });
  if (!doc) return null;
  const { flattenedFields: fields, slug } = req.payload.collections[collection as 'articles'].config;
  const latest = await latestState(id, { fields, locale: 'all', req, slug });
  return { doc, latest: latest?.doc ?? doc };
}

/** The document, for somebody who may read its drafts or what is public of it; else null. */
export async function findVisible(
  req: PayloadRequest,
  collection: CollectionKey,
  id: string,
): Promise<Found | null> {
  return (await isVisible(req, collection, id)) ? findDocument(req, collection, id) : null;
}

const idOf = (value: unknown) => String((value as { id?: unknown } | null)?.id ?? value);

/** What is shown on other sites too is not for people who are limited to some; see collections/hooks/keepWithinSites.ts. */
function reachesBeyond({ doc, latest }: Found, limit: string[]): boolean {
  return [doc, latest].some(({ sites }) => {
    if (!Array.isArray(sites)) return false;
    return sites.length === 0 || sites.some((site) => !limit.includes(idOf(site)));
  });
}

/** True when the access rules let this person or client publish this very document. */
export async function mayPublish(
  req: PayloadRequest,
  collection: CollectionKey,
  found: Found,
): Promise<boolean> {
  if (!mayDo(req, collection, 'publish')) return false;
  const limit = siteLimit(req);
  if (limit && reachesBeyond(found, limit)) return false;
  const { access } = req.payload.collections[collection as 'articles'].config;
  const allowed = await access.update({ data: { _status: 'published' }, id: found.doc.id, req });
  if (typeof allowed === 'boolean') return allowed;
  const { totalDocs } = await req.payload.count({
    collection: collection as 'articles',
    overrideAccess: true,
    req,
    trash: true,
    where: { and: [{ id: { equals: found.doc.id } }, allowed as Where] },
  });
  return totalDocs > 0;
}

/** The document, for somebody who may publish it. Throws 404 for what they may not know of, 403 for what they may only see. */
export async function requirePublishable(
  req: PayloadRequest,
  collection: CollectionKey,
  id: string,
): Promise<Found> {
  const found = await findVisible(req, collection, id);
  if (!found) throw notFound();
  if (await mayPublish(req, collection, found)) return found;
  throw new AppError('forbidden', 403, 'You may not publish this document, so you cannot schedule it.');
}
