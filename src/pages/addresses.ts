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

/** Where a kind of content stood before the site's prefixes were changed; see `formerPrefixes` of sites. */
export interface FormerPrefix {
  kind: string;
  prefix: string;
}

/** The former paths of a page under the prefixes that its kind had before, newest first. */
export function formerPathsOf(
  kind: PageKind,
  slug: string,
  formerPrefixes: readonly FormerPrefix[] | null | undefined,
): string[] {
  const own = (formerPrefixes ?? []).filter((former) => former.kind === kind);
  return own.map(({ prefix }) => pathOf(kind, slug, { prefixes: { [kind]: prefix } })).reverse();
}

/** What stood at a path under former prefixes, the one left last first. */
export function readFormerPath(
  path: string,
  formerPrefixes: readonly FormerPrefix[] | null | undefined,
): { kind: PageKind; slug: string }[] {
  return [...(formerPrefixes ?? [])]
    .reverse()
    .flatMap(({ kind, prefix }) =>
      readPath(path, { prefixes: { [kind]: prefix } }).filter((found) => found.kind === kind),
    );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfitForPaths = /[\s\u0000-\u001f\u007f?#\\%/]/gu;

/** A path of decoded segments in the one form in which redirects keep it: readable, with % only where a path needs it. */
export function pathOfSegments(segments: readonly string[]): string {
  const fit = (segment: string) => segment.normalize('NFC').replace(unfitForPaths, encodeURIComponent);
  return `/${segments.map(fit).join('/')}`;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a % of its own
  }
}

/** The same for a path as people write it, percent-encoded or not, with or without a slash at the end. */
export function plainPath(path: string): string {
  const segments = path.split('/').slice(1);
  while (segments.length > 1 && segments.at(-1) === '') segments.pop();
  return pathOfSegments(segments.map(decoded));
}
