/** CSV as spreadsheets read and write it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCells, writeCells } from '../../../src/availability-desk/csvCells.js';

const header = ['id', 'note', 'more'];
const cellsOf = (text: string) => {
  const read = readCells(text);
  return Array.isArray(read) ? read.map(({ cells }) => cells) : read;
};

/** Any text, and often what spreadsheets make something of. */
const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', ' ', '\t', '\n', '\r', 'a') }),
);

/** Line ends come back as one kind. */
const plain = (cell: string) => cell.replace(/\r\n?/g, '\n');

describe('a file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), anyCell, anyCell)), (rows) => {
        const read = rows.map((row) => row.map(plain));
        expect(cellsOf(writeCells([header, ...rows]))).toEqual([header, ...read]);
      }),
    );
  });

  it('is told of by lines as an editor counts them', () => {
    const read = readCells('id,note\r\n1,"two\r\nlines"\r\n2,x\r\n');
    expect(Array.isArray(read) && read.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  it('holds nothing that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const text = writeCells([header, ['x', cell, '']])
          .split('\r\n')
          .slice(1)
          .join('\r\n');
        expect(text).not.toMatch(/^x,"?[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  it('is read with a BOM, CRLF, semicolons or tabs, quotes and empty lines', () => {
    expect(cellsOf('\ufeff"id";"note, or"\r\n\r\n1;"a; ""b"""\r\n')).toEqual([
      ['id', 'note, or'],
      ['1', 'a; "b"'],
    ]);
    expect(cellsOf('id\tnote\n1\t a,b \n')).toEqual([
      ['id', 'note'],
      ['1', 'a,b'],
    ]);
  });

  it('that is no CSV is told by its line', () => {
    expect(readCells('id,note\n1,"open\n')).toMatchObject({
      message: expect.stringMatching(/^This is no CSV/),
    });
  });
});
