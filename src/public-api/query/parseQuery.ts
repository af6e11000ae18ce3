// Reads the parameters of a stranger's request. What the allow-list does not name is a 400 that names the parameter.

import type { Where } from 'payload';
import { parse } from 'qs-esm';
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import { tiesOf } from '../../database/listIndexes.js';
import { invalidParameter } from '../../errors.js';
import { fallbackOf, oneOf } from '../../parameters.js';
import { limits, type PublicCollection } from '../allowList.js';
import { parseSelect } from './parseSelect.js';
import { parseWhere } from './parseWhere.js';

/** What a request may name, by kind of question. The document of the API is made from it, too. */
export const parametersOf = {
  list: [
    'where',
    'sort',
    'limit',
    'page',
    'pagination',
    'depth',
    'select',
    'locale',
    'fallbackLocale',
    'fallback-locale',
    'site',
  ],
  document: ['depth', 'select', 'locale', 'fallbackLocale', 'fallback-locale', 'site'],
  count: ['where', 'locale', 'site'],
} as const;

export type Question = keyof typeof parametersOf;
export type QueryParameter = (typeof parametersOf)[Question][number];

export interface PublicQuery {
  where: Where;
  sort: string[];
  limit: number;
  page: number;
  pagination: boolean;
  depth: number;
  /** Top-level fields asked for; null when the request did not say. */
  select: string[] | null;
  locale: Locale;
  fallbackLocale: Locale | false;
  /** The slug of a site. */
  site: string | null;
}

type Raw = Record<string, unknown>;

/** A parser that cuts off what is too much would drop a filter without a word. */
const mostParameters = 200;

/** Parameters as they stand in the address. */
function readSearch(search: string): Raw {
  if (search.split('&').length > mostParameters)
    throw invalidParameter('query', `A request has at most ${mostParameters} parameters.`);
  return parse(search, {
    allowEmptyArrays: true,
    arrayLimit: 200,
    depth: 12,
    ignoreQueryPrefix: true,
    parameterLimit: mostParameters,
    plainObjects: true,
  }) as Raw;
}

function text(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw invalidParameter(name, `${name} is given once, as one value.`);
  return value;
}

function wholeNumber(raw: Raw, name: string, lowest: number, highest: number, usual: number): number {
  const value = text(raw, name);
  if (value === undefined) return usual;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number;
  throw invalidParameter(name, `${name} is a whole number from ${lowest} to ${highest}.`);
}

function readFallback(raw: Raw): Locale | false {
  const name = raw.fallbackLocale === undefined ? 'fallback-locale' : 'fallbackLocale';
  return fallbackOf(name, text(raw, name)) ?? false;
}

function readPagination(raw: Raw): boolean {
  const value = text(raw, 'pagination') ?? 'true';
  if (value !== 'true' && value !== 'false')
    throw invalidParameter('pagination', 'pagination is true or false.');
  return value === 'true';
}

/** The sort keys of a request, each allowed. */
export function parseSort(rules: PublicCollection, value: unknown): string[] {
  const keys = (Array.isArray(value) ? value : String(value ?? rules.defaultSort).split(',')).map((key) =>
    String(key).trim(),
  );
  if (keys.length > 3) throw invalidParameter('sort', 'sort has at most three keys.');
  const wrong = keys.find((key) => !rules.sorts.includes(key.replace(/^-/, '')));
  if (wrong !== undefined) {
    throw invalidParameter(
      'sort',
      `“${wrong}” cannot be sorted by. Allowed: ${rules.sorts.join(', ')}, each with or without “-”.`,
    );
  }
  return [...keys, ...tiesOf(keys.at(-1) ?? '')];
}

/**
 * True of every document that is public in the language of a list sorted by title, and said so that the database can begin with
 * the index of titles: `exists` tells it nothing about their order.
 */
export function titledWhere(
  { publicWhen: { localizedTitle } }: PublicCollection,
  [first]: readonly string[],
  hasFallback: boolean,
): Where[] {
  const isByTitle = first?.replace(/^-/, '') === localizedTitle;
  return localizedTitle && isByTitle && !hasFallback ? [{ [localizedTitle]: { greater_than: '' } }] : [];
}

/** The parser drops names such as `__proto__` without a word, so names are read from the address itself. */
function refuseUnknown(search: string, allowed: readonly string[]): void {
  const names = [...new URLSearchParams(search).keys()].map((key) => key.split('[', 1)[0] as string);
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown === undefined) return;
  throw invalidParameter(unknown, `“${unknown}” is not a parameter here. Allowed: ${allowed.join(', ')}.`);
}

/** The query of one question about a public collection. Throws a 400 naming the first parameter that is not allowed. */
export function parseQuery(rules: PublicCollection, question: Question, search: string): PublicQuery {
  refuseUnknown(search, parametersOf[question]);
  const raw = readSearch(search);
  return {
    where: parseWhere(rules, raw.where),
    sort: parseSort(rules, raw.sort),
    limit: wholeNumber(raw, 'limit', 1, limits.rows, limits.defaultRows),
    page: wholeNumber(raw, 'page', 1, limits.page, 1),
    pagination: readPagination(raw),
    depth: wholeNumber(raw, 'depth', 0, limits.depth, 0),
    select: parseSelect(rules, raw.select),
    locale: oneOf('locale', text(raw, 'locale') ?? defaultLocale, locales),
    fallbackLocale: readFallback(raw),
    site: text(raw, 'site') ?? null,
  };
}
