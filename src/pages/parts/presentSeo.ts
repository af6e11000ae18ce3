/** What search engines and previews of links are told. Pure. */
import { pathOf } from '../addresses.js';
import type { LoadedPage } from '../loadPage.js';
import { shareImageOf } from './presentMedia.js';
import { siteUrl } from './presentSite.js';

/** Where the page stands on the site that search engines are pointed to. */
export function canonicalUrl({ canonicalSite, view }: LoadedPage): string {
  return siteUrl(canonicalSite, pathOf(view.collection, view.slug, canonicalSite));
}

export function presentSeo(loaded: LoadedPage) {
  const { media, view } = loaded;
  return {
    title: view.seo.title ?? view.title,
    description: view.seo.description ?? view.summary,
    noIndex: view.seo.noIndex,
    canonical: canonicalUrl(loaded),
    image: shareImageOf(media.get(view.heroImage ?? '')),
  };
}
