/** What holds of every sentence, whatever is covered and however the entries list it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locales } from '../../../collections/locales.js';
import { countIn, coverageOfAll, coversState } from '../../../src/availability/coverage.js';
import type { Entry } from '../../../src/availability/entry.js';
import { states } from '../../../src/availability/states.js';
import {
  type SummaryState,
  summarize,
  summaryFormats,
  summaryHtml,
} from '../../../src/availability/summary.js';
import { coveredCounties, numbersIn } from './readSentence.js';
import { entry, except, only, table } from './sentences.js';

const codesOf = (state: string) => table.inState(state).map(({ fips }) => fips);
const divided = states.filter(({ usps }) => codesOf(usps).length > 1).map(({ usps }) => usps);

/** Some counties of a state, often few or nearly all of them. */
const someOf = (state: string) => {
  const codes = codesOf(state);
  const few = fc.subarray(codes, { maxLength: Math.min(4, codes.length) });
  return fc.oneof(
    few,
    few.map((left) => codes.filter((code) => !left.includes(code))),
    fc.subarray(codes),
  );
};

const entryIn = (state: string) =>
  fc
    .tuple(someOf(state), fc.constantFrom('all', 'only', 'except'), fc.constantFrom('available', 'paused'))
    .map(([list, mode, status]): Entry => entry(state, mode as 'all', list, { status: status as 'paused' }));

/** Entries of several services, in few states, so that they meet. */
const entries = fc
  .uniqueArray(fc.constantFrom(...states.map(({ usps }) => usps)), { minLength: 1, maxLength: 6 })
  .chain((some) => fc.array(fc.constantFrom(...some).chain(entryIn), { maxLength: 10 }));

const formats = fc.constantFrom(...summaryFormats);
const languages = fc.constantFrom(...locales);

const coverageOf = (all: Entry[]) =>
  coverageOfAll(
    all.filter(({ status }) => status === 'available'),
    table,
  );

describe('every sentence', () => {
  it('names each state that is covered once, with the numbers and counties of its coverage', () => {
    fc.assert(
      fc.property(entries, formats, languages, (all, format, locale) => {
        const coverage = coverageOf(all);
        const summary = summarize(all, { table, locale, format });
        expect(summary.states.map(({ state }) => state).sort()).toEqual([...coverage.keys()].sort());
        for (const each of summary.states) {
          const { covered, total } = countIn(coverage, each.state, table);
          expect(each.counties).toMatchObject({ covered, total });
          expect(numbersIn(each.text, covered, total)).toBe(true);
          if (locale === 'en') expect(coveredCounties(each, format)).toBe(covered);
          else if (!/\d/.test(each.text))
            expect(bareNames(each).filter((name) => !each.text.includes(name))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never lets a state that is partly covered read as whole', () => {
    const inWhole = (state: string, format: (typeof summaryFormats)[number], locale: 'en' | 'es') =>
      summarize([entry(state)], { table, locale, format }).states.map(({ text }) => text);
    fc.assert(
      fc.property(entries, formats, languages, (all, format, locale) => {
        const coverage = coverageOf(all);
        for (const { state, text, counties } of summarize(all, { table, locale, format }).states) {
          const isWhole = coversState(coverage, state) === 'whole';
          expect(counties.mode === 'all').toBe(isWhole);
          expect(inWhole(state, format, locale).includes(text)).toBe(isWhole);
          if (!isWhole && format !== 'table') expect(text).toMatch(/^[^(]+ \(.+\)$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is made of what it says of each state, in text and in HTML', () => {
    fc.assert(
      fc.property(entries, formats, languages, (all, format, locale) => {
        const summary = summarize(all, { table, locale, format });
        const html = unescaped(summaryHtml(summary, format, locale));
        const inOrder = (whole: string) =>
          summary.states.reduce((from, { text }) => indexAfter(whole, text, from), 0);
        expect(inOrder(summary.text)).toBeGreaterThanOrEqual(0);
        expect(inOrder(html)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for equal coverage, whoever lists it and how', () => {
    const parts = fc.constantFrom(...divided).chain((state) => fc.tuple(fc.constant(state), someOf(state)));
    fc.assert(
      fc.property(parts, formats, languages, fc.nat(), ([state, list], format, locale, cut) => {
        const missing = codesOf(state).filter((code) => !list.includes(code));
        const half = list.length === 0 ? 0 : cut % list.length;
        const written = [
          [only(state, ...list)],
          [only(state, ...[...list].reverse(), ...list)],
          [only(state, ...list.slice(0, half)), only(state, ...list.slice(half))],
          list.length === 0 ? [] : [except(state, ...missing)],
          ...(missing.length === 0 ? [[entry(state)]] : []),
        ];
        const summaries = written.map((all) => JSON.stringify(summarize(all, { table, locale, format })));
        expect(new Set(summaries).size).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('every county', () => {
  it.each(locales)('has words of its own in its state, alone and left out (%s)', (locale) => {
    for (const state of divided) {
      const said = codesOf(state).flatMap((fips) =>
        [only(state, fips), except(state, fips)].flatMap((each) =>
          summarize([each], { table, locale, format: 'oxford' }).states.map(({ text }) => text),
        ),
      );
      expect(new Set(said).size).toBe(2 * codesOf(state).length);
    }
  });

  it('is named in Spanish without the English word for its kind', () => {
    const words = /\b(?:County|Parish|Census|Area|Municipality|Municipio|District|city)\b/;
    const names = divided.flatMap((state) =>
      codesOf(state).flatMap((fips) => listed(summarize([only(state, fips)], spanish).states)),
    );
    expect(names.length).toBeGreaterThan(3_000);
    expect(names.filter((name) => words.test(name))).toEqual([]);
  });
});

const spanish = { table, locale: 'es', format: 'short' } as const;

const listed = (all: SummaryState[]) => all.flatMap(({ counties }) => counties.list.map(({ name }) => name));

/** “condado de Monroe” is “Monroe”, which stands in sentences about several condados too. */
const bareNames = (each: SummaryState) => listed([each]).map((name) => name.replace(/^.*? de /, ''));

/** Where `part` ends in `whole` after `from`; -1, for good, where it is not. */
function indexAfter(whole: string, part: string, from: number): number {
  const at = from < 0 ? -1 : whole.indexOf(part, from);
  return at < 0 ? -1 : at + part.length;
}

const unescaped = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
