// Whoever gets body text gets its disclaimers with it, on documents and on lists alike.
import type { Payload } from 'payload';
import type { Locale } from '../../collections/locales.js';
import type { PageKind } from '../pages/addresses.js';
import { disclaimersForAll } from '../pages/disclaimersForAll.js';
import { pageFields } from '../pages/pageFields.js';
import { allowList, type PublicSlug } from './allowList.js';
import type { Doc } from './present.js';

interface Answered {
  payload: Payload;
  collection: PublicSlug;
  docs: Doc[];
  /** How deep relations are filled in. */
  depth: number;
  /** The site asked for; without one, each document's own. */
  site: string | null;
}

/** Whether all that a page would read of the document stands in it, and as a page would read it. */
const isWhole = (kind: PageKind, doc: Doc, depth: number): boolean =>
  depth === 0 && pageFields[kind].every((field) => field in doc);

/** The documents with `disclaimers` wherever they carry a body. At most ten queries for each language among them. */
export async function addDisclaimers({ collection, depth, docs, payload, site }: Answered): Promise<Doc[]> {
  const { bodyFields, page } = allowList[collection];
  const withBody = page ? docs.filter((doc) => bodyFields.some((name) => name in doc)) : [];
  if (!page || withBody.length === 0) return docs;
  const found = new Map<string, unknown>();
  for (const locale of new Set(withBody.map((doc) => doc.locale as Locale))) {
    const own = withBody.filter((doc) => doc.locale === locale);
    const ids = own.map(({ id }) => id);
    const disclaimers = await disclaimersForAll({
      payload,
      kind: page,
      ids,
      known: own.filter((doc) => isWhole(page, doc, depth)),
      site: site ?? undefined,
      locale,
    });
    for (const id of ids) found.set(id, disclaimers.get(id) ?? []);
  }
  return docs.map((doc) => (found.has(doc.id) ? { ...doc, disclaimers: found.get(doc.id) } : doc));
}
