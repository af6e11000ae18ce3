/** What becomes of entries when something is asked for, and what stands against it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntryData } from '../../../src/availability-desk/answers.js';
import type { Desk } from '../../../src/availability-desk/desk.js';
import { exportCsv } from '../../../src/availability-desk/exportCsv.js';
import { entriesAfter, isWritten, makePlan } from '../../../src/availability-desk/plan.js';
import { plannedRows } from '../../../src/availability-desk/plannedRows.js';
import { readChanges, readCsvChanges } from '../../../src/availability-desk/readChanges.js';
import { makeToken, momentOfToken } from '../../../src/availability-desk/token.js';
import { countyTable } from '../../../src/census/census.js';
import { isEffective } from '../../../src/compliance/effectiveDates.js';
import { deskWith, entry, license, service } from './deskWith.js';

const at = '2026-11-21T12:00:00.000Z';
const table = countyTable();
const since = { effectiveFrom: '2026-01-01T05:00:00.000Z' };

const planned = (body: Record<string, unknown>, desk: Desk) => {
  const asked = readChanges(body, { at, desk, table });
  const plan = makePlan(asked, desk, table);
  return { ...plan, after: entriesAfter(desk, plan), rows: plannedRows(plan, desk, { table }) };
};
const plannedCsv = (csv: string, desk: Desk) =>
  makePlan(readCsvChanges(csv, { at, desk, table }), desk, table);
const cell = (more: object) => ({ cells: [{ service: 'at-home', state: 'FL', ...more }] });

describe('a change from a moment on', () => {
  it('ends what stands, and goes on with its licenses, notes and reviews', () => {
    const notes = {
      publicNote: { en: 'A', es: 'B' },
      internalNote: 'C',
      reviewDueAt: '2027-01-01T00:00:00.000Z',
    };
    const standing = entry('a', { ...since, ...notes, licenses: ['1'], status: 'available' });
    const { after, problems, rows } = planned(cell({ status: 'paused' }), deskWith([standing]));
    expect(problems).toEqual([]);
    expect(after).toEqual([
      { ...standing, effectiveTo: at },
      { ...standing, id: 'new-1', status: 'paused', effectiveFrom: at },
    ]);
    expect(rows.map(({ action, after: side }) => [action, side?.entry.id])).toEqual([
      ['end', 'a'],
      ['create', null],
    ]);
  });

  it('leaves what begins later where it is', () => {
    const later = entry('b', { effectiveFrom: '2027-05-01T04:00:00.000Z' });
    const body = cell({ status: 'waitlist', counties: { mode: 'all' } });
    const { after } = planned(body, deskWith([later]));
    expect(after).toEqual([
      later,
      { ...entry('new-1', { effectiveFrom: at, effectiveTo: later.effectiveFrom }) },
    ]);
  });

  it('needs counties where nothing stands, and a license for what is available', () => {
    expect(planned(cell({ status: 'waitlist' }), deskWith([])).problems).toEqual([
      { path: 'cells.0.counties', message: 'Nothing is in force there yet; say which counties.' },
    ]);
    const body = cell({ status: 'available', counties: { mode: 'all' } });
    expect(planned(body, deskWith([])).problems).toEqual([
      { path: 'cells.0.licenses', message: expect.stringContaining('rests on a license') },
    ]);
  });

  it('of an entry with a draft is refused', () => {
    const drafts = [{ id: 'a', service: service.id, state: 'FL' }];
    const { problems } = planned(cell({ status: 'paused' }), deskWith([entry('a', since)], { drafts }));
    expect(problems).toEqual([{ path: 'cells.0', message: expect.stringContaining('has a draft') }]);
  });
});

describe('any change of any entries', () => {
  const day = (index: number) => new Date(Date.UTC(2026, 10, 1 + index)).toISOString();
  const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 });
  /** Periods that follow each other, every second one left empty or not. */
  const anyStored = fc
    .tuple(anyDays, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
    .map(([days, kept]) => {
      const bounds = days.sort((one, other) => one - other).map(day);
      return bounds.flatMap((effectiveFrom, index) =>
        kept[index] ? [entry(`e${index}`, { effectiveFrom, effectiveTo: bounds[index + 1] ?? null })] : [],
      );
    });
  const anyCell = fc.record({
    from: fc.integer({ min: 0, max: 60 }).map(day),
    status: fc.constantFrom('paused', 'waitlist', 'coming-soon', null),
  });

  it('is so from the moment on, is as before until then, and lets nothing overlap', () => {
    fc.assert(
      fc.property(anyStored, anyCell, (stored, { from, status }) => {
        const body = { from, ...cell({ status, counties: { mode: 'all' } }) };
        const { after, problems } = planned(body, deskWith(stored));
        expect(problems).toEqual([]);
        const statusAt = (entries: readonly EntryData[], moment: string) => {
          const found = entries.filter((each) => isEffective(each, moment));
          expect(found.length).toBeLessThan(2);
          return found[0]?.status ?? null;
        };
        expect(statusAt(after, from)).toBe(status);
        const until = stored.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
        const next = until.flatMap((each) => (each && each > from ? each : [])).sort()[0];
        for (let index = -1; index < 62; index += 1) {
          const isWithin = day(index) >= from && (!next || day(index) < next);
          const expected = isWithin ? status : statusAt(stored, day(index));
          expect([day(index), statusAt(after, day(index))]).toEqual([day(index), expected]);
        }
      }),
    );
  });
});

