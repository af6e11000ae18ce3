// Reads what is public, through Payload's own access control and without a user. Two queries a list; sites are read once.
import type { Payload, SelectType, Where } from 'payload';
import { shownOnSites } from '../../collections/access/siteScope.js';
import { isUuid } from '../../collections/fields/idField.js';
import type { Locale } from '../../collections/locales.js';
import { invalidParameter } from '../errors.js';
import { whileTrue } from '../freshness/whileTrue.js';
import { positionBegun } from '../publishing/ledger/atOnePosition.js';
import { allowList, type PublicCollection, type PublicSlug } from './allowList.js';
import { type Doc, present, type SiteAddress } from './present.js';
import { type PublicQuery, titledWhere } from './query/parseQuery.js';

/** One list, in the shape that Payload and its SDK use. */
export interface PublicList {
  docs: Doc[];
  [counts: string]: unknown;
}

interface Asked {
  payload: Payload;
  collection: PublicSlug;
  query: PublicQuery;
}

/** Needed to write addresses and to know the locale, whether or not the caller asked for them. */
function selection(rules: PublicCollection, fields: readonly string[]): SelectType {
  const { localizedTitle } = rules.publicWhen;
  const always = ['slug', 'canonicalSite', 'sites', ...(localizedTitle ? [localizedTitle] : [])];
  const needed = [...fields, ...always].filter((name) => rules.fields.includes(name));
  return Object.fromEntries(needed.map((name) => [name, true]));
}

async function readSites(payload: Payload): Promise<SiteAddress[]> {
  const { docs } = await payload.find({
    collection: 'sites',
    depth: 0,
    limit: 1000,
    overrideAccess: false,
    pagination: false,
    select: { prefixes: true, slug: true },
    sort: 'slug',
  });
  return docs as unknown as SiteAddress[];
}

/** What is needed of all public sites to write addresses. */
export const findSites = (payload: Payload): Promise<SiteAddress[]> =>
  whileTrue(payload.db, 'sites of addresses', () => readSites(payload), positionBegun());

function onSite(rules: PublicCollection, slug: string | null, sites: SiteAddress[]): Where[] {
  if (slug === null) return [];
  const site = sites.find((each) => each.slug === slug);
  if (!site) throw invalidParameter('site', `There is no site “${slug}”.`);
  return shownOnSites(rules.siteScope, [site.id]);
}

async function prepare({ collection, payload, query }: Asked) {
  const rules = allowList[collection];
  const sites = rules.page || query.site !== null ? await findSites(payload) : [];
  return { rules, sites, constraints: onSite(rules, query.site, sites) };
}

interface Read {
  where: Where;
  fields: readonly string[];
  locale: Locale;
  /** Also documents that are published in this locale only; their texts are then empty. */
  orLocale?: Locale;
}

/** One read in one locale, with the access of a stranger. */
function read({ collection, payload, query }: Asked, { fields, locale, orLocale, where }: Read) {
  return payload.find({
    collection,
    context: orLocale ? { orLocale } : {},
    depth: query.depth,
    fallbackLocale: false,
    limit: query.limit,
    locale,
    overrideAccess: false,
    page: query.page,
    pagination: query.pagination,
    select: selection(allowList[collection], fields) as never,
    sort: query.sort,
    where,
  });
}

/** Documents that lack the locale asked for, read again whole in the one accepted instead: never a mix of both. */
async function inFallback(asked: Asked, fields: readonly string[], docs: Doc[]): Promise<Map<string, Doc>> {
  const { collection, query } = asked;
  const title = allowList[collection].publicWhen.localizedTitle;
  const missing = title ? docs.filter((doc) => doc[title] === null || doc[title] === undefined) : [];
  if (!query.fallbackLocale || missing.length === 0) return new Map();
  const found = await read(
    { ...asked, query: { ...query, page: 1 } },
    { fields, locale: query.fallbackLocale, where: { id: { in: missing.map(({ id }) => id) } } },
  );
  return new Map((found.docs as unknown as Doc[]).map((doc) => [doc.id, doc]));
}

/** A list of what strangers may see. */
export async function findPublicList(asked: Asked): Promise<PublicList> {
  const { collection, query } = asked;
  const { constraints, rules, sites } = await prepare(asked);
  const fields = query.select ?? rules.fields.filter((name) => !rules.bodyFields.includes(name));
  const titled = titledWhere(rules, query.sort, Boolean(query.fallbackLocale));
  const where = { and: [query.where, ...constraints, ...titled] };
  const list = await read(asked, {
    fields,
    locale: query.locale,
    orLocale: query.fallbackLocale || undefined,
    where,
  });
  const docs = list.docs as unknown as Doc[];
  const replaced = await inFallback(asked, fields, docs);
  const shown = docs.map((doc) =>
    present(replaced.get(doc.id) ?? doc, {
      ...{ askedSite: query.site ?? undefined, collection, fields, fieldsOf: fieldsIn(asked), sites },
      locale: replaced.has(doc.id) ? (query.fallbackLocale as Locale) : query.locale,
    }),
  );
  return { ...list, docs: shown };
}

const fieldsIn = ({ collection, payload }: Asked) => payload.collections[collection].config.flattenedFields;

/** How many there are. */
export async function countPublic(asked: Asked): Promise<{ totalDocs: number }> {
  const { constraints } = await prepare(asked);
  return asked.payload.count({
    collection: asked.collection,
    locale: asked.query.locale,
    overrideAccess: false,
    where: { and: [asked.query.where, ...constraints] },
  });
}

/** One document by id or slug, with its body; null when there is nothing that strangers may see. */
export async function findPublicDocument(asked: Asked, idOrSlug: string): Promise<Doc | null> {
  const { collection, query } = asked;
  const { constraints, rules, sites } = await prepare(asked);
  const isId = isUuid(idOrSlug);
  if (!isId && !('slug' in rules.filters)) return null;
  const fields = query.select ?? rules.fields;
  const where = { and: [{ [isId ? 'id' : 'slug']: { equals: idOrSlug } }, ...constraints] };
  const one = { ...asked, query: { ...query, limit: 1, page: 1, pagination: false } };
  for (const locale of new Set([query.locale, query.fallbackLocale || query.locale])) {
    const { docs } = await read(one, { fields, locale, where });
    const found = docs[0] as unknown as Doc | undefined;
    if (!found) continue;
    const askedSite = query.site ?? undefined;
    return present(found, { askedSite, collection, fields, fieldsOf: fieldsIn(asked), locale, sites });
  }
  return null;
}
