/** Why a check answers as it does: one sentence, in English or Spanish. It never speaks of licenses. */
import type { Locale } from '../../collections/locales.js';
import type { ReasonCode } from './checkAnswer.js';
import { checkWords } from './checkWords.js';
import { countyList } from './countyNames.js';
import type { FoundPlace, PlacePart } from './foundPlace.js';
import { wordList } from './intl.js';
import { sentenceOf } from './sentence.js';
import { nameOfState, stateByUsps } from './states.js';

export interface Reason {
  code: ReasonCode;
  place: FoundPlace;
  /** The parts of the place for which the code holds. */
  holdsIn: readonly PlacePart[];
}

function stateInSentence(usps: string, locale: Locale): string {
  const article = checkWords[locale].articles[usps];
  const name = nameOfState(usps, locale);
  return article === undefined ? name : `${article} ${name}`;
}

/** “Monroe County”, “el condado de Monroe”; a county that is its whole state goes by the state's name. */
function countyInSentence(part: PlacePart, locale: Locale, join: (county: string, state: string) => string) {
  const state = stateInSentence(part.state, locale);
  const isWhole = stateByUsps(part.state)?.countyKind === 'single';
  return isWhole ? state : join(countyList([part], locale), state);
}

function placeInSentence({ code, kind, parts, states }: FoundPlace, locale: Locale): string {
  const words = checkWords[locale];
  const [county] = parts;
  const [state = ''] = states;
  if (kind === 'state') return stateInSentence(state, locale);
  return kind === 'county' && county ? countyInSentence(county, locale, words.countyOf) : words.zip(code);
}

/** Everywhere at the place. Only availability is worth an “all of”. */
function whereWhole({ code, place }: Reason, locale: Locale): string {
  const words = checkWords[locale];
  const name = placeInSentence(place, locale);
  if (code !== 'available' || place.kind === 'county') return words.in(name);
  if (place.kind === 'zip') return words.inAllOfZip(name);
  const inState = words.inAllOfState(stateInSentence(place.states[0] ?? '', locale));
  return place.kind === 'state' ? inState : words.soAlso(inState, words.in(name));
}

/** “66 of 67 counties”, “all counties but Monroe County”, as summaries have it. */
function partsOfState({ holdsIn, place }: Reason, locale: Locale): string {
  const [state = ''] = place.states;
  const held = new Set(holdsIn);
  const missing = place.parts.filter((part) => !held.has(part));
  const byException = missing.length < holdsIn.length;
  const counts = { covered: holdsIn.length, total: place.parts.length };
  const list = byException ? missing : holdsIn;
  const named = { state, name: nameOfState(state, locale), ...counts, list };
  return sentenceOf({ ...named, mode: byException ? 'except' : 'only' }, 'table', locale);
}

function partsOfZip({ holdsIn, place }: Reason, locale: Locale): string {
  if (place.states.length === 1) return countyList(holdsIn, locale);
  return wordList(
    locale,
    holdsIn.map((part) => countyInSentence(part, locale, checkWords[locale].oneOf)),
  );
}

function sentenceInPart(reason: Reason, code: Exclude<ReasonCode, 'zip-without-area'>, locale: Locale) {
  const words = checkWords[locale];
  const { kind, states } = reason.place;
  const isZip = kind === 'zip';
  const whole = isZip ? placeInSentence(reason.place, locale) : stateInSentence(states[0] ?? '', locale);
  const parts = isZip ? partsOfZip(reason, locale) : partsOfState(reason, locale);
  return words.sentences[code](words.inPartOf(whole), `: ${words.in(parts)}`);
}

/** “Available in part of ZIP code 39573: in Jackson County and George County.” */
export function reasonOf(reason: Reason, locale: Locale): string {
  const { code, holdsIn, place } = reason;
  const words = checkWords[locale];
  if (code === 'zip-without-area') {
    return words.zipWithoutArea(place.code, stateInSentence(place.states[0] ?? '', locale));
  }
  if (holdsIn.length < place.parts.length) return sentenceInPart(reason, code, locale);
  return words.sentences[code](whereWhole(reason, locale), '');
}
