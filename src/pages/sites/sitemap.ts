/** The sitemap of a site, by the protocol of sitemaps.org: the pages that search engines should show under its name. Pure. */
import type { Site } from '../../payload-types.js';
import { siteUrl } from '../parts/presentSite.js';
import type { PageHead } from './pagesOfSite.js';
import { element, xmlDocument } from './xml.js';

/** The protocol allows no more in one file. */
export const mostPages = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap names addresses of its own site only, and what may be indexed. */
const isListed = ({ view }: PageHead, site: Site): boolean =>
  !view.seo.noIndex && (view.canonicalSite === null || view.canonicalSite === site.id);

/** An address as the protocol wants it: percent-encoded. */
export const encodedUrl = (site: Pick<Site, 'url'>, path: string): string =>
  new URL(siteUrl(site, path)).href;

const entryOf = ({ path, view }: PageHead, site: Site) =>
  element(
    'url',
    {},
    element('loc', {}, encodedUrl(site, path)),
    element('lastmod', {}, new Date(view.updatedAt).toISOString()),
  );

/** In the order of the pages given; the first 50,000 of them. */
export function composeSitemap(site: Site, pages: readonly PageHead[]): string {
  const listed = pages.filter((page) => isListed(page, site)).slice(0, mostPages);
  return xmlDocument(element('urlset', { xmlns: namespace }, ...listed.map((page) => entryOf(page, site))));
}
