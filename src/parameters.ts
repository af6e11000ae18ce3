// Reads the parameters of an address. What is not known, malformed or given twice is a 400 that names it.
import { type Locale, locales } from '../collections/locales.js';
import { stateByUsps } from './availability/states.js';
import { invalidParameter } from './errors.js';

/** The query of an address, with its question mark; empty where there is none. */
export function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** Throws for the first parameter that is not among `allowed`, or that is given more than once. */
export function refuseUnknown(search: URLSearchParams, allowed: readonly string[]): void {
  for (const name of search.keys()) {
    if (!allowed.includes(name)) {
      throw invalidParameter(name, `“${name}” is not a parameter here. Allowed: ${allowed.join(', ')}.`);
    }
    if (search.getAll(name).length > 1) throw invalidParameter(name, `${name} is given once, as one value.`);
  }
}

/** The value, which is one of `allowed`. */
export function oneOf<T extends string>(parameter: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalidParameter(parameter, `${parameter} is one of ${allowed.join(', ')}.`);
  return found;
}

/** As Payload's own clients say that nothing is to be taken instead. */
export const saysNone = ['none', 'null', 'false'];

/** The language that is taken where nothing is published in the one asked for; null for none. */
export function fallbackOf(parameter: string, value: string | null | undefined): Locale | null {
  if (value === null || value === undefined || saysNone.includes(value)) return null;
  const found = locales.find((each) => each === value);
  if (found) return found;
  throw invalidParameter(parameter, `${parameter} is one of ${locales.join(', ')}, none.`);
}

const momentForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

function atOf(value: string): string {
  // a plus sign that nobody encoded arrives as a space
  const [text, day] = momentForm.exec(value.replace(' ', '+')) ?? [];
  const [moment, midnight] = [Date.parse(text ?? ''), Date.parse(`${day}T00:00Z`)];
  // 30 February would be read as a day in March
  if (!Number.isNaN(moment) && new Date(midnight).toISOString().startsWith(day ?? '?')) {
    return new Date(moment).toISOString();
  }
  throw invalidParameter(
    'at',
    'at is a moment in ISO 8601 with its offset, such as 2026-11-21T09:30:00-05:00 or 2026-11-21T14:30:00Z.',
  );
}

function positionOf(value: string): number {
  const position = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isSafeInteger(position)) return position;
  throw invalidParameter('position', 'position is a whole number, as the Ledger-Position header has it.');
}

/** The past or future that is asked for, in UTC; undefined for now. Whether the ledger has such a position is not looked at. */
export function momentOf(
  at: string | undefined,
  position: string | undefined,
): { at?: string; position?: number } | undefined {
  if (at === undefined && position === undefined) return undefined;
  return {
    ...(at === undefined ? {} : { at: atOf(at) }),
    ...(position === undefined ? {} : { position: positionOf(position) }),
  };
}

/** The USPS abbreviation that `state` names, in capital letters. */
export function stateOf(value: string): string {
  const state = value.toUpperCase();
  if (stateByUsps(state)) return state;
  throw invalidParameter('state', 'state is the postal abbreviation of a US state or territory, such as FL.');
}
