/** Where something is available, in words: six formats, two languages, one truth. */
import type { Locale } from '../../collections/locales.js';
import { countyName } from './countyNames.js';
import { type Coverage, coverageOfAll, type StateCoverage } from './coverage.js';
import type { CountyMode, Entry } from './entry.js';
import { collator, wordList } from './intl.js';
import type { CountyTable } from './places.js';
import { type StatePart, sentenceOf } from './sentence.js';
import { sentenceWords } from './sentenceWords.js';
import { nameOfState } from './states.js';

export { summaryHtml } from './summaryHtml.js';

export const summaryFormats = ['list', 'oxford', 'ampersand', 'counties', 'short', 'table'] as const;

export type SummaryFormat = (typeof summaryFormats)[number];

export interface SummaryState {
  /** USPS abbreviation. */
  state: string;
  /** In the language asked for. */
  name: string;
  /** What the format says of this state; in `table`, what stands beside its name. */
  text: string;
  counties: {
    /** How many of the state's counties are covered, and how many it has; 1 of 1 where it is not divided. */
    covered: number;
    total: number;
    /** `except` where fewer counties are missing than covered. */
    mode: CountyMode;
    /** Those covered (`only`) or missing (`except`), in the order of FIPS codes; empty where `mode` is `all`. */
    list: { fips: string; name: string }[];
  };
}

export interface Summary {
  /** Never empty. Lines are parted by newlines in `list` and `table`, the cells of `table` by tabs. */
  text: string;
  /** In the order of the sentence; none where nothing is available. */
  states: SummaryState[];
}

export interface SummaryQuestion {
  table: CountyTable;
  locale: Locale;
  format: SummaryFormat;
  /** USPS abbreviations that stand first, in this order; the others follow alphabetically by their names. */
  order?: readonly string[];
}

/**
 * Writes where one or several services are available: the union of the entries whose status is `available`. Equal
 * coverage gives equal words, however the entries list it. `entries` are those in force (see `periods.ts`).
 */
export function summarize(entries: readonly Entry[], question: SummaryQuestion): Summary {
  const { table, locale, format, order = [] } = question;
  const coverage = coverageOfAll(
    entries.filter(({ status }) => status === 'available'),
    table,
  );
  const states = inOrder(partsOf(coverage, table, locale), locale, order).map((part) =>
    summaryState(part, format, locale),
  );
  return { text: textOf(states, format, locale), states };
}

function partsOf(coverage: Coverage, table: CountyTable, locale: Locale): StatePart[] {
  return [...coverage].map(([state, of]) => ({
    state,
    name: nameOfState(state, locale),
    ...extentOf(of, table.inState(state)),
  }));
}

/** Covered and missing counties, and whichever of the two makes the shorter list. */
function extentOf(of: StateCoverage, counties: ReturnType<CountyTable['inState']>) {
  const total = counties.length;
  if (of === 'whole') return { covered: total, total, mode: 'all' as const, list: [] };
  const isShorterByException = total - of.size < of.size;
  return {
    covered: of.size,
    total,
    mode: isShorterByException ? ('except' as const) : ('only' as const),
    list: counties.filter(({ fips }) => of.has(fips) !== isShorterByException),
  };
}

function inOrder(parts: StatePart[], locale: Locale, order: readonly string[]): StatePart[] {
  const rankOf = ({ state }: StatePart) => (order.includes(state) ? order.indexOf(state) : order.length);
  const { compare } = collator(locale);
  return parts.sort((one, other) => rankOf(one) - rankOf(other) || compare(one.name, other.name));
}

function summaryState(part: StatePart, format: SummaryFormat, locale: Locale): SummaryState {
  const { state, name, covered, total, mode } = part;
  const list = part.list.map((county) => ({ fips: county.fips, name: countyName(county, locale) }));
  return { state, name, text: sentenceOf(part, format, locale), counties: { covered, total, mode, list } };
}

function textOf(states: SummaryState[], format: SummaryFormat, locale: Locale): string {
  const words = sentenceWords[locale];
  if (states.length === 0) return words.nowhere;
  const texts = states.map(({ text }) => text);
  switch (format) {
    case 'list':
      return texts.join('\n');
    case 'short':
      return texts.join(', ');
    case 'ampersand':
      return withAmpersand(texts);
    case 'table':
      return [`${words.state}\t${words.where}`, ...states.map(({ name, text }) => `${name}\t${text}`)].join(
        '\n',
      );
    default:
      return wordList(locale, texts);
  }
}

function withAmpersand(texts: string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} & ${last}`;
}
