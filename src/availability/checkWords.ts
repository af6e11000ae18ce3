/** The words of a check's sentences, in English and Spanish. No sentence is put together here; see `reason.ts`. */
import type { Locale } from '../../collections/locales.js';
import type { ReasonCode } from './checkAnswer.js';

/** A sentence about a place: `where` is “in part of Florida”, `detail` nothing or “: in Monroe County”. */
type Sentence = (where: string, detail: string) => string;

interface CheckWords {
  sentences: Record<Exclude<ReasonCode, 'zip-without-area'>, Sentence>;
  zipWithoutArea: (code: string, state: string) => string;
  zip: (code: string) => string;
  /** A county, or one of several, and its state: “Monroe County, Florida”. */
  countyOf: (county: string, state: string) => string;
  oneOf: (county: string, state: string) => string;
  in: (place: string) => string;
  inAllOfZip: (zip: string) => string;
  inAllOfState: (state: string) => string;
  inPartOf: (place: string) => string;
  /** Of a ZIP code without an area, in a state that is covered whole. */
  soAlso: (inState: string, inZip: string) => string;
  /** The states whose name takes an article in a sentence. */
  articles: Record<string, string>;
}

/** “parte del código”, “parte de Florida”. */
const spanishOf = (place: string): string =>
  place.startsWith('el ') ? `del ${place.slice(3)}` : `de ${place}`;

/** “in Texas at present”, “in Monroe County, Florida, at present” */
const atPresent = (where: string): string => `${where}${where.includes(',') ? ',' : ''} at present`;

const english: CheckWords = {
  sentences: {
    available: (where, detail) => `Available ${where}${detail}.`,
    'partly-available': (where, detail) => `Available ${where}${detail}.`,
    waitlist: (where, detail) => `There is a waiting list ${where}${detail}.`,
    'coming-soon': (where, detail) => `Coming soon ${where}${detail}.`,
    paused: (where, detail) => `Paused ${atPresent(where)}${detail}.`,
    'not-offered': (where, detail) => `Not offered ${atPresent(where)}${detail}.`,
  },
  zipWithoutArea: (code, state) =>
    `ZIP code ${code} has no area of its own (a PO box or a single building), ` +
    `and the service is offered in part of ${state} only. Ask for the county.`,
  zip: (code) => `ZIP code ${code}`,
  countyOf: (county, state) => `${county}, ${state}`,
  oneOf: (county, state) => `${county} (${state})`,
  in: (place) => `in ${place}`,
  inAllOfZip: (zip) => `in all of ${zip}`,
  inAllOfState: (state) => `in all of ${state}`,
  inPartOf: (place) => `in part of ${place}`,
  soAlso: (inState, inZip) => `${inState}, so also ${inZip}`,
  articles: { DC: 'the', MP: 'the', VI: 'the' },
};

const spanish: CheckWords = {
  sentences: {
    available: (where, detail) => `Disponible ${where}${detail}.`,
    'partly-available': (where, detail) => `Disponible ${where}${detail}.`,
    waitlist: (where, detail) => `Hay una lista de espera ${where}${detail}.`,
    'coming-soon': (where, detail) => `Próximamente ${where}${detail}.`,
    paused: (where, detail) => `En pausa ${where} por ahora${detail}.`,
    'not-offered': (where, detail) => `No se ofrece ${where} por ahora${detail}.`,
  },
  zipWithoutArea: (code, state) =>
    `El código postal ${code} no tiene un área propia (es de un apartado postal o de un solo edificio), ` +
    `y el servicio se ofrece solo en parte ${spanishOf(state)}. Pregunte por el condado.`,
  zip: (code) => `el código postal ${code}`,
  countyOf: (county, state) => `${county} (${state})`,
  oneOf: (county, state) => `${county} (${state})`,
  in: (place) => `en ${place}`,
  inAllOfZip: (zip) => `en todo ${zip}`,
  inAllOfState: (state) => `en cualquier parte ${spanishOf(state)}`,
  inPartOf: (place) => `en parte ${spanishOf(place)}`,
  soAlso: (inState, inZip) => `${inState} y, por tanto, también ${inZip}`,
  articles: { DC: 'el', MP: 'las', VI: 'las' },
};

export const checkWords: Record<Locale, CheckWords> = { en: english, es: spanish };
