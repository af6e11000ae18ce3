/** Finds what stands at an address, now or at a moment of the past: a page, where it has moved, or nothing. */
import type { Payload, TypedUser } from 'payload';
import { composePage, type PageAnswer } from './composePage.js';
import { newestDraft } from './contentVersions.js';
import type { Documents } from './documents.js';
import { findMoved, type MovedTo } from './findMoved.js';
import { type LoadedPage, loadPage } from './loadPage.js';
import type { PageQuery } from './parsePageQuery.js';
import { requireRightToPast, requireSiteOfPast } from './pastRights.js';
import { type DocumentsIn, type Placed, readInLocalesAt } from './readAt.js';
import { withDraft } from './withDraft.js';

/** What is asked about a page; how it is shown beyond the forms of its body is left to the caller. */
export type PageQuestion = Omit<PageQuery, 'format'>;

export interface AskedPage {
  payload: Payload;
  /** Null for strangers. */
  user: TypedUser | null;
  siteSlug: string;
  path: string;
  query: PageQuestion;
}

/** A page, and what it was composed from at `at` (ISO 8601). */
export interface ComposedPage {
  page: PageAnswer;
  loaded: LoadedPage;
  at: string;
}

type Found = ComposedPage | { movedTo: MovedTo } | null;

/** The whole answer of a loaded page. */
export async function compose(
  loaded: LoadedPage,
  at: string,
  { forms, modules }: Pick<PageQuestion, 'forms'> & Partial<Pick<PageQuestion, 'modules'>>,
): Promise<ComposedPage> {
  return { page: await composePage(loaded, { at, forms, modules }), loaded, at };
}

/** Neither what was public nor a draft is for everybody. */
export const isForSignedIn = ({ draft, moment }: Pick<PageQuestion, 'draft' | 'moment'>): boolean =>
  draft || moment !== undefined;

/** The page in the locale asked for, else in the fallback; else the path to which it has moved. */
async function find(asked: AskedPage, at: string, documentsIn: DocumentsIn): Promise<Found> {
  const { path, query, siteSlug, user } = asked;
  let movedTo: MovedTo | null = null;
  for (const locale of new Set([query.locale, query.fallbackLocale ?? query.locale])) {
    const documents = documentsIn(locale);
    const site = await documents.site(siteSlug);
    if (site && isForSignedIn(query)) requireSiteOfPast(user, site.id);
    const loaded = site && (await loadPage(documents, { site, path, state: query.state }));
    if (loaded) return compose(loaded, at, query);
    movedTo ??= site && (await findMoved(documents, site, path));
  }
  return movedTo && { movedTo };
}

/** The newest drafts that the user may read, with all else as it is published. */
const draftsOf = ({ payload, user }: AskedPage, documents: Documents): Documents =>
  withDraft(documents, async (kind, slug) => {
    const draft = await newestDraft({ payload, user, locale: documents.locale }, kind, slug);
    return draft?.doc ?? null;
  });

/**
 * What stands at the address: as it is public now, as it was, or as a draft would show it. Throws what `findMoment` throws;
 * unauthenticated or forbidden for those who may not ask for the past or for drafts.
 */
export async function answerPage(asked: AskedPage): Promise<Placed<Found>> {
  const { payload, query, user } = asked;
  if (isForSignedIn(query)) requireRightToPast(user);
  const seen = (documents: Documents) => (query.draft ? draftsOf(asked, documents) : documents);
  return readInLocalesAt({ payload, moment: query.moment }, (documentsIn, at) =>
    find(asked, at, (locale) => seen(documentsIn(locale))),
  );
}
