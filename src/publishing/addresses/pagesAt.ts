/** Which addresses are those of pages that are public now. */
import type { Where } from 'payload';
import { type PageKind, pageKinds, readPath } from '../../pages/addresses.js';
import { isOnSite } from '../../pages/onSite.js';
import { isPublic } from '../ledger/publicState.js';
import { type Address, keyOf, type Place, type SiteRow } from './sites.js';

export interface Standing {
  kind: PageKind;
  id: string;
}

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  sites?: unknown[] | null;
}

/** How many slugs one query asks for. */
const batch = 500;

async function publicRows({ payload, req }: Place, kind: PageKind, slugs: string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (let start = 0; start < slugs.length; start += batch) {
    const where: Where = { slug: { in: slugs.slice(start, start + batch) } };
    const { docs } = await payload.db.find<Row>({
      ...{ collection: kind, limit: 0, pagination: false, req, where },
      select: { _status: true, deletedAt: true, sites: true, slug: true },
    });
    found.push(...docs.filter((row) => isPublic(kind, row)));
  }
  return found;
}

/**
 * The public page at each of these addresses, by `keyOf`; addresses without one are left out. A query for each kind (and for
 * each 500 slugs) that can stand there. `except` is the id of a document that does not count.
 */
export async function pagesAt(
  place: Place,
  addresses: readonly Address[],
  { except, sites }: { sites: readonly SiteRow[]; except?: string },
): Promise<Map<string, Standing>> {
  const siteById = new Map(sites.map((site) => [site.id, site]));
  const possible = addresses.flatMap((address) => {
    const site = siteById.get(address.site);
    return site ? readPath(address.path, site).map((each) => ({ ...each, address })) : [];
  });
  const standing = new Map<string, Standing>();
  for (const kind of pageKinds) {
    const asked = possible.filter((each) => each.kind === kind);
    const rows = await publicRows(place, kind, [...new Set(asked.map(({ slug }) => slug))]);
    const bySlug = new Map(rows.filter(({ id }) => id !== except).map((row) => [row.slug, row]));
    for (const { address, slug } of asked) {
      const row = bySlug.get(slug);
      if (row && isOnSite(row, address.site)) standing.set(keyOf(address), { kind, id: row.id });
    }
  }
  return standing;
}
