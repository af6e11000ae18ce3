/** Entries and their sentences, for the tests of the summary. Counties and their names are those of the Census table. */
import type { Locale } from '../../../collections/locales.js';
import type { CountyMode, Entry } from '../../../src/availability/entry.js';
import { type SummaryFormat, summarize } from '../../../src/availability/summary.js';
import { countyTable } from '../../../src/census/census.js';

export const table = countyTable();

/** An entry that is available in the whole state without end, unless told otherwise. */
export const entry = (
  state: string,
  mode: CountyMode = 'all',
  list: string[] = [],
  change: Partial<Entry> = {},
) => ({
  id: `${state}-${mode}`,
  serviceId: 'one',
  state,
  status: 'available' as const,
  counties: { mode, list },
  effectiveFrom: null,
  effectiveTo: null,
  licenses: [],
  reviewedAt: null,
  publicNote: null,
  ...change,
});

export const text = (entries: Entry[], format: SummaryFormat, locale: Locale = 'en', order?: string[]) =>
  summarize(entries, { table, locale, format, order }).text;

export const only = (state: string, ...list: string[]) => entry(state, 'only', list);
export const except = (state: string, ...list: string[]) => entry(state, 'except', list);
