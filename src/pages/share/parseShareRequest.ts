/** Reads what is to be shared. What is not known here is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import { AppError, invalidParameter } from '../../errors.js';
import { oneOf, refuseUnknown, stateOf } from '../../parameters.js';
import { plainPath } from '../addresses.js';

export interface ShareRequest {
  /** Its slug. */
  site: string;
  /** On the site, in the one form of paths. */
  path: string;
  locale: Locale;
  /** A USPS abbreviation. */
  state?: string;
  /** How long the link opens. */
  days: number;
}

const usualDays = 7;
const mostDays = 30;
const names = ['site', 'path', 'locale', 'state', 'days'] as const;

/** Texts and numbers by name, so that they are read as parameters of an address are. */
function valuesOf(body: unknown): URLSearchParams {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AppError('bad_request', 400, 'Send what is to be shared as JSON: { "site", "path" }.');
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string' && typeof value !== 'number')
      throw invalidParameter(name, `${name} is a text or a number.`);
    values.set(name, String(value));
  }
  return values;
}

function daysOf(value: string | null): number {
  const days = value === null ? usualDays : /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (days >= 1 && days <= mostDays) return days;
  throw invalidParameter('days', `days is a whole number from 1 to ${mostDays}; ${usualDays} when left out.`);
}

function required(values: URLSearchParams, name: 'path' | 'site', example: string): string {
  const value = values.get(name);
  if (value) return value;
  throw invalidParameter(name, `Say the ${name} of the page, such as ${example}.`);
}

/** Throws the first thing that is wrong with it. */
export function parseShareRequest(body: unknown): ShareRequest {
  const values = valuesOf(body);
  refuseUnknown(values, names);
  const [path, state] = [required(values, 'path', '/resources/what-is-trauma'), values.get('state')];
  if (!path.startsWith('/')) throw invalidParameter('path', 'path begins with a slash.');
  return {
    ...{ site: required(values, 'site', 'harbor-therapy'), path: plainPath(path) },
    locale: oneOf('locale', values.get('locale') ?? defaultLocale, locales),
    ...(state === null ? {} : { state: stateOf(state) }),
    days: daysOf(values.get('days')),
  };
}
