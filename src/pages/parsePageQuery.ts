/** Reads the parameters of a page's address. What is not known here is a 400 that names it. */
import { stateOptions } from '../../collections/availability/states.js';
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import { invalidParameter } from '../errors.js';
import { type BodyForm, bodyForms } from './renderBody.js';

export interface PageQuery {
  forms: BodyForm[];
  locale: Locale;
  /** Tried when the page is not published in `locale`. */
  fallbackLocale: Locale | null;
  /** A USPS abbreviation. */
  state?: string;
}

const parameters = ['body', 'locale', 'fallbackLocale', 'state'] as const;
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
  return {
    forms: formsOf(value('body')),
    locale: oneOf('locale', value('locale') ?? defaultLocale, locales),
    fallbackLocale: fallback === undefined ? null : oneOf('fallbackLocale', fallback, locales),
    ...(state === undefined ? {} : { state: stateOf(state) }),
  };
}
