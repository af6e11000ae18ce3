/** The states where a service is offered, in words, for the availability block and values inside pages. */
import type { Locale } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import { summarize, summaryFormats } from '../availability/summary.js';
import { countyTable } from '../census/census.js';

export interface Wording {
  /** One of `summaryFormats`; anything else is written as `oxford`. */
  format: string;
  locale: Locale;
  /** The site's order of states. */
  order?: readonly string[] | null;
}

/** What of `entries`, which are in force, is available, in the wording asked for; undefined when nothing is. */
export function availabilityWords(
  entries: readonly Entry[],
  { format, locale, order }: Wording,
): string | undefined {
  const wording = summaryFormats.find((each) => each === format) ?? 'oxford';
  const question = { table: countyTable(), locale, format: wording, order: order ?? [] };
  const { states, text } = summarize(entries, question);
  return states.length === 0 ? undefined : text;
}
