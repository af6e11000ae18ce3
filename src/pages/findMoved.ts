/** Where what stood at an address stands now: through redirects and the former prefixes of a site, in one answer. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Site } from '../payload-types.js';
import { pathOf, readFormerPath, readPath } from './addresses.js';
import type { Documents } from './documents.js';
import { isOnSite } from './onSite.js';

/** A path on a site, as answers name it. */
export interface MovedTo {
  siteSlug: string;
  path: string;
}

type PlaceOnSite = { site: Pick<Site, 'id' | 'slug' | 'prefixes'>; path: string };

/** What the product writes takes three steps at most. More stand only where somebody wrote past it, in a circle perhaps. */
const mostSteps = 10;

async function isPage(documents: Documents, { path, site }: PlaceOnSite): Promise<boolean> {
  for (const { kind, slug } of readPath(path, site)) {
    const found = await documents.content(kind, { slug });
    if (found.some((each) => isOnSite(each, site.id))) return true;
  }
  return false;
}

/** By the redirect from there. `lost` when it leads to a site that is not public. */
async function byRedirect(documents: Documents, at: PlaceOnSite): Promise<PlaceOnSite | 'lost' | null> {
  const found = await documents.redirect(at.site.id, at.path);
  const siteId = idOf(found?.toSite);
  if (!found) return null;
  if (!siteId || siteId === at.site.id) return { site: at.site, path: found.to };
  const site = (await documents.byIds('sites', [siteId])).get(siteId);
  return site ? { site, path: found.to } : 'lost';
}

/** Under the prefix that its kind has now: who moved on from there has left a redirect at the former one, too. */
async function byPrefix(documents: Documents, { path, site }: PlaceOnSite): Promise<PlaceOnSite | null> {
  for (const { kind, slug } of readFormerPath(path, await documents.formerPrefixes(site.id))) {
    const now = { site, path: pathOf(kind, slug, site) };
    if (now.path !== path && (await isPage(documents, now))) return now;
  }
  return null;
}

async function nextOf(
  documents: Documents,
  at: PlaceOnSite,
  isFirst: boolean,
): Promise<PlaceOnSite | 'lost' | null> {
  const next = (await byRedirect(documents, at)) ?? (await byPrefix(documents, at));
  return next && !isFirst && (await isPage(documents, at)) ? null : next;
}

/** The end of the way from a path at which no page stands; null when there is none, or no end. */
export async function findMoved(documents: Documents, site: Site, path: string): Promise<MovedTo | null> {
  let at: PlaceOnSite = { site, path };
  for (let step = 0; step < mostSteps; step += 1) {
    const next = await nextOf(documents, at, step === 0);
    if (next === 'lost') return null;
    if (next === null) return step === 0 ? null : { siteSlug: at.site.slug, path: at.path };
    at = next;
  }
  return null;
}
