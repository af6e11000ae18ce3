/** What people call a document or a record in messages. */
import type { Payload } from 'payload';
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import { defaultLocale } from '../../../collections/locales.js';
import type { Row } from './publicState.js';
import type { Publication } from './record.js';

export interface NamedDocument {
  collection: string;
  id: string;
  row?: Row | null;
  /** Its slug, when the row is not known. */
  key?: string | null;
}

const inSomeLanguage = (value: unknown): unknown =>
  isRecord(value) ? (value[defaultLocale] ?? Object.values(value)[0]) : value;

function titleOf(payload: Payload, { collection, row }: NamedDocument): string | undefined {
  const field = payload.collections[collection as 'articles']?.config.admin.useAsTitle;
  const title = field && field !== 'id' ? inSomeLanguage(row?.[field]) : undefined;
  return typeof title === 'string' ? `“${title}”` : undefined;
}

/** `articles “What is PTSD?” (what-is-ptsd, 0b7c…)`: as much of it as is known. */
export function nameOf(payload: Payload, document: NamedDocument): string {
  const { collection, id, key, row } = document;
  const slug = typeof row?.slug === 'string' ? row.slug : key;
  const rest = slug ? `(${slug}, ${id})` : `(${id})`;
  return [collection, titleOf(payload, document), rest].filter(Boolean).join(' ');
}

/** The row in a snapshot; null when there is none or it is no JSON. */
export function rowIn(snapshot: string | null | undefined): Row | null {
  try {
    const row: unknown = JSON.parse(snapshot ?? 'null');
    return isRecord(row) ? (row as Row) : null;
  } catch {
    return null;
  }
}

/** `Record 7 (change of articles “What is PTSD?” (what-is-ptsd, 0b7c…))`. */
export function nameOfRecord(payload: Payload, record: Publication): string {
  const { act, collectionSlug, documentId, position, snapshot } = record;
  const document = { collection: collectionSlug, id: documentId, row: rowIn(snapshot) };
  return `Record ${position} (${act} of ${nameOf(payload, document)})`;
}
