/** Reads entries from a CSV file as the export writes it: one row an entry. Looks nothing up. Pure. */
import type { Problem } from './answers.js';
import { type CsvRecord, readCells } from './csvCells.js';
import { type Column, columns } from './csvColumns.js';

/** One row as the change of an entry that it asks for; fields whose column is not in the file are left out. */
export interface CsvEntry {
  line: number;
  /** In the shape of an EntryChange, with the slug of its site. */
  raw: Record<string, unknown>;
}

export interface ReadEntries {
  entries: CsvEntry[];
  problems: Problem[];
}

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const findColumn = (name: string): Column | undefined => columns.find((column) => column === plain(name));

function headerProblems({ cells, line }: CsvRecord): Problem[] {
  const unknown = cells.filter((name) => !findColumn(name));
  const twice = columns.filter((column) => cells.filter((name) => findColumn(name) === column).length > 1);
  const given = new Set(cells.map(findColumn));
  const named = (['service', 'state'] as const).every((column) => given.has(column)) || given.has('id');
  return [
    ...unknown.map((name) => ({
      line,
      message: `“${name}” is no column here. Columns are ${columns.join(', ')}.`,
    })),
    ...twice.map((name) => ({ line, path: name, message: `The header row names “${name}” twice.` })),
    ...(named ? [] : [{ line, message: 'The header row needs the column “id”, or “service” and “state”.' }]),
    ...(given.has('list') && !given.has('counties')
      ? [{ line, path: 'list', message: 'The column “list” needs the column “counties” beside it.' }]
      : []),
  ];
}

const parted = (cell: string): string[] =>
  cell
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);

type Row = Partial<Record<Column, string>>;

function readNotes({ public_note_en: en, public_note_es: es }: Row) {
  const given = { ...(en === undefined ? {} : { en }), ...(es === undefined ? {} : { es }) };
  return Object.keys(given).length > 0 ? { publicNote: given } : {};
}

const filled = (cell: string | undefined) => (cell === '' ? undefined : cell);

function changeOf(row: Row): Record<string, unknown> {
  const { counties, licenses, list } = row;
  return {
    ...{ id: filled(row.id), site: filled(row.site), service: filled(row.service), state: filled(row.state) },
    ...{ status: row.status, effectiveFrom: row.from, effectiveTo: row.to },
    ...(counties === undefined ? {} : { counties: { mode: counties, list: parted(list ?? '') } }),
    ...(licenses === undefined ? {} : { licenses: parted(licenses) }),
    ...{ reviewedAt: row.reviewed_at, reviewDueAt: row.review_due_at, internalNote: row.internal_note },
    ...readNotes(row),
  };
}

const rowOf = (header: readonly string[], { cells }: CsvRecord): Row =>
  Object.fromEntries(header.map((name, index) => [findColumn(name), cells[index] ?? '']));

/** Nothing is read of a file whose header row is not understood. `line` is where a row ends, counted from 1 with the header. */
export function readEntriesCsv(text: string): ReadEntries {
  const records = readCells(text);
  if (!Array.isArray(records)) return { entries: [], problems: [records] };
  const [header, ...rest] = records;
  if (!header) {
    return { entries: [], problems: [{ line: 1, message: 'The file is empty; a header row is needed.' }] };
  }
  const problems = headerProblems(header);
  if (problems.length > 0) return { entries: [], problems };
  const width = header.cells.length;
  const filledRows = rest.filter(({ cells }) => cells.some(Boolean));
  const isWhole = ({ cells }: CsvRecord) => cells.length === width;
  return {
    entries: filledRows
      .filter(isWhole)
      .map((record) => ({ line: record.line, raw: changeOf(rowOf(header.cells, record)) })),
    problems: filledRows
      .filter((record) => !isWhole(record))
      .map(({ cells, line }) => ({
        line,
        message: `This line has ${cells.length} cells where the header row has ${width}.`,
      })),
  };
}
