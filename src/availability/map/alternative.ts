/** The map in words: all that it shows, and what it cannot show. */
import type { Locale } from '../../../collections/locales.js';
import { countyName } from '../countyNames.js';
import type { Coverage } from '../coverage.js';
import type { Entry } from '../entry.js';
import { wordList } from '../intl.js';
import type { CountyTable } from '../places.js';
import { countyNouns, sentenceWords } from '../sentenceWords.js';
import { type State, stateByUsps } from '../states.js';
import { type SummaryState, summarize } from '../summary.js';
import { drawnTogether } from './drawnAs.js';
import { mapWords } from './mapWords.js';
import { isDivided, type StatusMap } from './statusMap.js';

export interface Telling {
  countyTable: CountyTable;
  locale: Locale;
  /** USPS abbreviations that stand first, in this order. */
  order?: readonly string[];
}

/** What the sentence names by itself; more than these it only counts (see `sentence.ts`). */
const NAMED_IN_SENTENCE = 3;

/** A coverage as the sentences take it: entries that are available there. */
const asEntries = (coverage: Coverage): Entry[] =>
  [...coverage].map(([state, of]) => ({
    id: state,
    serviceId: '',
    state,
    status: 'available',
    counties: of === 'whole' ? { mode: 'all', list: [] } : { mode: 'only', list: [...of] },
    effectiveFrom: null,
    effectiveTo: null,
    licenses: [],
    reviewedAt: null,
    publicNote: null,
  }));

const statesOf = (coverage: Coverage, { countyTable, locale, order }: Telling) =>
  summarize(asEntries(coverage), { table: countyTable, locale, format: 'oxford', order });

/** “In Texas only these 120 of 254 counties: Anderson County, …”; undefined where the sentence has named them. */
function allNames({ state, name, counties }: SummaryState, locale: Locale): string | undefined {
  const { covered, total, mode, list } = counties;
  if (mode === 'all' || list.length <= NAMED_IN_SENTENCE) return undefined;
  const words = mapWords[locale][mode](name);
  const count = sentenceWords[locale].some(
    mode === 'only' ? covered : total - covered,
    total,
    countyNouns(state, locale),
  );
  return `${words} (${count}): ${list.map((county) => county.name).join(', ')}.`;
}

/** Counties that the outlines have as one and that differ, so that the map cannot show which is which. */
function togetherIn(map: StatusMap, { countyTable, locale }: Telling): string[] {
  const alaska = stateByUsps('AK');
  if (!alaska || !isDivided(map.lookOf(alaska, drawnTogether))) return [];
  const names = drawnTogether
    .flatMap((fips) => countyTable.byFips(fips) ?? [])
    .map((county) => countyName(county, locale));
  return [mapWords[locale].drawnAsOne(wordList(locale, names))];
}

/** Sentences for every status that holds somewhere, all counties of what is divided, and what the map leaves open. */
export function textAlternative(map: StatusMap, telling: Telling): string {
  const words = mapWords[telling.locale];
  const sentences: string[] = [];
  for (const [status, coverage] of map.coverages) {
    if (status !== 'available' && coverage.size === 0) continue;
    const summary = statesOf(coverage, telling);
    sentences.push(words.sentence[status](summary.text));
    sentences.push(...summary.states.flatMap((state) => allNames(state, telling.locale) ?? []));
  }
  const isSomewhere = [...map.coverages.values()].some(({ size }) => size > 0);
  if (isSomewhere && !map.isEverywhere) sentences.push(words.elsewhere);
  return [...sentences, ...togetherIn(map, telling)].join(' ');
}

/** “Florida. Available: 66 of 67 counties; Paused: 1 of 67 counties”, for whoever points at a state. */
export function stateTitle(state: State, map: StatusMap, { countyTable, locale }: Telling): string {
  const { legend } = mapWords[locale];
  const name = state.names[locale];
  const look = map.lookOfState(state);
  if (!isDivided(look)) return `${name}: ${legend[look]}`;
  const total = countyTable.inState(state.usps).length;
  const parts = [...map.coverages].flatMap(([status, coverage]) => {
    const of = coverage.get(state.usps);
    if (of === undefined || of === 'whole') return [];
    return [
      `${legend[status]}: ${sentenceWords[locale].some(of.size, total, countyNouns(state.usps, locale))}`,
    ];
  });
  return `${name}. ${parts.join('; ')}`;
}
