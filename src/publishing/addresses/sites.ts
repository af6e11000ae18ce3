/** Sites as redirects need them: where their pages stand, stood, and under which host names. */
import type { Payload, PayloadRequest, Where } from 'payload';
import type { FormerPrefix, PageSite } from '../../pages/addresses.js';

/** A request inside the transaction that is written in. */
export interface Place {
  payload: Payload;
  req: PayloadRequest;
}

export interface SiteRow extends PageSite {
  id: string;
  live?: boolean | null;
  url?: string | null;
  domains?: { host: string }[] | null;
  formerPrefixes?: FormerPrefix[] | null;
}

/** A path on a site; `site` is its id. */
export interface Address {
  site: string;
  path: string;
}

/** Tells addresses apart. */
export const keyOf = ({ path, site }: Address): string => `${site} ${path}`;

/** These sites, or all of them, live or not, in the order of their slugs. */
export async function readSites({ payload, req }: Place, ids?: readonly string[]): Promise<SiteRow[]> {
  const where: Where = ids ? { id: { in: [...new Set(ids)] } } : {};
  const { docs } = await payload.db.find<SiteRow>({
    ...{ collection: 'sites', limit: 0, pagination: false, req, sort: 'slug', where },
    select: { domains: true, formerPrefixes: true, live: true, prefixes: true, slug: true, url: true },
  });
  return docs;
}
