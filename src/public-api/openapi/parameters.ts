/** Parameters that several operations share. */
import { defaultLocale, locales } from '../../../collections/locales.js';
import { stateOptions } from '../../availability/states.js';
import { limits } from '../allowList.js';
import { type Json, ref } from './json.js';
import type { Parameter } from './operation.js';

export const query = (name: string, description: string, schema: Json, more: Json = {}): Parameter => ({
  ...{ name, in: 'query', description, schema },
  ...more,
});

export const inPath = (name: string, description: string, example?: string): Parameter => ({
  ...{ name, in: 'path', required: true, description, schema: { type: 'string' } },
  ...(example === undefined ? {} : { example }),
});

export const text: Json = { type: 'string' };
export const oneOf = (values: readonly string[], usual?: string): Json => ({
  type: 'string',
  enum: [...values],
  ...(usual === undefined ? {} : { default: usual }),
});
export const wholeFrom = (minimum: number, maximum: number, usual: number): Json => ({
  ...{ type: 'integer', minimum, maximum, default: usual },
});
export const flag: Json = { type: 'boolean', default: false };
/** One or several, with commas between them. */
export const listOf = (items: Json, more: Json = {}): Json => ({ type: 'array', items, ...more });
export const commas = { style: 'form', explode: false };

/** Components, by their names. */
export const sharedParameters = {
  locale: query(
    'locale',
    'The language. What is not published in it is not there: nothing falls back by itself.',
    oneOf(locales, defaultLocale),
  ),
  fallbackLocale: query(
    'fallbackLocale',
    'Taken whole where nothing is published in `locale`; the answer’s `locale` says which it is.',
    oneOf(locales),
  ),
  site: query('site', 'The slug of a site: its own content, and what all sites share.', text, {
    example: 'brightpath',
  }),
  state: query(
    'state',
    'The postal abbreviation of the US state or territory of the visitor. Left out: a visitor from anywhere, who gets what any state asks for.',
    oneOf(stateOptions.map(({ value }) => value)),
    { example: 'FL' },
  ),
  at: query(
    'at',
    'A moment with its offset. The past is for signed-in people and keys with the scope `read-drafts`.',
    { type: 'string', format: 'date-time' },
  ),
  position: query(
    'position',
    'A position of the ledger, as `Ledger-Position` says it. For signed-in people and keys with the scope `read-drafts`.',
    { type: 'integer', minimum: 0 },
  ),
  depth: query(
    'depth',
    'How deep relations are filled in; 0 leaves their ids.',
    wholeFrom(0, limits.depth, 0),
  ),
  limit: query('limit', 'The most documents in one answer.', wholeFrom(1, limits.rows, limits.defaultRows)),
  page: query('page', 'Which part of the list.', wholeFrom(1, limits.page, 1)),
  pagination: query('pagination', '`false` leaves the count out.', { type: 'boolean', default: true }),
  ifNoneMatch: {
    ...{ name: 'If-None-Match', in: 'header', schema: text },
    description: 'The `ETag` of the answer that you have: 304 while it is still the right one.',
  } satisfies Parameter,
} as const;

export type SharedParameter = keyof typeof sharedParameters;

/** A shared parameter where it is used. */
export const shared = (name: SharedParameter) => ref('parameters', name);

/** Headers of answers, by their names. */
export const sharedHeaders: Record<string, Json> = {
  'Cache-Control': { description: 'Who may keep the answer, and for how long.', schema: text },
  'Content-Range': { description: 'Which bytes these are, of how many.', schema: text },
  ETag: { description: 'Strong: equal tags are equal bytes.', schema: text },
  'Ledger-Position': {
    description:
      'The last record of the ledger when this was composed: nothing in the answer is older or newer.',
    schema: { type: 'integer' },
  },
  Location: { description: 'Where it is now.', schema: { type: 'string', format: 'uri-reference' } },
  'Retry-After': {
    description: 'Seconds after which trying again makes sense.',
    schema: { type: 'integer' },
  },
  Vary: { description: 'What of the request the answer depends on.', schema: text },
  'X-Request-Id': { description: 'Finds the request in the log.', schema: text },
};
