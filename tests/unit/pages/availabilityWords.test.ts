/** The wordings of the availability block. */
import { describe, expect, it } from '@jest/globals';
import { availabilityWords } from '../../../src/pages/availabilityWords.js';
import type { Availability } from '../../../src/payload-types.js';

const row = (state: string, change: Partial<Availability> = {}) =>
  ({
    id: state,
    service: 's',
    state,
    status: 'available',
    counties: { mode: 'all' },
    ...change,
  }) as Availability;

const two = [row('NJ'), row('FL')];
const three = [...two, row('GA')];
const partly = [row('NJ'), row('FL', { counties: { mode: 'only', list: ['12011', '12086'] } })];

const cases: [string, Availability[], 'en' | 'es', string | undefined][] = [
  ['oxford', three, 'en', 'Florida, Georgia, and New Jersey'],
  ['oxford', two, 'en', 'Florida and New Jersey'],
  ['oxford', two, 'es', 'Florida y New Jersey'],
  ['ampersand', two, 'en', 'Florida & New Jersey'],
  ['ampersand', three, 'en', 'Florida, Georgia & New Jersey'],
  ['ampersand', [row('FL')], 'en', 'Florida'],
  ['list', two, 'en', 'Florida\nNew Jersey'],
  ['short', two, 'en', 'FL, NJ'],
  ['counties', two, 'en', 'Florida (all counties) and New Jersey (all counties)'],
  ['oxford', partly, 'en', 'Florida (2 counties) and New Jersey'],
  ['short', partly, 'en', 'FL (2 counties), NJ'],
  [
    'oxford',
    [row('FL', { counties: { mode: 'except', list: ['12087'] } })],
    'en',
    'Florida (all counties but 1)',
  ],
  ['oxford', [row('FL', { status: 'waitlist' })], 'en', undefined],
  ['oxford', [], 'en', undefined],
];

describe('where a service is offered', () => {
  it.each(cases)('as %s', (format, rows, locale, words) => {
    expect(availabilityWords(rows, format, locale)).toBe(words);
  });
});
