/** The way from the front page of a site to a page, and the hub that it belongs to. Pure. */
import { pathOf, prefixOf } from '../addresses.js';
import type { LoadedPage } from '../loadPage.js';
import { siteUrl } from './presentSite.js';

const stepOn = ({ locale, site }: LoadedPage, title: string, path: string) => ({
  ...{ title, path, url: siteUrl(site, path) },
  locale,
});

/** The page that lists the articles of the site; null where the site names none. */
export function presentHub(loaded: LoadedPage) {
  const { site, view } = loaded;
  return view.kind === 'article' && site.hubTitle
    ? stepOn(loaded, site.hubTitle, prefixOf('articles', site))
    : null;
}

/** From the front page to the page itself. */
export function presentBreadcrumb(loaded: LoadedPage) {
  const { site, view } = loaded;
  const hub = presentHub(loaded);
  const own = stepOn(loaded, view.title, pathOf(view.collection, view.slug, site));
  return [stepOn(loaded, site.name, '/'), ...(hub ? [hub] : []), own];
}
