import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countyWords,
  usualLicenses,
  withStatus,
} from '../../../../src/admin/components/availability/cellValue.js';
import { cellOfPath, changesBody } from '../../../../src/admin/components/availability/changesBody.js';
import {
  changedList,
  coveredCount,
  findCounties,
} from '../../../../src/admin/components/availability/countySearch.js';
import { statusOfLetter } from '../../../../src/admin/components/availability/statusWords.js';
import { wordDiff } from '../../../../src/admin/components/availability/wordDiff.js';
import { instantOfLocal, momentWords } from '../../../../src/admin/components/availability/zonedTime.js';

const words = fc
  .array(fc.constantFrom('Florida', '(66', 'of', '67', 'counties)', 'and', 'New', 'Jersey'))
  .map((all) => all.join(' '));

describe('the difference of two sentences', () => {
  it('makes both of them again', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordDiff(before, after);
        const joined = (without: string) =>
          pieces
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join(' ');
        expect([joined('added'), joined('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('marks the words that differ and no more', () => {
    expect(wordDiff('Florida (all 67 counties)', 'Florida (66 of 67 counties)')).toEqual([
      { kind: 'same', text: 'Florida' },
      { kind: 'removed', text: '(all' },
      { kind: 'added', text: '(66 of' },
      { kind: 'same', text: '67 counties)' },
    ]);
  });
});

describe('a moment', () => {
  it('is meant in the time zone of the site', () => {
    expect(instantOfLocal('2027-03-01T09:00', 'America/New_York')).toEqual({
      at: '2027-03-01T14:00:00.000Z',
    });
    expect(instantOfLocal('2027-07-01T00:00', 'America/Los_Angeles')).toEqual({
      at: '2027-07-01T07:00:00.000Z',
    });
  });

  it('that the clocks leave out is refused; of one that comes twice the first is meant', () => {
    expect(instantOfLocal('2027-03-14T02:30', 'America/New_York')).toHaveProperty('problem');
    expect(instantOfLocal('2027-11-07T01:30', 'America/New_York')).toMatchObject({
      at: '2027-11-07T05:30:00.000Z',
      note: expect.stringContaining('twice'),
    });
    expect(instantOfLocal('2027-02-30T09:00', 'America/New_York')).toHaveProperty('problem');
    expect(instantOfLocal('0202-03-01T09:00', 'America/New_York')).toHaveProperty('problem');
  });

  it('is told with its zone, and without the time of day at midnight', () => {
    expect(momentWords('2027-03-01T14:00:00.000Z', 'America/New_York')).toBe('Mar 1, 2027, 9:00 AM EST');
    expect(momentWords('2027-03-01T05:00:00.000Z', 'America/New_York')).toBe('Mar 1, 2027');
  });
});

const counties = [
  { fips: '35013', state: 'NM', name: 'Doña Ana County' },
  { fips: '12086', state: 'FL', name: 'Miami-Dade County' },
  { fips: '12087', state: 'FL', name: 'Monroe County' },
  { fips: '12109', state: 'FL', name: 'St. Johns County' },
];

describe('counties', () => {
  it.each([
    ['dona', ['35013']],
    ['dade', ['12086']],
    ['st johns', ['12109']],
    ['1208', ['12086', '12087']],
    ['mo county', ['12087']],
    ['', ['35013', '12086', '12087', '12109']],
    ['onroe', []],
  ])('are found by the beginnings of words and codes: %p', (text, found) => {
    expect(findCounties(counties, text).map(({ fips }) => fips)).toEqual(found);
  });

  it('are counted as covered', () => {
    expect([coveredCount('all', 3, 67), coveredCount('only', 3, 67), coveredCount('except', 1, 67)]).toEqual([
      67, 3, 66,
    ]);
    const value = {
      status: 'available' as const,
      counties: { mode: 'except' as const, list: ['12087'] },
      licenses: [],
    };
    expect(countyWords(value, 67)).toBe('66 of 67 counties');
    expect(countyWords({ ...value, status: null }, 67)).toBeNull();
  });

  it('are ticked and cleared without touching the others', () => {
    expect(changedList(['12087'], ['12086', '12087'], true)).toEqual(['12086', '12087']);
    expect(changedList(['12086', '13001'], ['12086'], false)).toEqual(['13001']);
  });
});

describe('a status', () => {
  it('is chosen by its letter', () => {
    expect(['a', 'W', 'c', 'p', 'u', 'x', 'F2', ''].map(statusOfLetter)).toEqual([
      ...['available', 'waitlist', 'coming-soon', 'paused', 'unavailable'],
      ...[undefined, undefined, undefined],
    ]);
  });

  it('rests on the only license in force, and on none where there are several', () => {
    const license = {
      id: 'one',
      number: '1',
      state: 'FL',
      kind: 'medical',
      holder: '',
      issuedOn: null,
      expiresOn: null,
    };
    const inForce = { ...license, isInForce: true };
    expect(usualLicenses([inForce, { ...license, id: 'old', isInForce: false }], 'FL')).toEqual(['one']);
    expect(usualLicenses([inForce, { ...inForce, id: 'two' }], 'FL')).toEqual([]);
    expect(usualLicenses([inForce], 'GA')).toEqual([]);
  });

  it('takes counties and licenses along, except where nothing is left', () => {
    const counted = { mode: 'only' as const, list: ['12086'] };
    const value = { status: 'waitlist' as const, counties: counted, licenses: [] };
    expect(withStatus(value, 'available', ['one'])).toEqual({
      status: 'available',
      counties: counted,
      licenses: ['one'],
    });
    expect(withStatus(value, 'paused', ['one']).licenses).toEqual([]);
    expect(withStatus(value, null, ['one']).counties).toEqual({ mode: 'all', list: [] });
  });
});

describe('what is sent', () => {
  it('is in the order of the grid, and a problem finds its cell', () => {
    const value = {
      status: 'paused' as const,
      counties: { mode: 'all' as const, list: ['12087'] },
      licenses: ['one'],
    };
    const gone = { ...value, status: null };
    const order = { states: ['FL', 'GA'], services: ['s1', 's2'] };
    const body = changesBody({ 'GA s1': gone, 'FL s2': value }, '2027-03-01T14:00:00.000Z', order);
    expect(body).toEqual({
      from: '2027-03-01T14:00:00.000Z',
      cells: [
        {
          state: 'FL',
          service: 's2',
          status: 'paused',
          counties: { mode: 'all', list: [] },
          licenses: ['one'],
        },
        { state: 'GA', service: 's1', status: null },
      ],
    });
    expect(cellOfPath('cells.1.status', body)).toBe('GA s1');
    expect(cellOfPath('from', body)).toBeNull();
    expect(changesBody({}, null, order)).toEqual({ cells: [] });
  });
});
