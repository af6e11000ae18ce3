import { describe, expect, it } from '@jest/globals';
import { notesOf } from '../../../../src/admin/components/availability/notes.js';
import { shownStates } from '../../../../src/admin/components/availability/shownStates.js';
import type {
  EntryData,
  GridAnswer,
  GridCell,
  GridLicense,
} from '../../../../src/availability-desk/answers.js';

const zone = 'America/New_York';
const entry: EntryData = {
  ...{ id: 'e', service: 's', state: 'FL', status: 'available', counties: { mode: 'all', list: [] } },
  ...{ effectiveFrom: null, effectiveTo: null, licenses: ['one'], reviewedAt: null, reviewDueAt: null },
  ...{ publicNote: { en: null, es: null }, internalNote: null },
};
const cell: GridCell = {
  ...{ service: 's', state: 'FL', shows: 'available', current: entry, upcoming: [], past: 0 },
  ...{ nextChangeAt: null, review: 'none', drafts: [] },
};
const license: GridLicense = {
  ...{ id: 'one', number: 'ME 1', state: 'FL', kind: 'medical', holder: 'Dr. One' },
  ...{ issuedOn: null, expiresOn: null, isInForce: true },
};
const answer: GridAnswer = {
  ...{ at: '2026-11-21T12:00:00.000Z', sites: [], services: [], states: [], cells: [], licenses: [license] },
};

const told = (
  changed: Partial<GridCell>,
  current: Partial<EntryData> = {},
  held: Partial<GridLicense> = {},
) =>
  notesOf(
    { ...cell, ...changed, current: { ...entry, ...current } },
    { ...answer, licenses: [{ ...license, ...held }] },
    zone,
  ).map(({ isWarning, text }) => (isWarning ? `! ${text}` : text));

describe('staff are told of a cell', () => {
  it('nothing, where all is in order', () => {
    expect(told({})).toEqual([]);
    expect(told({}, {}, { expiresOn: '2030-01-31T12:00:00.000Z' })).toEqual([]);
    expect(told({ review: 'due' }, { reviewDueAt: '2027-11-01T12:00:00.000Z' })).toEqual([]);
  });

  it('which license has expired, will soon, or is yet to begin', () => {
    expect(
      told({ shows: 'no-license' }, {}, { isInForce: false, expiresOn: '2026-10-31T12:00:00.000Z' }),
    ).toEqual([
      '! No license in force: visitors are told it is not available',
      '! License ME 1 expired Oct 31, 2026',
    ]);
    expect(told({}, {}, { expiresOn: '2026-12-31T00:00:00.000Z' })).toEqual([
      '! License ME 1 expires Dec 31, 2026',
    ]);
    expect(told({}, {}, { isInForce: false, issuedOn: '2027-01-01T12:00:00.000Z' })).toEqual([
      '! License ME 1 begins Jan 1, 2027',
    ]);
  });

  it('nothing of licenses where the status needs none', () => {
    expect(
      told({}, { status: 'paused' }, { isInForce: false, expiresOn: '2026-10-31T12:00:00.000Z' }),
    ).toEqual([]);
  });

  it('of reviews that are due soon or overdue', () => {
    expect(told({ review: 'due' }, { reviewDueAt: '2026-12-01T15:00:00.000Z' })).toEqual([
      '! Review due Dec 1, 2026, 10:00 AM EST',
    ]);
    expect(told({ review: 'overdue' }, { reviewDueAt: '2026-11-01T12:00:00.000Z' })).toEqual([
      '! Review overdue since Nov 1, 2026',
    ]);
  });

  it('when it ends, or what follows, and of drafts', () => {
    const effectiveTo = '2027-03-01T05:00:00.000Z';
    expect(told({}, { effectiveTo })).toEqual(['! Ends Mar 1, 2027']);
    const next: EntryData = { ...entry, id: 'f', status: 'paused', effectiveFrom: effectiveTo };
    expect(told({ upcoming: [next], drafts: ['d'] }, { effectiveTo })).toEqual([
      'From Mar 1, 2027: Paused',
      'Has a draft that is not public',
    ]);
  });
});

describe('states', () => {
  const states = ['New Jersey NJ', 'New York NY', 'Virginia VA', 'West Virginia WV'].map((text) => ({
    ...{ name: text.slice(0, -3), usps: text.slice(-2), counties: 1 },
  }));
  const contents = {
    columns: ['s'],
    pending: { 'VA s': { status: null, counties: entry.counties, licenses: [] } },
  };
  const found = (text: string, onlyKept = false) =>
    shownStates(states, { text, onlyKept }, { ...contents, published: { 'NJ s': entry, 'NY other': entry } })
      .map(({ usps }) => usps)
      .join(' ');

  it('are found by the beginning of a word, or their abbreviation', () => {
    expect([found('new'), found('wv'), found('virg'), found('jersey'), found('ersey')]).toEqual([
      ...['NJ NY', 'WV', 'VA WV', 'NJ', ''],
    ]);
  });

  it('are kept when something stands there, or would', () => {
    expect(found('', true)).toBe('NJ VA');
  });
});
