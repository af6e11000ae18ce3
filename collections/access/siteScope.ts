/** How a document belongs to sites, and what a person limited to some sites may read and write of it. */
import type { Where } from 'payload';

/**
 * `sites`: has-many, empty means all sites · `site`: exactly one · `service.site`: through its service ·
 * `self`: it is a site · `shared`: belongs to no site (topics, sources …), the role alone decides.
 */
export type SiteScope = 'sites' | 'site' | 'service.site' | 'self' | 'shared';

const pathOf: Record<Exclude<SiteScope, 'shared'>, string> = {
  sites: 'sites',
  site: 'site',
  'service.site': 'service.site',
  self: 'id',
};

/** Documents of these sites only: what a limited person may write. */
export function ownedBySites(scope: SiteScope, siteIds: string[]): Where[] {
  return scope === 'shared' ? [] : [{ [pathOf[scope]]: { in: siteIds } }];
}

/** Documents shown on these sites: their own, and what all sites share. What a limited person may read. */
export function shownOnSites(scope: SiteScope, siteIds: string[]): Where[] {
  if (scope !== 'sites') return ownedBySites(scope, siteIds);
  return [onAnyOf('sites', siteIds)];
}

/** Has-many `sites` at a path: these, or none named, which means all. */
export function onAnyOf(path: string, siteIds: string[]): Where {
  // MongoDB stores an empty list, which `exists` counts as existing; SQLite has no row
  return { or: [{ [path]: { in: siteIds } }, { [path]: { exists: false } }, { [path]: { equals: [] } }] };
}
