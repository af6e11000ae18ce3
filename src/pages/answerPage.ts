/** Finds what stands at an address, now or at a moment of the past: a page, where it has moved, or nothing. */
import type { Payload, TypedUser } from 'payload';
import type { Locale } from '../../collections/locales.js';
import { atOnePosition } from '../publishing/ledger/atOnePosition.js';
import { latestPosition } from '../publishing/ledger/positions.js';
import { type AskedMoment, findMoment } from './askedMoment.js';
import { composePage, type PageAnswer } from './composePage.js';
import { newestDraft } from './contentVersions.js';
import type { Documents } from './documents.js';
import { findMoved, type MovedTo } from './findMoved.js';
import { LedgerDocuments, type Moment } from './ledgerDocuments.js';
import { type LoadedPage, loadPage } from './loadPage.js';
import type { PageQuery } from './parsePageQuery.js';
import { requireSiteOfPast } from './pastRights.js';
import { PublishedDocuments } from './publishedDocuments.js';
import { withDraft } from './withDraft.js';

/** What is asked about a page; how it is shown beyond the forms of its body is left to the caller. */
export type PageQuestion = Pick<PageQuery, 'fallbackLocale' | 'forms' | 'locale' | 'state'> &
  Partial<Pick<PageQuery, 'modules'>>;

export interface AskedPage {
  payload: Payload;
  siteSlug: string;
  path: string;
  query: PageQuestion;
  /** The ids of the sites that may be asked about; all when left out. */
  onlySites?: readonly string[] | null;
}

/** A page, and what it was composed from at `at` (ISO 8601). */
export interface ComposedPage {
  page: PageAnswer;
  loaded: LoadedPage;
  at: string;
}

export type Found = ComposedPage | { movedTo: MovedTo } | null;

/** An answer, and the position of the ledger that it is of. */
export interface Placed {
  answer: Found;
  position: number;
}

type DocumentsIn = (locale: Locale) => Documents;

/** The whole answer of a loaded page. */
export async function compose(
  loaded: LoadedPage,
  at: string,
  { forms, modules = false }: Pick<PageQuestion, 'forms' | 'modules'>,
): Promise<ComposedPage> {
  return { page: await composePage(loaded, { at, forms, modules }), loaded, at };
}

/** The page in the locale asked for, else in the fallback; else the path to which it has moved. */
async function find(asked: AskedPage, at: string, documentsIn: DocumentsIn): Promise<Found> {
  const { path, query, siteSlug } = asked;
  let movedTo: MovedTo | null = null;
  for (const locale of new Set([query.locale, query.fallbackLocale ?? query.locale])) {
    const documents = documentsIn(locale);
    const site = await documents.site(siteSlug);
    if (site) requireSiteOfPast(asked.onlySites, site.id);
    const loaded = site && (await loadPage(documents, { site, path, state: query.state }));
    if (loaded) return compose(loaded, at, query);
    movedTo ??= site && (await findMoved(documents, site, path));
  }
  return movedTo && { movedTo };
}

type Through = (documents: Documents) => Documents;

async function answerThrough(asked: AskedPage, through: Through): Promise<Placed> {
  const { payload } = asked;
  const { answer, position } = await atOnePosition(payload, () => {
    const at = new Date().toISOString();
    return find(asked, at, (locale) => through(new PublishedDocuments(payload, locale, at)));
  });
  if (position !== null) return { answer, position };
  const moment = { position: await latestPosition(payload), at: new Date().toISOString() };
  return findAt(asked, moment, through);
}

async function findAt(asked: AskedPage, moment: Moment, through: Through): Promise<Placed> {
  const { payload } = asked;
  const answer = await find(asked, moment.at, (locale) =>
    through(new LedgerDocuments(payload, locale, moment)),
  );
  return { answer, position: moment.position };
}

const asPublished: Through = (documents) => documents;

/** From the published rows; from the ledger when others never stop publishing meanwhile. */
export const answerNow = (asked: AskedPage): Promise<Placed> => answerThrough(asked, asPublished);

/** The newest draft of the page, of what `user` may read, with all else as it is published. */
export function answerDraft(asked: AskedPage, user: TypedUser | null): Promise<Placed> {
  const { payload } = asked;
  return answerThrough(asked, (documents) =>
    withDraft(documents, async (kind, slug) => {
      const draft = await newestDraft({ payload, user, locale: documents.locale }, kind, slug);
      return draft?.doc ?? null;
    }),
  );
}

/** From the ledger. Throws what `findMoment` throws. */
export async function answerThen(asked: AskedPage, past: AskedMoment): Promise<Placed> {
  return findAt(asked, await findMoment(asked.payload, past), asPublished);
}
