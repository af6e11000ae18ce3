/** Reads the fields of an entry as people and programs write them. Says of each bad one what is wrong with it. Pure. */
import { locales } from '../../collections/locales.js';
import { type CountyMode, countyModes, type Status, statuses } from '../availability/entry.js';
import type { CountyTable } from '../availability/places.js';
import type { GivenFields } from './asked.js';
import type { Desk, DeskService } from './desk.js';
import { findCounty } from './findCounty.js';
import { findLicense } from './findLicense.js';
import { readMoment } from './readMoment.js';

export interface ReadingPlace {
  desk: Desk;
  table: CountyTable;
  service: DeskService;
  state: string;
  /** Told of what is wrong with a field. */
  complain: (field: string, message: string) => void;
}

type Raw = Record<string, unknown>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Coming soon` is `coming-soon`. */
const wordOf = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const shown = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

export function readStatus(value: unknown, complain: ReadingPlace['complain']): Status | undefined {
  const status = statuses.find((each) => typeof value === 'string' && each === wordOf(value));
  if (!status) complain('status', `${shown(value ?? '')} is no status. Statuses are ${statuses.join(', ')}.`);
  return status;
}

/** Texts of a list; undefined after a complaint. */
function textsIn(field: string, value: unknown, { complain }: ReadingPlace): string[] | undefined {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  complain(field, `${field} is a list of texts.`);
  return undefined;
}

function readList(value: unknown, place: ReadingPlace): string[] {
  const found = (textsIn('counties.list', value, place) ?? []).map((text) =>
    findCounty(text, place.state, place.table),
  );
  for (const each of found) if ('message' in each) place.complain('counties.list', each.message);
  return found.flatMap((each) => ('fips' in each ? each.fips : []));
}

function readCounties(value: unknown, place: ReadingPlace): GivenFields['counties'] {
  if (!isRecord(value)) {
    place.complain('counties', 'counties is an object with mode and list.');
    return undefined;
  }
  const mode = countyModes.find((each): each is CountyMode => each === wordOf(value.mode));
  const list = readList(value.list, place);
  if (!mode) {
    place.complain('counties.mode', `${shown(value.mode ?? '')} is none of ${countyModes.join(', ')}.`);
    return undefined;
  }
  if (mode === 'all' && list.length > 0)
    place.complain(
      'counties.list',
      '“all” means every county; leave the list empty, or write only or except.',
    );
  return { mode, list };
}

function readLicenses(value: unknown, place: ReadingPlace): string[] | undefined {
  const found = textsIn('licenses', value, place)?.map((text) => findLicense(text, place.state, place.desk));
  for (const each of found ?? []) if ('message' in each) place.complain('licenses', each.message);
  return found && [...new Set(found.flatMap((each) => ('id' in each ? each.id : [])))];
}

function readDate(field: string, value: unknown, { complain, service }: ReadingPlace): string | null {
  const read = readMoment(value, service.site.timeZone);
  if (typeof read === 'object' && read !== null) complain(field, read.message);
  return typeof read === 'string' ? read : null;
}

function readNote(field: string, value: unknown, { complain }: ReadingPlace): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  complain(field, `${field} is a text.`);
  return null;
}

function readNotes(value: unknown, place: ReadingPlace): GivenFields['publicNote'] {
  if (!isRecord(value)) {
    place.complain('publicNote', `publicNote is an object with texts for ${locales.join(' and ')}.`);
    return undefined;
  }
  const unknown = Object.keys(value).find((name) => !locales.some((locale) => locale === name));
  if (unknown) place.complain('publicNote', `“${unknown}” is no language of this house.`);
  const given = locales.filter((locale) => locale in value);
  return Object.fromEntries(
    given.map((locale) => [locale, readNote(`publicNote.${locale}`, value[locale], place)]),
  );
}

const dates = ['effectiveFrom', 'effectiveTo', 'reviewedAt', 'reviewDueAt'] as const;

/** What of `raw` (in the shape of an EntryChange, or of what somebody took for one) is given; the status is left to `readStatus`. */
export function readFields(raw: Raw, place: ReadingPlace): GivenFields {
  const isGiven = (name: string) => raw[name] !== undefined;
  const givenDates = dates.filter(isGiven).map((name) => [name, readDate(name, raw[name], place)]);
  return {
    ...(isGiven('counties') ? { counties: readCounties(raw.counties, place) } : {}),
    ...(isGiven('licenses') ? { licenses: readLicenses(raw.licenses, place) } : {}),
    ...Object.fromEntries(givenDates),
    ...(isGiven('publicNote') ? { publicNote: readNotes(raw.publicNote, place) } : {}),
    ...(isGiven('internalNote') ? { internalNote: readNote('internalNote', raw.internalNote, place) } : {}),
  };
}
