/** What a site shows of the documents that it shares with others. Pure; the rule of `shownOnSites`, on every database alike. */
import { idOf } from '../../collections/blocks/fieldValues.js';

export interface OnSites {
  sites?: readonly unknown[] | null;
}

/** Documents of the site, and those of all sites. Without a site: only those of all sites. */
export function isOnSite({ sites }: OnSites, siteId: string | undefined): boolean {
  return !sites || sites.length === 0 || sites.some((site) => siteId !== undefined && idOf(site) === siteId);
}

/** The documents that the site shows, by id. */
export function onSite<T extends OnSites>(
  found: ReadonlyMap<string, T>,
  siteId: string,
): ReadonlyMap<string, T> {
  return new Map([...found].filter(([, each]) => isOnSite(each, siteId)));
}
