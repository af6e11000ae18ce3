/** Opens the documents of a site, now or at a moment of the past, for those who may ask for it. */
import type { Payload, TypedUser } from 'payload';
import { isUuid } from '../../../collections/fields/idField.js';
import { notFound } from '../../errors.js';
import type { Site } from '../../payload-types.js';
import type { Documents } from '../documents.js';
import { requireRightToPast, requireSiteOfPast } from '../pastRights.js';
import { type DocumentsIn, type Placed, readInLocalesAt } from '../readAt.js';
import { SharedDocuments } from '../sharedDocuments.js';
import type { SiteQuery } from './parseSiteQuery.js';

export interface AskedSite {
  payload: Payload;
  /** Null for strangers. */
  user: TypedUser | null;
  /** The slug or id of the site. */
  site: string;
  query: SiteQuery;
}

/** A site in a language in which it is public. */
export interface OpenSite {
  documents: Documents;
  site: Site;
  /** ISO 8601: the moment at which effective dates are judged. */
  at: string;
}

async function findSite(documents: Documents, slugOrId: string): Promise<Site | null> {
  if (!isUuid(slugOrId)) return documents.site(slugOrId);
  return (await documents.byIds('sites', [slugOrId])).get(slugOrId) ?? null;
}

/** Null where the site is not public in this language. Throws forbidden for the past of another's site. */
async function openIn(
  { query: { moment }, site: slugOrId, user }: AskedSite,
  inner: Documents,
  at: string,
): Promise<OpenSite | null> {
  const documents = new SharedDocuments(inner);
  const site = await findSite(documents, slugOrId);
  if (moment && site) requireSiteOfPast(user, site.id);
  return site && { at, documents, site };
}

async function openFirst(asked: AskedSite, documentsIn: DocumentsIn, at: string): Promise<OpenSite> {
  for (const locale of asked.query.locales) {
    const open = await openIn(asked, documentsIn(locale), at);
    if (open) return open;
  }
  throw notFound();
}

async function openAll(asked: AskedSite, documentsIn: DocumentsIn, at: string): Promise<OpenSite[]> {
  const open: OpenSite[] = [];
  for (const locale of asked.query.locales) {
    const found = await openIn(asked, documentsIn(locale), at);
    if (found) open.push(found);
  }
  if (open.length === 0) throw notFound();
  return open;
}

function read<T>(
  asked: AskedSite,
  answer: (documentsIn: DocumentsIn, at: string) => Promise<T>,
): Promise<Placed<T>> {
  const { payload, query, user } = asked;
  if (query.moment) requireRightToPast(user);
  return readInLocalesAt({ payload, moment: query.moment }, answer);
}

/** Throws unauthenticated or forbidden for those who may not ask for the past, not_found where the site is not public. */
export const readSite = <T>(asked: AskedSite, compose: (open: OpenSite) => Promise<T>): Promise<Placed<T>> =>
  read(asked, async (documentsIn, at) => compose(await openFirst(asked, documentsIn, at)));

/** The same in every language asked for in which the site is public. */
export const readSiteInLocales = <T>(
  asked: AskedSite,
  compose: (open: OpenSite[]) => Promise<T>,
): Promise<Placed<T>> =>
  read(asked, async (documentsIn, at) => compose(await openAll(asked, documentsIn, at)));
