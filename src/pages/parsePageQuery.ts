/** Reads the parameters of a page's address. What is not known here is a 400 that names it. */
import { stateOptions } from '../../collections/availability/states.js';
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import { invalidParameter } from '../errors.js';
import type { AskedMoment } from './askedMoment.js';
import { type BodyForm, bodyForms } from './renderBody.js';

export interface PageQuery {
  forms: BodyForm[];
  locale: Locale;
  /** Tried when the page is not published in `locale`. */
  fallbackLocale: Locale | null;
  /** A USPS abbreviation. */
  state?: string;
  /** The past that is asked for; absent for now. */
  moment?: AskedMoment;
}

const parameters = ['body', 'locale', 'fallbackLocale', 'state', 'at', 'position'] as const;
type Parameter = (typeof parameters)[number];

const states: readonly string[] = stateOptions.map(({ value }) => value);

function oneOf<T extends string>(parameter: Parameter, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalidParameter(parameter, `${parameter} is one of ${allowed.join(', ')}.`);
  return found;
}

function formsOf(value: string | undefined): BodyForm[] {
  if (value === undefined) return ['html'];
  return value.split(',').map((form) => oneOf('body', form.trim(), bodyForms));
}

function stateOf(value: string): string {
  const state = value.toUpperCase();
  if (!states.includes(state))
    throw invalidParameter(
      'state',
      'state is the postal abbreviation of a US state or territory, such as FL.',
    );
  return state;
}

const momentForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

// a plus sign that nobody encoded arrives as a space
function atOf(value: string): string {
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

function momentOf(at: string | undefined, position: string | undefined): AskedMoment | undefined {
  if (at === undefined && position === undefined) return undefined;
  return {
    ...(at === undefined ? {} : { at: atOf(at) }),
    ...(position === undefined ? {} : { position: positionOf(position) }),
  };
}

function refuseUnknown(search: URLSearchParams): void {
  for (const name of search.keys()) {
    if (!(parameters as readonly string[]).includes(name)) {
      throw invalidParameter(name, `“${name}” is not a parameter here. Allowed: ${parameters.join(', ')}.`);
    }
    if (search.getAll(name).length > 1) throw invalidParameter(name, `${name} is given once, as one value.`);
  }
}

/** The question that the parameters ask. Throws the first thing that is wrong with them. */
export function parsePageQuery(search: URLSearchParams): PageQuery {
  refuseUnknown(search);
  const value = (name: Parameter) => search.get(name) ?? undefined;
  const [fallback, state] = [value('fallbackLocale'), value('state')];
  const moment = momentOf(value('at'), value('position'));
  return {
    forms: formsOf(value('body')),
    locale: oneOf('locale', value('locale') ?? defaultLocale, locales),
    fallbackLocale: fallback === undefined ? null : oneOf('fallbackLocale', fallback, locales),
    ...(state === undefined ? {} : { state: stateOf(state) }),
    ...(moment === undefined ? {} : { moment }),
  };
}
