import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  cellText,
  fromTsv,
  placeBlock,
  readCell,
  toTsv,
} from '../../../../src/admin/components/availability/clipboard.js';
import { statusList } from '../../../../src/admin/components/availability/statusWords.js';

const field = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'ñ') });
const block = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(field, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );

describe('cells as a spreadsheet copies them', () => {
  it('come back as they went, whatever is in them', () => {
    fc.assert(
      fc.property(block, (cells) => {
        // an empty last line is what spreadsheets add
        fc.pre(cells.length === 1 || cells.at(-1)?.join('') !== '' || (cells.at(-1)?.length ?? 0) > 1);
        expect(fromTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });

  it('are read with the line ends of Windows, and with one at the end', () => {
    expect(fromTsv('Available\tPaused\r\n\tWaitlist\r\n')).toEqual([
      ['Available', 'Paused'],
      ['', 'Waitlist'],
    ]);
  });

  it('keep what stands in quotes together', () => {
    expect(fromTsv('"Available\n(all but 12087)"\t"say ""no"""')).toEqual([
      ['Available\n(all but 12087)', 'say "no"'],
    ]);
  });
});

describe('one cell', () => {
  it('comes back as it went', () => {
    const codes = fc.uniqueArray(
      fc.integer({ min: 1001, max: 78999 }).map((code) => String(code).padStart(5, '0')),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    const status = fc.constantFrom(...statusList);
    fc.assert(
      fc.property(status, fc.constantFrom('only' as const, 'except' as const), codes, (said, mode, list) => {
        const counties = { mode, list };
        const text = cellText({ status: said, counties, licenses: [] });
        expect(readCell(text)).toEqual({ status: said, counties });
      }),
    );
  });

  it.each([
    ['Available', { status: 'available', counties: null }],
    ['  coming SOON ', { status: 'coming-soon', counties: null }],
    ['coming-soon', { status: 'coming-soon', counties: null }],
    ['', { status: null, counties: null }],
    ['No entry', { status: null, counties: null }],
    [
      'Waitlist, only 12086, 12011',
      { status: 'waitlist', counties: { mode: 'only', list: ['12086', '12011'] } },
    ],
    ['Paused except: 12087', { status: 'paused', counties: { mode: 'except', list: ['12087'] } }],
    [
      'Available (all but 12087;12087)',
      { status: 'available', counties: { mode: 'except', list: ['12087'] } },
    ],
  ])('is read as people write it: %p', (text, read) => {
    expect(readCell(text)).toEqual(read);
  });

  it.each([
    ['Open', '“Open” is not a status.'],
    ['Available in Florida', '“Available in Florida” is not a status.'],
    ['Available (only 1208)', '“1208” is not a county’s FIPS code of five digits.'],
  ])('is refused with words: %p', (text, problem) => {
    expect(readCell(text)).toEqual({ problem });
  });
});

describe('a block', () => {
  const extent = { rows: 4, columns: 3 };
  const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

  it('of one field fills the whole selection', () => {
    const { lost, placed } = placeBlock([['x']], at(0, 0, 2, 1), extent);
    expect([placed.length, lost]).toEqual([6, 0]);
    expect(new Set(placed.map(({ text }) => text))).toEqual(new Set(['x']));
  });

  it('goes from the first cell on, over what is not selected, too', () => {
    const { placed, target } = placeBlock(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      at(1, 1),
      extent,
    );
    expect(target).toEqual(at(1, 1, 2, 2));
    expect(placed.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('repeats where the selection is a multiple of it', () => {
    const { placed } = placeBlock([['a'], ['b']], at(0, 0, 3, 0), extent);
    expect(placed.map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b']);
  });

  it('says how much does not fit', () => {
    const { lost, placed } = placeBlock(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      at(3, 2),
      extent,
    );
    expect([placed.map(({ text }) => text), lost]).toEqual([['a'], 3]);
  });
});
