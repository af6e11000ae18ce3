/** Where a page stands on its site, and where the API shows it. Pure; the only place that builds page addresses. */

/** The kinds of content that have a page of their own, named as their collections are. */
export const pageKinds = ['articles', 'faqs', 'misconceptions'] as const;
export type PageKind = (typeof pageKinds)[number];

export function isPageKind(collection: string): collection is PageKind {
  return (pageKinds as readonly string[]).includes(collection);
}

/** What is needed of a site to write addresses on it. An empty or missing prefix means the usual one. */
export interface PageSite {
  slug: string;
  prefixes?: Partial<Record<string, string | null>> | null;
}

const usualPrefixes: Record<PageKind, string> = {
  articles: '/resources',
  faqs: '/faqs',
  misconceptions: '/myths',
};

type SitePrefixes = { slug?: string } & Pick<PageSite, 'prefixes'>;

/** The path under which a kind of content stands on a site: one leading slash, none at the end. */
export function prefixOf(kind: PageKind, site: SitePrefixes): string {
  return site.prefixes?.[kind] || usualPrefixes[kind];
}

/** The path of a page on its site, such as `/resources/what-is-trauma`. */
export function pathOf(kind: PageKind, slug: string, site: SitePrefixes): string {
  return `${prefixOf(kind, site)}/${slug}`;
}

/** The address of a path of a site in the API: `/api/pages/{site}/{path}`. */
export function pageAddress(siteSlug: string, path: string): string {
  return `/api/pages/${siteSlug}${path}`;
}

/** The address of a page in the API: what lists give as `href`. */
export function hrefOf({ kind, site, slug }: { kind: PageKind; slug: string; site: PageSite }): string {
  return pageAddress(site.slug, pathOf(kind, slug, site));
}

/** What may stand at a path. Kinds that share a prefix are all named, in the order of `pageKinds`. */
export function readPath(path: string, site: SitePrefixes): { kind: PageKind; slug: string }[] {
  const lastSlash = path.lastIndexOf('/');
  const prefix = path.slice(0, lastSlash);
  const slug = path.slice(lastSlash + 1);
  if (slug === '') return [];
  return pageKinds.filter((kind) => prefixOf(kind, site) === prefix).map((kind) => ({ kind, slug }));
}