describe('what cannot be read', () => {
  it('is told all at once, each with its place', () => {
    const body = {
      ...{ from: 'soon', color: 'red' },
      cells: [
        { service: 'nothing', state: 'Florida', status: 'paused', counties: { mode: 'all' } },
        { service: 'at-home', state: 'XX', status: 'closed', extra: 1 },
        'at-home',
      ],
      entries: [{ id: 'none' }, { service: 'at-home', state: 'FL' }],
    };
    const { problems } = planned(body, deskWith([]));
    expect(problems.map(({ path }) => path)).toEqual([
      ...['color', 'from', 'cells.2', 'cells.0.service', 'cells.1.state', 'cells.1.extra', 'cells.1.status'],
      ...['entries.0.id', 'entries.1.status', 'entries.1.counties'],
    ]);
  });

  it('of a CSV file has its line and column', () => {
    const csv = [
      'service,state,status,counties,list,from,to,licenses,public_note_en',
      'at-home,FL,available,except,Bergen; Monroe,2027-13-01,,N-1,',
      'at-home,Georgia,gone,some,,,,,',
      'at-home,FL,waitlist,all,Monroe,2028-01-01,2027-01-01,N-9,"two',
      'lines"',
      'at-home,FL',
    ].join('\n');
    const { problems } = plannedCsv(csv, deskWith([]));
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      ...[
        [2, 'from'],
        [2, 'list'],
      ],
      ...[
        [3, 'status'],
        [3, 'counties'],
      ],
      ...[
        [5, 'list'],
        [5, 'licenses'],
        [5, 'to'],
        [6, undefined],
      ],
    ]);
  });

  it('is a header with unknown, repeated or missing columns', () => {
    const messages = plannedCsv('colour,id,id\n', deskWith([])).problems.map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringContaining('“colour” is no column'),
      expect.stringContaining('twice'),
    ]);
    expect(plannedCsv('status\npaused\n', deskWith([])).problems[0]?.message).toContain(
      'needs the column “id”',
    );
    expect(plannedCsv('', deskWith([])).problems).toEqual([
      { line: 1, message: 'The file is empty; a header row is needed.' },
    ]);
  });
});

describe('an export', () => {
  it('brought in again changes nothing', () => {
    const desk = deskWith(
      [
        entry('a', { ...since, status: 'available', licenses: ['1', '2'], internalNote: "=SUM(1)\n'=x" }),
        entry('b', { state: 'VA', counties: { mode: 'only', list: ['51600', '51059'] } }),
        entry('c', { state: 'PR', counties: { mode: 'except', list: ['72097'] }, reviewedAt: at }),
        entry('d', { state: 'NJ', licenses: ['hidden'], publicNote: { en: ' @home ', es: '-' } }),
      ],
      {
        licenses: [license('1'), license('2', { number: 'A;B' }), license('hidden', { state: 'NJ' })],
        visibleLicenses: new Set(['1', '2']),
      },
    );
    const plan = plannedCsv(exportCsv(desk.services, { desk, table }), desk);
    expect(plan.problems).toEqual([]);
    expect(plan.entries).toHaveLength(4);
    expect(plan.entries.filter(isWritten)).toEqual([]);
  });

  it('with a cell changed changes that, and leaves out columns that are not there', () => {
    const desk = deskWith([entry('a', { ...since, internalNote: 'stays' })]);
    const { rows } = { rows: plannedRows(plannedCsv('id,status\na,Coming soon\n', desk), desk, { table }) };
    expect(rows).toMatchObject([
      { action: 'change', changed: ['status'], line: 2, after: { entry: { internalNote: 'stays' } } },
    ]);
  });
});

describe('a token', () => {
  it('is of one plan on one ground, for an hour', () => {
    const desk = deskWith([entry('a', since)]);
    const { entries, problems } = planned(cell({ status: 'paused' }), desk);
    const bound = { at, from: at, user: 'me', desk, plan: { entries, problems } };
    const token = makeToken(bound, 'secret');
    expect(momentOfToken(token, Date.parse(at) + 3_599_000)).toBe(at);
    expect(() => momentOfToken(token, Date.parse(at) + 3_601_000)).toThrow('older than an hour');
    expect(() => momentOfToken(token, Date.parse(at) - 1)).toThrow('Send the token');
    expect(() => momentOfToken('nonsense')).toThrow('Send the token');
    const others = [
      makeToken({ ...bound, user: 'you' }, 'secret'),
      makeToken(bound, 'another secret'),
      makeToken({ ...bound, desk: deskWith([entry('a', { ...since, status: 'paused' })]) }, 'secret'),
    ];
    expect(others).not.toContain(token);
  });
});
