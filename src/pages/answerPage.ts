/** Finds what stands at an address, now or at a moment of the past: a page, where it has moved, or nothing. */
import type { Payload } from 'payload';
import type { Locale } from '../../collections/locales.js';
import { atOnePosition } from '../publishing/ledger/atOnePosition.js';
import { latestPosition } from '../publishing/ledger/positions.js';
import { type AskedMoment, findMoment } from './askedMoment.js';
import { composePage, type PageAnswer } from './composePage.js';
import type { Documents } from './documents.js';
import { findMoved, type MovedTo } from './findMoved.js';
import { LedgerDocuments, type Moment } from './ledgerDocuments.js';
import { loadPage } from './loadPage.js';
import type { PageQuery } from './parsePageQuery.js';
import { requireSiteOfPast } from './pastRights.js';
import { PublishedDocuments } from './publishedDocuments.js';

export interface AskedPage {
  payload: Payload;
  siteSlug: string;
  path: string;
  query: Omit<PageQuery, 'moment'>;
  /** The ids of the sites that may be asked about; all when left out. */
  onlySites?: readonly string[] | null;
}

export type Found = { page: PageAnswer } | { movedTo: MovedTo } | null;

/** An answer, and the position of the ledger that it is of. */
export interface Placed {
  answer: Found;
  position: number;
}

type DocumentsIn = (locale: Locale) => Documents;

/** The page in the locale asked for, else in the fallback; else the path to which it has moved. */
async function find(asked: AskedPage, at: string, documentsIn: DocumentsIn): Promise<Found> {
  const { path, query, siteSlug } = asked;
  let movedTo: MovedTo | null = null;
  for (const locale of new Set([query.locale, query.fallbackLocale ?? query.locale])) {
    const documents = documentsIn(locale);
    const site = await documents.site(siteSlug);
    if (site) requireSiteOfPast(asked.onlySites, site.id);
    const loaded = site && (await loadPage(documents, { site, path, state: query.state }));
    if (loaded) return { page: await composePage(loaded, { at, forms: query.forms }) };
    movedTo ??= site && (await findMoved(documents, site, path));
  }
  return movedTo && { movedTo };
}

function findAt(asked: AskedPage, moment: Moment): Promise<Found> {
  return find(asked, moment.at, (locale) => new LedgerDocuments(asked.payload, locale, moment));
}

/** From the published rows; from the ledger when others never stop publishing meanwhile. */
export async function answerNow(asked: AskedPage): Promise<Placed> {
  const { payload } = asked;
  const { answer, position } = await atOnePosition(payload, () => {
    const at = new Date().toISOString();
    return find(asked, at, (locale) => new PublishedDocuments(payload, locale, at));
  });
  if (position !== null) return { answer, position };
  const moment = { position: await latestPosition(payload), at: new Date().toISOString() };
  return { answer: await findAt(asked, moment), position: moment.position };
}

/** From the ledger. Throws what `findMoment` throws. */
export async function answerThen(asked: AskedPage, past: AskedMoment): Promise<Placed> {
  const moment = await findMoment(asked.payload, past);
  return { answer: await findAt(asked, moment), position: moment.position };
}
