/** Reads through the port of documents, now or at a moment of the past, and says which position of the ledger the answer is of. */
import type { Payload } from 'payload';
import type { Locale } from '../../collections/locales.js';
import { tryAtOnePosition } from '../publishing/ledger/atOnePosition.js';
import { latestPosition } from '../publishing/ledger/positions.js';
import { type AskedMoment, findMoment } from './askedMoment.js';
import type { Documents } from './documents.js';
import { LedgerDocuments, type Moment } from './ledgerDocuments.js';
import { PublishedDocuments } from './publishedDocuments.js';

/** The public documents in a language, now or at the moment asked for. */
export type DocumentsIn = (locale: Locale) => Documents;

/** What is answered from documents, with effective dates as of `at` (ISO 8601). */
export type Ask<T> = (documents: Documents, at: string) => Promise<T>;
export type AskInLocales<T> = (documentsIn: DocumentsIn, at: string) => Promise<T>;

interface Reading {
  payload: Payload;
  /** The past that is asked for; now when left out. */
  moment?: AskedMoment;
}

export interface Placed<T> {
  answer: T;
  position: number;
}

async function readLedger<T>(payload: Payload, moment: Moment, ask: AskInLocales<T>): Promise<Placed<T>> {
  const answer = await ask((locale) => new LedgerDocuments(payload, locale, moment), moment.at);
  return { answer, position: moment.position };
}

/**
 * Now: from the published rows, and from the ledger when others never stop publishing meanwhile. The past: from the ledger.
 * Throws what `findMoment` and `ask` throw. Who may ask for the past is looked at before.
 */
export async function readInLocalesAt<T>(
  { moment, payload }: Reading,
  ask: AskInLocales<T>,
): Promise<Placed<T>> {
  if (moment) return readLedger(payload, await findMoment(payload, moment), ask);
  const { outcome, position } = await tryAtOnePosition(payload, () => {
    const at = new Date().toISOString();
    return ask((locale) => new PublishedDocuments(payload, locale, at), at);
  });
  if (position === null) {
    const now = { position: await latestPosition(payload), at: new Date().toISOString() };
    return readLedger(payload, now, ask);
  }
  if (outcome.status === 'rejected') throw outcome.reason;
  return { answer: outcome.value, position };
}

/** The same in one language. */
export function readAt<T>(
  { locale, ...reading }: Reading & { locale: Locale },
  ask: Ask<T>,
): Promise<Placed<T>> {
  return readInLocalesAt(reading, (documentsIn, at) => ask(documentsIn(locale), at));
}
