/**
 * The shapes of everything that is said at /api/availability-desk. Plain JSON; every moment is an ISO 8601 instant, every
 * state a USPS abbreviation, every county a FIPS code of five digits.
 */
import type { Locale } from '../../collections/locales.js';
import type { CountyMode, Status } from '../availability/entry.js';

/** GET grid?site=&at= — `site` is a slug, all sites that the caller may keep when left out; `at` is now when left out. */
export interface GridAnswer {
  at: string;
  /** Only those that the caller may keep. */
  sites: GridSite[];
  services: GridService[];
  /** All of them, in the order in which `states` has them. */
  states: GridState[];
  /** Only those with an entry or a draft; a cell that is not here is empty. */
  cells: GridCell[];
  /** All that the caller may see, by state and number. A cell takes those of its state. */
  licenses: GridLicense[];
}

export interface GridSite {
  id: string;
  slug: string;
  name: string;
  /** IANA zone in which its times are meant. */
  timeZone: string;
}

export interface GridService {
  id: string;
  slug: string;
  name: string;
  /** The slug of its site. */
  site: string;
  /** False for a draft, which readers do not see yet. */
  isPublished: boolean;
}

export interface GridState {
  usps: string;
  name: string;
  /** How many counties it has in our table; 0 where it has none and a service is offered everywhere or nowhere. */
  counties: number;
}

export interface GridLicense {
  id: string;
  number: string;
  state: string;
  kind: string;
  /** The name of the person or organization. */
  holder: string;
  issuedOn: string | null;
  expiresOn: string | null;
  isInForce: boolean;
}

/** What visitors are told: `no-license` stands there as available, but none of its licenses is in force; `none` has no entry. */
export type Shows = Status | 'no-license' | 'none';

export interface GridCell {
  /** The id of the service. */
  service: string;
  state: string;
  shows: Shows;
  /** The published entry whose period holds at `at`. */
  current: EntryData | null;
  /** Published entries that begin later, the next one first. */
  upcoming: EntryData[];
  /** How many published entries have ended. */
  past: number;
  /** When what visitors are told changes next: a period or the last license begins or ends. */
  nextChangeAt: string | null;
  /** Of the current entry. `due` until the moment, `overdue` from it; `none` where no review is due. */
  review: 'none' | 'due' | 'overdue';
  /** Ids of entries that have a draft which is not public, or are one. They are changed in their own form first. */
  drafts: string[];
}

export interface CountiesData {
  mode: CountyMode;
  /** FIPS codes; empty where the mode is `all`. */
  list: string[];
}

/** An entry as data. In rows of a preview `id` is null for what is still to be made. */
export interface EntryData {
  id: string | null;
  /** The id of the service. */
  service: string;
  state: string;
  status: Status;
  counties: CountiesData;
  /** Null: from when it was published. */
  effectiveFrom: string | null;
  /** The first moment at which it no longer holds. Null: until further notice. */
  effectiveTo: string | null;
  /** Ids. */
  licenses: string[];
  reviewedAt: string | null;
  reviewDueAt: string | null;
  publicNote: Record<Locale, string | null>;
  internalNote: string | null;
}

/**
 * POST changes?preview=true, and POST changes with the preview's `token` in the body (or `?token=`). The body is this as
 * application/json, or a CSV file as text/csv. The same body again is what is applied.
 */
export interface ChangesBody {
  /** From when the cells are as asked; the moment of the preview when left out. Says nothing of `entries`. */
  from?: string;
  token?: string;
  cells?: CellChange[];
  entries?: EntryChange[];
}

/**
 * A change from a moment on: what came before stays as it was. Fields left out are carried over from the entry in force.
 * `status: null` ends it without another.
 */
export interface CellChange {
  /** Id or slug; slugs are of all sites, so they name one service. */
  service: string;
  state: string;
  status: Status | null;
  counties?: { mode: CountyMode; list?: string[] };
  /** Ids or numbers of licenses of the state. */
  licenses?: string[];
  reviewedAt?: string | null;
  reviewDueAt?: string | null;
  publicNote?: Partial<Record<Locale, string | null>>;
  internalNote?: string | null;
}

/**
 * A correction of one entry for its whole period (with `id`; fields left out stay as they are), or a new entry (without;
 * `service`, `state` and `status` are needed). Lists of counties may hold FIPS codes or names.
 */
export interface EntryChange extends Omit<Partial<CellChange>, 'status'> {
  id?: string;
  status?: Status;
  effectiveFrom?: string | null;
  effectiveTo?: string | null;
}

export type RowAction = 'create' | 'change' | 'end' | 'unchanged';

/** One stored entry that a plan makes, changes, ends, or leaves as it is. */
export interface PlannedRow {
  action: RowAction;
  service: { id: string; slug: string; name: string; site: string };
  state: string;
  /** Null for what is made. */
  before: RowSide | null;
  /** Null for what is taken away, because it would end as it begins; its action is `end`. */
  after: RowSide | null;
  /** Names of the fields of EntryData that differ; empty for what is made or unchanged. */
  changed: string[];
  /** Where it was asked for, counted from 1: the line of a CSV file with its header. Absent for JSON. */
  line?: number;
}

export interface RowSide {
  /** In English: “available in all counties but Monroe County, from March 1, 2027, until further notice; license TPPR 1”. */
  words: string;
  entry: EntryData;
}

/** A sentence of GET /api/availability/summary, before and after. */
export interface PlannedSentence {
  /** Slugs. A null service is the site's own sentence, of all its services. */
  site: string;
  service: string | null;
  locale: Locale;
  format: 'oxford' | 'counties';
  /** The moment as of which both are: that of the preview, and each later one at which something of the plan begins or ends. */
  at: string;
  before: string;
  after: string;
  isChanged: boolean;
}

/** A public page whose revision changes. */
export interface PlannedPage {
  /** Slug of the site. */
  site: string;
  path: string;
  locale: Locale;
  kind: 'article' | 'faq' | 'misconception';
  title: string;
  /** Its address in the API. */
  href: string;
  /** `next-change`: what it says stays; only moments differ: when it changes next, from and until when an entry holds. */
  change: 'content' | 'next-change';
  revision: { before: string; after: string };
  /** As of when: the moment of the preview in `pages`, a later one in `laterPages`. */
  at: string;
}

export interface Problem {
  message: string;
  /** A column of the CSV file, or a place in the JSON body such as `cells.3.counties`. */
  path?: string;
  /** Counted from 1 with the header; absent for JSON. */
  line?: number;
}

/** The answer to a preview, always 200 when the body could be read at all. */
export interface PreviewAnswer {
  /** Null while there are problems, and when nothing would change. Good for an hour, and while nothing that it rests on changes. */
  token: string | null;
  /** The moment of the preview; also `from` where the body has none. */
  at: string;
  from: string;
  rows: PlannedRow[];
  sentences: PlannedSentence[];
  /** Exactly the pages whose revision changes as soon as this is applied. */
  pages: PlannedPage[];
  /** Pages whose content will differ as of a later moment: the first three moments after `at` at which something of the plan begins or ends. */
  laterPages: PlannedPage[];
  /** How many more pages may be touched but were not looked at, because there are too many; 0 usually. */
  uncheckedPages: number;
  problems: Problem[];
}

/**
 * The answer to applying: 200. With problems 400 `{ errors: [{ message, code: 'validation_failed', path?, line? }] }`, with a
 * token that is old, or rests on what has changed since, 409 `conflict`; nothing is written then.
 */
export interface AppliedAnswer {
  message: string;
  /** As in the preview, with the ids of what was made. */
  rows: PlannedRow[];
}
