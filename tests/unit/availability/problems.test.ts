/** What may not be stored about availability, and what people are told instead. */
import { describe, expect, it } from '@jest/globals';
import { type ProposedEntry, problemsOf } from '../../../src/availability/problems.js';
import { countyTable } from '../../../src/census/census.js';
import { codesOf, entryWith } from './randomEntries.js';

const proposed = (said: Partial<ProposedEntry> = {}): ProposedEntry => ({ ...entryWith(), ...said });

const standing = {
  id: 'other',
  serviceId: 'one',
  state: 'FL',
  effectiveFrom: '2026-01-01T05:00:00.000Z',
  effectiveTo: '2026-07-01T04:00:00.000Z',
};

const only = (...list: string[]) => ({ mode: 'only' as const, list });
const except = (...list: string[]) => ({ mode: 'except' as const, list });
const license = (state: string, number?: string) => ({
  id: 'l',
  state,
  issuedOn: null,
  expiresOn: null,
  number,
});
const clear = { effectiveFrom: '2026-07-01T04:00:00.000Z' };
const overlap = 'The period overlaps that of another entry of this service in Florida:';

const refused: [string, Partial<ProposedEntry>, path: string, message: string][] = [
  [
    'a state that is none',
    { state: 'XX' },
    'state',
    '“XX” is not a US state, the District of Columbia or a territory.',
  ],
  [
    'a county of another state',
    { counties: only('12087', '34003') },
    'counties.list',
    'Bergen County (34003) is in New Jersey, not in Florida.',
  ],
  [
    'an exception of another state',
    { counties: except('34003') },
    'counties.list',
    'Bergen County (34003) is in New Jersey, not in Florida.',
  ],
  [
    'a code that is no county',
    { counties: only('12999') },
    'counties.list',
    '“12999” is not the FIPS code of a county of Florida.',
  ],
  [
    'a code that is no county of another state',
    { counties: only('34999') },
    'counties.list',
    '“34999” is not the FIPS code of a county of Florida (its first digits are those of New Jersey).',
  ],
  [
    'something that is no code',
    { counties: only('Monroe') },
    'counties.list',
    '“Monroe” is not the FIPS code of a county of Florida.',
  ],
  [
    'a county twice',
    { counties: only('12087', '12086', '12087') },
    'counties.list',
    'Monroe County (12087) is listed twice.',
  ],
  [
    'a list without a county',
    { counties: only() },
    'counties.list',
    'Name at least one county, or choose all counties.',
  ],
  [
    'an exception without a county',
    { counties: except() },
    'counties.list',
    'Name at least one county, or choose all counties.',
  ],
  [
    'exceptions that leave nothing',
    { counties: except(...codesOf('FL')) },
    'counties.list',
    'The exceptions leave no county: set the status instead, or name fewer.',
  ],
  [
    'an end before the start',
    { effectiveFrom: '2026-09-01T00:00:00.000Z', effectiveTo: '2026-08-01T00:00:00.000Z' },
    'effectiveTo',
    'The end must come after the start.',
  ],
  [
    'an end at the start',
    { effectiveFrom: '2026-09-01T00:00:00.000Z', effectiveTo: '2026-08-31T20:00:00-04:00' },
    'effectiveTo',
    'The end must come after the start.',
  ],
  ['a start that is no date', { effectiveFrom: 'soon' }, 'effectiveFrom', '“soon” is not a date.'],
  [
    'a review due before the last',
    { reviewedAt: '2026-02-01T00:00:00.000Z', reviewDueAt: '2026-01-01T00:00:00.000Z' },
    'reviewDueAt',
    'The next review must not be due before the last one.',
  ],
  [
    'an overlap',
    { effectiveFrom: '2026-06-30T00:00:00.000Z' },
    'effectiveFrom',
    `${overlap} from Jan 1, 2026, 12:00 AM EST until Jul 1, 2026, 12:00 AM EDT.`,
  ],
  [
    'availability without a license',
    { licenses: [] },
    'licenses',
    '“Available” rests on a license: name at least one for Florida.',
  ],
  [
    'a license of another state',
    { licenses: [license('FL'), license('NJ', 'NJ-1234')] },
    'licenses',
    'License NJ-1234 is for New Jersey, not for Florida.',
  ],
  [
    'a license of another state, without its number',
    { licenses: [license('NJ')] },
    'licenses',
    'A license is for New Jersey, not for Florida.',
  ],
];

const problems = (entry: ProposedEntry, others = [standing]) =>
  problemsOf(entry, { others, countyTable: countyTable() });

describe('an entry of availability', () => {
  it.each(refused)('with %s is refused', (_, said, path, message) => {
    expect(problems(proposed({ ...clear, ...said }))).toEqual([{ path, message }]);
  });

  it.each<[string, Partial<ProposedEntry>]>([
    ['that begins where another ends', {}],
    ['for all counties, whatever an old list says', { counties: { mode: 'all', list: ['34003'] } }],
    ['for every county by name', { counties: only(...codesOf('FL')) }],
    ['for all counties but one', { counties: except('12087') }],
    ['for an island', { state: 'VI', counties: only('78010'), licenses: [license('VI')] }],
    ['that is paused without a license', { status: 'paused', licenses: [] }],
    ['at the same time for another service', { serviceId: 'two', effectiveFrom: null }],
    ['at the same time in another state', { state: 'NJ', licenses: [license('NJ')], effectiveFrom: null }],
    ['that is the other itself', { id: 'other', effectiveFrom: null }],
    [
      'that was reviewed the moment its review was due',
      { reviewedAt: '2026-02-01', reviewDueAt: '2026-02-01' },
    ],
  ])('%s is taken', (_, said) => {
    expect(problems(proposed({ ...clear, ...said }))).toEqual([]);
  });

  it('says how long the other holds', () => {
    const entry = proposed({ effectiveFrom: null });
    const says = (period: Partial<typeof standing> | { effectiveFrom?: null; effectiveTo?: null }) =>
      problems(entry, [{ ...standing, ...period } as typeof standing]).map(({ message }) => message);
    expect(says({ effectiveTo: null })).toEqual([
      `${overlap} from Jan 1, 2026, 12:00 AM EST until further notice.`,
    ]);
    expect(says({ effectiveFrom: null })).toEqual([`${overlap} until Jul 1, 2026, 12:00 AM EDT.`]);
    expect(says({ effectiveFrom: null, effectiveTo: null })).toEqual([
      `${overlap} without beginning or end.`,
    ]);
  });

  it('says everything that is wrong at once', () => {
    const entry = proposed({
      counties: only('34003', '34003'),
      licenses: [license('NJ')],
      effectiveFrom: null,
    });
    expect(problems(entry).map(({ path }) => path)).toEqual([
      'counties.list',
      'counties.list',
      'effectiveFrom',
      'licenses',
    ]);
  });
});
