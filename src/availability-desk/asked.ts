/** What somebody asks for, read and looked up, but held against nothing yet. Pure. */
import type { Locale } from '../../collections/locales.js';
import type { Status } from '../availability/entry.js';
import type { EntryData, Problem } from './answers.js';
import { columnOf } from './csvColumns.js';
import type { DeskService, StoredEntry } from './desk.js';

/** Fields that were given; those of an entry that are not here stay, or are carried over. */
export type GivenFields = Partial<
  Pick<
    EntryData,
    | 'status'
    | 'counties'
    | 'effectiveFrom'
    | 'effectiveTo'
    | 'licenses'
    | 'reviewedAt'
    | 'reviewDueAt'
    | 'internalNote'
  >
> & { publicNote?: Partial<Record<Locale, string | null>> };

/** Where something was asked for: a line of a file, or a place in a JSON body such as `cells.3`. */
export type Spot = { line: number } | { place: string };

export interface AskedEntry {
  spot: Spot;
  /** The entry that is corrected; null for a new one. */
  stored: StoredEntry | null;
  service: DeskService;
  state: string;
  fields: GivenFields;
}

export interface AskedCell {
  spot: Spot;
  service: DeskService;
  state: string;
  /** Null: what is in force ends, without another. */
  status: Status | null;
  fields: GivenFields;
}

export interface Asked {
  /** ISO 8601. From when the cells are as asked. */
  from: string;
  cells: AskedCell[];
  entries: AskedEntry[];
  problems: Problem[];
}

/** A problem with a field (such as `counties.list`), or with the whole of what was asked for there. */
export function problemAt(spot: Spot, field: string, message: string): Problem {
  if ('line' in spot) return { line: spot.line, ...(field ? { path: columnOf(field) } : {}), message };
  return { path: [spot.place, field].filter(Boolean).join('.'), message };
}
