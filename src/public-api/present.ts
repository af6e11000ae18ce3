// What strangers see of a document: the fields of the allow-list and nothing else, and where its page is.
import type { FlattenedField } from 'payload';
import { idOf } from '../../collections/blocks/fieldValues.js';
import { hrefOf } from '../pages/addresses.js';
import { allowList, type PublicSlug } from './allowList.js';
import { inOneForm } from './oneForm.js';

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
  /** The collection's own, whatever was asked for. */
  fieldsOf: readonly FlattenedField[];
}

/** One document as strangers see it. */
export function present(doc: Doc, presentation: Presentation): Doc {
  const { askedSite, collection, fields, fieldsOf, locale, sites } = presentation;
  const asked = fieldsOf.filter(({ name }) => fields.includes(name));
  const whole = inOneForm(asked, doc);
  const shown = fields.filter((name) => name !== 'id').map((name) => [name, whole[name] ?? null]);
  return {
    id: doc.id,
    ...Object.fromEntries(shown),
    locale,
    href: hrefOfDocument(collection, doc, sites, askedSite),
  };
}
