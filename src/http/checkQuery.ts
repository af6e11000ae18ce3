// What signed-in people may ask of lists: a filter must be one, and no answer holds everything at once.
import type { SanitizedConfig } from 'payload';
import * as qs from 'qs-esm';
import { mostRows } from '../../collections/hooks/clampReads.js';
import { AppError, invalidParameter } from '../errors.js';

/** As Payload parses queries (createPayloadRequest). */
const parsing = { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true };

/**
 * The query with its locale said. Without one Payload answers with no localized field at all when `fallback` is off.
 * Throws 400 for a locale that does not exist.
 */
export function withLocale(query: string, { localization }: Pick<SanitizedConfig, 'localization'>): string {
  if (!localization) return query;
  const params = new URLSearchParams(query);
  const locale = params.get('locale');
  if (!locale) return [query, `locale=${localization.defaultLocale}`].filter(Boolean).join('&');
  if (['all', '*', ...localization.localeCodes].includes(locale)) return query;
  throw invalidParameter('locale', `locale must be one of ${localization.localeCodes.join(', ')}.`);
}

/** The query of a read with `limit` in bounds. Throws 400 for a filter that is none. */
export function checkQuery(query: string): string {
  if (!query) return query;
  const parsed = parse(query);
  for (const name of ['where', 'joins', 'populate']) refuseNonObject(parsed, name);
  if (!isFilter(parsed.where)) refuseFilter();
  clampLimit(parsed);
  clampPage(parsed);
  return qs.stringify(parsed);
}

/**
 * The query of a write. Throws 400 for a filter that is none or constrains nothing: Payload takes a filter that it does
 * not understand for no filter at all, and would delete everything.
 */
export function checkWriteFilter(query: string): string {
  const { where } = query ? parse(query) : {};
  if (where !== undefined && !(isFilter(where) && constrains(where))) refuseFilter();
  return query;
}

/** True when something has to hold; an empty part of an `or` would let everything through. */
function constrains(where: unknown): boolean {
  return Object.entries((where || {}) as object).some(([name, condition]) => {
    if (name.toLowerCase() === 'and') return listOf(condition).some(constrains);
    if (name.toLowerCase() === 'or')
      return listOf(condition).every(constrains) && listOf(condition).length > 0;
    return Object.keys(condition as object).length > 0;
  });
}

function parse(query: string): Record<string, unknown> {
  try {
    return qs.parse(query, parsing) as Record<string, unknown>;
  } catch {
    throw new AppError('bad_request', 400, 'The query cannot be understood.');
  }
}

function refuseNonObject(parsed: Record<string, unknown>, name: string): void {
  const value = parsed[name];
  if (value === undefined || value === '' || isPlainObject(value) || (name === 'joins' && value === 'false'))
    return;
  throw invalidParameter(name, `${name} must be an object, as in ${name}[field][equals]=value.`);
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Payload passes over parts of a filter that are text where it expects a condition, and so finds too much. */
function isFilter(where: unknown): boolean {
  if (where === undefined || where === '') return true;
  if (!isPlainObject(where)) return false;
  return Object.entries(where as object).every(([name, condition]) =>
    ['and', 'or'].includes(name.toLowerCase()) ? listOf(condition).every(isFilter) : isPlainObject(condition),
  );
}

/** `or[0]…` is parsed as a list, `or[2000]…` as an object with numbers for names. */
function listOf(conditions: unknown): unknown[] {
  return isPlainObject(conditions) ? Object.values(conditions as object) : [conditions].flat();
}

function refuseFilter(): never {
  throw invalidParameter('where', 'where holds a condition that is none; write where[field][equals]=value.');
}

/** Payload answers limit=0, negative limits and pagination=false with every row there is. */
function clampLimit(parsed: Record<string, unknown>): void {
  const unlimited = parsed.pagination === 'false';
  delete parsed.pagination;
  if (parsed.limit === undefined && !unlimited) return;
  const limit = Number(parsed.limit ?? mostRows);
  if (!Number.isInteger(limit)) throw invalidParameter('limit', 'limit must be a whole number.');
  parsed.limit = limit < 1 ? mostRows : Math.min(limit, mostRows);
}

function clampPage(parsed: Record<string, unknown>): void {
  if (parsed.page === undefined) return;
  const page = Number(parsed.page);
  if (!Number.isInteger(page)) throw invalidParameter('page', 'page must be a whole number.');
  parsed.page = Math.min(Math.max(page, 1), 1_000_000);
}
