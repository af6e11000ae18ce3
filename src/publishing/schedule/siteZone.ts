/** In whose time zone the times of a document are meant. */
import type { PayloadRequest } from 'payload';
import type { Doc } from '../../../collections/hooks/documentStates.js';

const idOf = (value: unknown) => String((value as { id?: unknown } | null)?.id ?? value);

async function siteOfService(req: PayloadRequest, service: unknown): Promise<string | null> {
  const found = await req.payload.db.findOne<{ id: string; site?: unknown }>({
    collection: 'services',
    req,
    where: { id: { equals: idOf(service) } },
  });
  return found?.site ? idOf(found.site) : null;
}

/** The id of the site that a document is at home on: its canonical site, else its only one; null when there are several. */
export async function homeSite(req: PayloadRequest, doc: Doc): Promise<string | null> {
  if (doc.canonicalSite) return idOf(doc.canonicalSite);
  if (Array.isArray(doc.sites) && doc.sites.length === 1) return idOf(doc.sites[0]);
  if (doc.site) return idOf(doc.site);
  return doc.service ? siteOfService(req, doc.service) : null;
}

/** The time zone of a site, named by id or slug; null when there is no such site. */
export async function zoneOfSite(req: PayloadRequest, site: string): Promise<string | null> {
  const found = await req.payload.db.findOne<{ id: string; timeZone?: string }>({
    collection: 'sites',
    req,
    where: { or: [{ id: { equals: site } }, { slug: { equals: site } }] },
  });
  return found?.timeZone ?? null;
}

/** The time zone of the site that a document is at home on; null when it is at home on none. */
export async function zoneOfDocument(req: PayloadRequest, doc: Doc): Promise<string | null> {
  const site = await homeSite(req, doc);
  return site && zoneOfSite(req, site);
}
