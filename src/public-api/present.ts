// What strangers see of a document: the fields of the allow-list and nothing else, and where its page is.
import { idOf } from '../../collections/blocks/fieldValues.js';
import { hrefOf } from '../pages/addresses.js';
import { allowList, type PublicSlug } from './allowList.js';

export type Doc = Record<string, unknown> & { id: string };

/** What is needed of a site to write addresses on it. */
export interface SiteAddress {
  id: string;
  slug: string;
  prefixes?: Record<string, string | null | undefined> | null;
}

/** The site whose page stands for this document: the one asked for, the canonical one, its first, or the first of all. */
function homeSite(doc: Doc, sites: SiteAddress[], asked?: string): SiteAddress | undefined {
  const bySlug = sites.find(({ slug }) => slug === asked);
  const listed = (doc.sites as unknown[] | null | undefined) ?? [];
  const id = idOf(doc.canonicalSite) ?? idOf(listed[0]);
  return bySlug ?? sites.find((site) => site.id === id) ?? sites[0];
}

/** Where a document is shown: its page, or its own address when it has none. */
export function hrefOfDocument(
  collection: PublicSlug,
  doc: Doc,
  sites: SiteAddress[],
  askedSite?: string,
): string {
  const { page } = allowList[collection];
  const site = page ? homeSite(doc, sites, askedSite) : undefined;
  if (page && site && typeof doc.slug === 'string') return hrefOf({ kind: page, slug: doc.slug, site });
  return `/api/${collection}/${typeof doc.slug === 'string' ? doc.slug : doc.id}`;
}

interface Presentation {
  collection: PublicSlug;
  fields: readonly string[];
  sites: SiteAddress[];
  askedSite?: string;
  /** The locale that the texts are in. */
  locale: string;
  /** Fields that hold a list: empty, they are `[]` on every database. */
  lists: ReadonlySet<string>;
}

/** One document as strangers see it. */
export function present(doc: Doc, presentation: Presentation): Doc {
  const { askedSite, collection, fields, lists, locale, sites } = presentation;
  const shownValue = (name: string) => doc[name] ?? (lists.has(name) ? [] : null);
  const shown = fields.filter((name) => name !== 'id').map((name) => [name, shownValue(name)]);
  return {
    id: doc.id,
    ...Object.fromEntries(shown),
    locale,
    href: hrefOfDocument(collection, doc, sites, askedSite),
  };
}
