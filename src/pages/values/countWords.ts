/** How many states, counties or services there are, in words: “2 states”, “all 67 counties”, “66 of 67 condados”. Pure. */
import type { Locale } from '../../../collections/locales.js';
import { countIn, coverageOfAll } from '../../availability/coverage.js';
import type { Entry } from '../../availability/entry.js';
import { numberWords, plural } from '../../availability/intl.js';
import { countyNouns, sentenceWords } from '../../availability/sentenceWords.js';
import { countyTable } from '../../census/census.js';

interface Wording {
  locale: Locale;
  /** One of the wordings of `collections/values/count.ts`. */
  wording: string;
}

type Nouns = { one: string; other: string };

const nouns: Record<Locale, Record<'services' | 'states' | 'statesAndMore', Nouns>> = {
  en: {
    services: { one: 'service', other: 'services' },
    states: { one: 'state', other: 'states' },
    statesAndMore: { one: 'territory', other: 'states and territories' },
  },
  es: {
    services: { one: 'servicio', other: 'servicios' },
    states: { one: 'estado', other: 'estados' },
    statesAndMore: { one: 'territorio', other: 'estados y territorios' },
  },
};

/** The District of Columbia and the five territories are no states. */
const noStates = new Set(['DC', 'AS', 'GU', 'MP', 'PR', 'VI']);

function counted(total: number, forms: Nouns, { locale, wording }: Wording): string {
  const number = numberWords(locale, total);
  return wording === 'number' ? number : `${number} ${plural(locale, total, forms)}`;
}

function coverageOf(entries: readonly Entry[]) {
  return coverageOfAll(
    entries.filter(({ status }) => status === 'available'),
    countyTable(),
  );
}

/** How many states the entries, which are in force, make available: wholly or in part. */
export function stateCountWords(entries: readonly Entry[], wording: Wording): string {
  const states = [...coverageOf(entries).keys()];
  const kind = states.some((state) => noStates.has(state)) ? 'statesAndMore' : 'states';
  return counted(states.length, nouns[wording.locale][kind], wording);
}

/** What the counties of these states are called together; “counties” where the states do not agree. */
function nounsOf(states: readonly string[], locale: Locale) {
  const [first, ...others] = states.map((state) => countyNouns(state, locale));
  return first && others.every(({ other }) => other === first.other) ? first : countyNouns('', locale);
}

/**
 * How many counties the entries, which are in force, make available; `of-all` says it beside all counties of the states
 * concerned. In `state` (USPS) only, when it is given.
 */
export function countyCountWords(entries: readonly Entry[], wording: Wording, state?: string): string {
  const table = countyTable();
  const coverage = coverageOf(entries);
  const states = state === undefined ? [...coverage.keys()] : [state];
  const counts = states.map((each) => countIn(coverage, each, table));
  const covered = counts.reduce((sum, each) => sum + each.covered, 0);
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  const forms = nounsOf(states, wording.locale);
  if (wording.wording !== 'of-all' || total === 0) return counted(covered, forms, wording);
  const { all, some } = sentenceWords[wording.locale];
  return covered === total ? all(total, forms) : some(covered, total, forms);
}

export function serviceCountWords(total: number, wording: Wording): string {
  return counted(total, nouns[wording.locale].services, wording);
}
