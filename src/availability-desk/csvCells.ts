/** Cells of CSV files as spreadsheets write and read them: delimiters, and texts that would be taken for formulas. Pure. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Problem } from './answers.js';

/** One record: its cells, and the line on which it ends, counted from 1. */
export interface CsvRecord {
  cells: string[];
  line: number;
}

/** Spreadsheets calculate what begins so; full-width forms count as well. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Lines end in \n, whatever wrote them. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The text with a ' before it where a spreadsheet would calculate it. */
const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** Takes off what `guarded` put on. */
const unguarded = (cell: string): string => (cell[0] === "'" && formula.test(cell) ? cell.slice(1) : cell);

/** Spreadsheets of some languages write semicolons, copies from them tabs. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The records of a file; empty lines are left out, and lines end in \n. A file that is no CSV is one problem, with its line. */
export function readCells(file: string): CsvRecord[] | Problem {
  // the parser counts \r\n within quotes as two lines
  const text = withLineFeeds(file);
  try {
    const parsed = parse(text, {
      ...{ bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true },
      ...{ skip_empty_lines: true, trim: true },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ info, record }) => ({ cells: record.map(unguarded), line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, message: `This is no CSV: ${error.message}.` };
  }
}

/** A file that `readCells` reads back as it was given, with the mark by which spreadsheets know UTF-8. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => guarded(withLineFeeds(cell))));
  // unquoted, white space at the ends would be trimmed away, and a lone line feed would begin a record
  return stringify(cells, { bom: true, quoted_match: /^\s|\s$|[\r\n]/, record_delimiter: 'windows' });
}
