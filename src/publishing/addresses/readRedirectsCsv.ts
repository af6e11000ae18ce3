/** Reads redirects from CSV as spreadsheets write it. Says of each bad line what is wrong with it. Knows no database. */
import { CsvError, parse } from 'csv-parse/sync';

export const columns = ['site', 'from', 'to', 'toSite', 'reason'] as const;
type Column = (typeof columns)[number];

/** One line as it was written; a cell that is empty or missing is the empty text. */
export type CsvLine = Record<Column, string> & { line: number };

/** What is wrong with a line, in the shape of the errors of answers. */
export interface LineError {
  line: number;
  message: string;
  code: 'validation_failed';
  /** The column. */
  path?: Column;
}

export interface ReadCsv {
  lines: CsvLine[];
  errors: LineError[];
}

export const lineError = (line: number, message: string, path?: Column): LineError => ({
  line,
  message,
  code: 'validation_failed',
  ...(path ? { path } : {}),
});

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Spreadsheets of some languages write semicolons, copies from them tabs. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  return [',', ';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

function parseRecords(text: string): Parsed[] {
  return parse(text, {
    ...{ bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true },
    ...{ skip_empty_lines: true, trim: true },
  }) as unknown as Parsed[];
}

function columnOf(name: string): Column | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  return columns.find((column) => column.toLowerCase() === plain);
}

function headerProblem(header: readonly string[]): string | null {
  const known = header.map(columnOf);
  const unknown = header.find((_, index) => known[index] === undefined);
  if (unknown !== undefined) return `“${unknown}” is no column here. Columns are ${columns.join(', ')}.`;
  if (new Set(known).size < known.length) return 'The header row names a column twice.';
  const missing = (['from', 'to'] as const).find((column) => !known.includes(column));
  return missing ? `The header row lacks the column “${missing}”.` : null;
}

/** Exports put a ' before what a spreadsheet would take for a formula. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

function lineOf(header: readonly string[], { info, record }: Parsed): CsvLine {
  const cells = header.map((name, index) => [columnOf(name), unquoted(record[index] ?? '')]);
  return {
    ...{ site: '', from: '', to: '', toSite: '', reason: '' },
    ...Object.fromEntries(cells),
    line: info.lines,
  };
}

function sizeErrors(header: readonly string[], { info, record }: Parsed): LineError[] {
  if (record.length === header.length) return [];
  const message = `This line has ${record.length} cells where the header row has ${header.length}.`;
  return [lineError(info.lines, message)];
}

/** The lines of a file with a header row. `line` is where a line ends, counted from 1 with the header. */
export function readRedirectsCsv(text: string): ReadCsv {
  let records: Parsed[];
  try {
    records = parseRecords(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { lines: [], errors: [lineError(line, `This is no CSV: ${error.message}.`)] };
  }
  const [first, ...rest] = records;
  if (!first) return { lines: [], errors: [lineError(1, 'The file is empty; a header row is needed.')] };
  const problem = headerProblem(first.record);
  if (problem) return { lines: [], errors: [lineError(first.info.lines, problem)] };
  const isWhole = (each: Parsed) => each.record.length === first.record.length;
  return {
    lines: rest.filter(isWhole).map((each) => lineOf(first.record, each)),
    errors: rest.flatMap((each) => sizeErrors(first.record, each)),
  };
}
