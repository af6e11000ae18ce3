/** Stored rows in all their languages as Payload's Local API would answer them in one: depth 0, no fallback, some fields. */
import {
  afterReadTraverseFields,
  createLocalReq,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload';
import type { Locale } from '../../collections/locales.js';
import type { Asked } from './questions.js';

type Row = Record<string, unknown> & { id: string };

export interface InLocale {
  fields: readonly string[];
  locale: Locale;
}

/** Field hooks add promises while they run, so this goes on until none is left. */
async function settle(...queues: Promise<void>[][]): Promise<void> {
  while (queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) await Promise.all(queue.splice(0));
  }
}

async function readInLocale(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  { row, fields, locale }: InLocale & { row: Row },
): Promise<Row> {
  const given = ['id', ...fields].filter((name) => name in row).map((name) => [name, row[name]]);
  const doc = Object.fromEntries(given) as Row;
  const fieldPromises: Promise<void>[] = [];
  const populationPromises: Promise<void>[] = [];
  afterReadTraverseFields({
    ...{ collection: config, context: {}, currentDepth: 1, depth: 0, doc, draft: false, fieldDepth: 0 },
    ...{ fallbackLocale: false, fieldPromises, fields: config.fields, findMany: true, flattenLocales: true },
    ...{ global: null, locale, overrideAccess: true, parentIndexPath: '', parentIsLocalized: false },
    ...{ parentPath: '', parentSchemaPath: '', populationPromises, req, showHiddenFields: false },
    ...{ select: Object.fromEntries(fields.map((field) => [field, true])), selectMode: 'include' },
    siblingDoc: doc,
  });
  await settle(fieldPromises, populationPromises);
  return doc;
}

/** Runs what Payload runs after it has read a row: languages are flattened, field hooks add what is computed. Uses the rows up. */
export async function documentsInLocale(
  { payload, collection }: { payload: Payload; collection: Asked },
  rows: readonly Row[],
  { fields, locale }: InLocale,
): Promise<Row[]> {
  const req = await createLocalReq({ fallbackLocale: false as never, locale }, payload);
  const { config } = payload.collections[collection];
  return Promise.all(rows.map((row) => readInLocale(req, config, { row, fields, locale })));
}
