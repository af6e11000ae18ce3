/** Reads the parameters of a page's address. What is not known here is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import { momentOf, oneOf, refuseUnknown, stateOf } from '../parameters.js';
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

function formsOf(value: string | undefined): BodyForm[] {
  if (value === undefined) return ['html'];
  return value.split(',').map((form) => oneOf('body', form.trim(), bodyForms));
}

/** The question that the parameters ask. Throws the first thing that is wrong with them. */
export function parsePageQuery(search: URLSearchParams): PageQuery {
  refuseUnknown(search, parameters);
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
