/** What a format says of one state. A state that is covered in part never reads as if it were whole. */
import type { Locale } from '../../collections/locales.js';
import { countyList } from './countyNames.js';
import type { CountyMode } from './entry.js';
import type { County } from './places.js';
import { countyNouns, sentenceWords } from './sentenceWords.js';
import type { SummaryFormat } from './summary.js';

/** More names than this are a count instead. */
const MOST_NAMES = 3;

/** A state and how much of it is covered. */
export interface StatePart {
  /** USPS abbreviation. */
  state: string;
  /** In the language of the sentence. */
  name: string;
  covered: number;
  total: number;
  /** `except` where fewer counties are missing than covered. */
  mode: CountyMode;
  /** Those covered (`only`) or missing (`except`). */
  list: readonly County[];
}

/** “Florida (all counties but Monroe County)”, “FL (66 of 67)”; in `table` what stands beside the state's name. */
export function sentenceOf(part: StatePart, format: SummaryFormat, locale: Locale): string {
  const isWhole = part.mode === 'all';
  switch (format) {
    case 'short':
      return isWhole
        ? part.state
        : `${part.state} (${sentenceWords[locale].count(part.covered, part.total)})`;
    case 'table':
      return isWhole
        ? (wholeCount(part, locale) ?? sentenceWords[locale].everywhere)
        : partNames(part, locale);
    case 'counties':
      return withDetail(part.name, isWhole ? wholeCount(part, locale) : partCount(part, locale));
    default:
      return withDetail(part.name, isWhole ? undefined : partNames(part, locale));
  }
}

const withDetail = (name: string, detail: string | undefined): string =>
  detail === undefined ? name : `${name} (${detail})`;

/** “all 67 counties”; undefined where the state is not divided, so that there is nothing to count. */
function wholeCount({ state, total }: StatePart, locale: Locale): string | undefined {
  return total > 1 ? sentenceWords[locale].all(total, countyNouns(state, locale)) : undefined;
}

/** “66 of 67 counties” */
function partCount({ state, covered, total }: StatePart, locale: Locale): string {
  return sentenceWords[locale].some(covered, total, countyNouns(state, locale));
}

/** By name or by exception, and by count where that would be long. */
function partNames(part: StatePart, locale: Locale): string {
  if (part.list.length > MOST_NAMES) return partCount(part, locale);
  const names = countyList(part.list, locale);
  return part.mode === 'only' ? names : sentenceWords[locale].allBut(names, countyNouns(part.state, locale));
}
