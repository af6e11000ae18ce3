/** The six formats in two languages, and the order of states. */
import { describe, expect, it } from '@jest/globals';
import { type SummaryFormat, summarize } from '../../../src/availability/summary.js';
import { entry, except, only, table, text } from './sentences.js';

const monroe = '12087';

type Sentences = Record<SummaryFormat, [en: string, es: string]>;

const whole: Sentences = {
  list: ['Florida\nNew Jersey', 'Florida\nNueva Jersey'],
  oxford: ['Florida and New Jersey', 'Florida y Nueva Jersey'],
  ampersand: ['Florida & New Jersey', 'Florida & Nueva Jersey'],
  counties: [
    'Florida (all 67 counties) and New Jersey (all 21 counties)',
    'Florida (los 67 condados) y Nueva Jersey (los 21 condados)',
  ],
  short: ['FL, NJ', 'FL, NJ'],
  table: [
    'State\tWhere\nFlorida\tall 67 counties\nNew Jersey\tall 21 counties',
    'Estado\tDónde\nFlorida\tlos 67 condados\nNueva Jersey\tlos 21 condados',
  ],
};

const floridaWithoutMonroe: Sentences = {
  list: [
    'Florida (all counties but Monroe County)\nNew Jersey',
    'Florida (todos los condados menos el condado de Monroe)\nNueva Jersey',
  ],
  oxford: [
    'Florida (all counties but Monroe County) and New Jersey',
    'Florida (todos los condados menos el condado de Monroe) y Nueva Jersey',
  ],
  ampersand: [
    'Florida (all counties but Monroe County) & New Jersey',
    'Florida (todos los condados menos el condado de Monroe) & Nueva Jersey',
  ],
  counties: [
    'Florida (66 of 67 counties) and New Jersey (all 21 counties)',
    'Florida (66 de los 67 condados) y Nueva Jersey (los 21 condados)',
  ],
  short: ['FL (66 of 67), NJ', 'FL (66 de 67), NJ'],
  table: [
    'State\tWhere\nFlorida\tall counties but Monroe County\nNew Jersey\tall 21 counties',
    'Estado\tDónde\nFlorida\ttodos los condados menos el condado de Monroe\nNueva Jersey\tlos 21 condados',
  ],
};

const sentenceCases = (sentences: Sentences) =>
  (Object.keys(sentences) as SummaryFormat[]).flatMap((format) =>
    (['en', 'es'] as const).map((locale, index) => ({ format, locale, words: sentences[format][index] })),
  );

describe('two whole states', () => {
  it.each(sentenceCases(whole))('read as $words ($format, $locale)', ({ format, locale, words }) => {
    expect(text([entry('NJ'), entry('FL')], format, locale)).toBe(words);
  });
});

describe('Florida minus Monroe County', () => {
  const everyCounty = table.inState('FL').map(({ fips }) => fips);
  const listed = everyCounty.filter((fips) => fips !== monroe);

  it.each(sentenceCases(floridaWithoutMonroe))('reads as $words ($format, $locale)', (sentence) => {
    const { format, locale, words } = sentence;
    expect(text([except('FL', monroe), entry('NJ')], format, locale)).toBe(words);
    expect(text([entry('NJ'), only('FL', ...listed)], format, locale)).toBe(words);
  });

  it.each(sentenceCases(whole))('is whole with Monroe County listed too ($format, $locale)', (sentence) => {
    const { format, locale, words } = sentence;
    expect(text([only('FL', ...everyCounty), entry('NJ')], format, locale)).toBe(words);
  });
});

describe('the order of states', () => {
  const four = [entry('NJ'), entry('FL'), entry('NY'), entry('CA')];

  it('is alphabetical by the name in the language asked for', () => {
    expect(text([entry('WV'), entry('SC'), ...four], 'oxford')).toBe(
      'California, Florida, New Jersey, New York, South Carolina, and West Virginia',
    );
    expect(text([entry('WV'), entry('SC'), ...four], 'oxford', 'es')).toBe(
      'California, Carolina del Sur, Florida, Nueva Jersey, Nueva York y Virginia Occidental',
    );
  });

  it('is first what the site puts first', () => {
    expect(text(four, 'short', 'en', ['NY', 'TX', 'NJ', 'NY'])).toBe('NY, NJ, CA, FL');
    expect(text(four, 'oxford', 'es', ['NY'])).toBe('Nueva York, California, Florida y Nueva Jersey');
  });
});

describe('the ampersand', () => {
  it.each([
    [['FL'], 'Florida'],
    [['NJ', 'FL'], 'Florida & New Jersey'],
    [['NJ', 'FL', 'GA'], 'Florida, Georgia & New Jersey'],
  ])('stands before the last of %j', (states, words) => {
    expect(
      text(
        states.map((state) => entry(state)),
        'ampersand',
      ),
    ).toBe(words);
  });
});

describe('what is not available', () => {
  it.each(['list', 'oxford', 'ampersand', 'counties', 'short', 'table'] as const)(
    'is no state, as %s',
    (format) => {
      const waiting = entry('FL', 'all', [], { status: 'waitlist' });
      expect(summarize([waiting], { table, locale: 'en', format })).toEqual({
        text: 'no state at present',
        states: [],
      });
      expect(text([], format, 'es')).toBe('ningún estado por ahora');
    },
  );
});

describe('several services', () => {
  it('cover together what any of them covers', () => {
    const both = [
      only('FL', monroe),
      entry('FL', 'except', [monroe, '12086'], { id: 'b', serviceId: 'two' }),
    ];
    expect(text(both, 'oxford')).toBe('Florida (all counties but Miami-Dade County)');
    expect(text([...both, only('FL', '12086')], 'counties')).toBe('Florida (all 67 counties)');
  });
});

describe('the states of a summary', () => {
  it('say how much is covered, in the shorter way, with names in the language asked for', () => {
    const listed = table.inState('FL').map(({ fips }) => fips);
    const question = { table, locale: 'es', format: 'short' } as const;
    expect(summarize([only('FL', ...listed.slice(1)), only('NJ', '34001')], question).states).toEqual([
      {
        state: 'FL',
        name: 'Florida',
        text: 'FL (66 de 67)',
        counties: {
          covered: 66,
          total: 67,
          mode: 'except',
          list: [{ fips: '12001', name: 'condado de Alachua' }],
        },
      },
      {
        state: 'NJ',
        name: 'Nueva Jersey',
        text: 'NJ (1 de 21)',
        counties: {
          covered: 1,
          total: 21,
          mode: 'only',
          list: [{ fips: '34001', name: 'condado de Atlantic' }],
        },
      },
    ]);
  });
});
