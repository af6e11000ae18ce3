/** Cells as text between tabs, as spreadsheets copy and paste them. */

import type { Status } from '../../../availability/entry.js';
import type { CountiesData } from '../../../availability-desk/answers.js';
import { type CellValue, everywhere } from './cellValue.js';
import { type Extent, type Place, placesIn, type Range, sizeOf } from './selection.js';
import { noEntry, readStatus, wordsOf } from './statusWords.js';

const modeWords = { only: 'only', except: 'all but' } as const;

/** “Available”, “Available (all but 12087)”, nothing where there is no entry. Licenses are not copied. */
export function cellText({ counties, status }: CellValue): string {
  if (!status) return '';
  if (counties.mode === 'all') return wordsOf(status);
  return `${wordsOf(status)} (${modeWords[counties.mode]} ${counties.list.join(' ')})`;
}

const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const toTsv = (block: readonly (readonly string[])[]): string =>
  block.map((row) => row.map(quoted).join('\t')).join('\n');

/** One field from `start`: its text, and where what ends it stands. */
function readField(text: string, start: number): { field: string; end: number } {
  if (text[start] !== '"') {
    const rest = text.slice(start).search(/[\t\n\r]/);
    const end = rest < 0 ? text.length : start + rest;
    return { field: text.slice(start, end), end };
  }
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return { field: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

/** Reads what a spreadsheet copied; the line break that some add at the end makes no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (true) {
    const { end, field } = readField(text, at);
    rows.at(-1)?.push(field);
    if (end >= text.length) return rows;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (text[end] === '\t') continue;
    if (at >= text.length) return rows;
    rows.push([]);
  }
}

export type ReadCell = { status: Status | null; counties: CountiesData | null } | { problem: string };

const form = /^(?<status>[^(:;,\d]*?)[\s(:;,]*(?<mode>only|all but|except)[\s:]+(?<codes>[\d\s,;]+)\)?$/i;

/** Reads what cellText() wrote, or what people write. `counties` is null where nothing is said of them. */
export function readCell(text: string): ReadCell {
  const said = text.trim();
  if (['', '–', '—', '-', noEntry.toLowerCase()].includes(said.toLowerCase()))
    return { status: null, counties: null };
  const { codes, mode, status: word } = form.exec(said)?.groups ?? {};
  const status = readStatus(word ?? said);
  if (!status) return { problem: `“${said}” is not a status.` };
  if (codes === undefined) return { status, counties: null };
  const list = [...new Set(codes.split(/[\s,;]+/).filter(Boolean))];
  const wrong = list.find((code) => !/^\d{5}$/.test(code));
  if (wrong) return { problem: `“${wrong}” is not a county’s FIPS code of five digits.` };
  return { status, counties: { mode: mode?.toLowerCase() === 'only' ? 'only' : 'except', list } };
}

/** The counties that a pasted cell has: those it names, else those that were there. */
export const pastedCounties = (read: CountiesData | null, before: CellValue): CountiesData =>
  read ?? (before.status ? before.counties : everywhere);

export interface Placed {
  place: Place;
  text: string;
}

/**
 * Where the fields of a pasted block go: a single field into the whole selection, a block from its first cell on, over and
 * over where the selection is a multiple of it. `lost` counts the fields that do not fit.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  range: Range,
  extent: Extent,
): { placed: Placed[]; target: Range; lost: number } {
  const rows = block.length;
  const columns = Math.max(1, ...block.map((row) => row.length));
  const size = sizeOf(range);
  const fills = size.rows % rows === 0 && size.columns % columns === 0;
  const bottom = fills ? range.bottom : range.top + rows - 1;
  const right = fills ? range.right : range.left + columns - 1;
  const fit = { bottom: Math.min(bottom, extent.rows - 1), right: Math.min(right, extent.columns - 1) };
  const target = { top: range.top, left: range.left, ...fit };
  const placed = placesIn(target).map((place) => {
    const text = block[(place.row - range.top) % rows]?.[(place.column - range.left) % columns] ?? '';
    return { place, text };
  });
  return { placed, target, lost: (bottom - range.top + 1) * (right - range.left + 1) - placed.length };
}
