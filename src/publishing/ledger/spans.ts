/**
 * Spans: from which position to which a document was public with one content. Kept beside the ledger so that the past is
 * quick to read, and made from nothing but the ledger.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug } from 'payload';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Place, Row } from './publicState.js';
import type { Publication } from './record.js';

/** The end of a span that has none yet. */
export const stillPublic = Number.MAX_SAFE_INTEGER;

export interface Span {
  id: string;
  collectionSlug: string;
  documentId: string;
  key: string | null;
  /** The position of the record that holds the snapshot. */
  from: number;
  /** The first position at which it no longer was so. */
  to: number;
  contentHash: string;
  documentUpdatedAt: string | null;
}

const collection = 'publication-spans' as CollectionSlug;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** By what pages find a document: a redirect by its site and path, an availability by its service, all others by slug. */
export function spanKeyOf(collectionSlug: string, row: Row): string | null {
  if (collectionSlug === 'redirects') return `${idOf(row.site) ?? ''} ${row.from}`;
  if (collectionSlug === 'availability') return text(idOf(row.service));
  return text(row.slug);
}

/** The spans of those of these documents that are public. */
export async function openSpans(
  { payload, req }: Place,
  collectionSlug: string,
  ids: readonly string[],
): Promise<Span[]> {
  const { docs } = await payload.db.find<Span>({
    ...{ collection, limit: 0, pagination: false, req },
    where: {
      and: [
        { collectionSlug: { equals: collectionSlug } },
        { documentId: { in: [...ids] } },
        { to: { equals: stillPublic } },
      ],
    },
  });
  return docs;
}

/** The last span of a document, whether it still is public or not. */
export async function lastSpan(
  { payload, req }: Place,
  collectionSlug: string,
  documentId: string,
): Promise<Span | null> {
  const { docs } = await payload.db.find<Span>({
    ...{ collection, limit: 1, pagination: false, req, sort: '-to' },
    where: { and: [{ collectionSlug: { equals: collectionSlug } }, { documentId: { equals: documentId } }] },
  });
  return docs[0] ?? null;
}

/** The span that a record opens; null for records that end one, and for redactions. */
export function spanOf(record: Publication, row: Row | null): Omit<Span, 'id'> | null {
  if (record.act !== 'publish' && record.act !== 'change') return null;
  return {
    ...{ collectionSlug: record.collectionSlug, documentId: record.documentId },
    ...{ from: record.position, to: stillPublic, contentHash: record.contentHash ?? '' },
    key: row && spanKeyOf(record.collectionSlug, row),
    documentUpdatedAt: text(row?.updatedAt),
  };
}

/** Carries one record over into the spans, given the last span of its document. */
export async function applyToSpans(
  { payload, req }: Place,
  record: Publication,
  { last, row }: { last: Span | null; row: Row | null },
): Promise<void> {
  if (record.act === 'redact') return;
  if (last?.to === stillPublic) {
    const data = { to: record.position };
    await payload.db.updateOne({ collection, data, id: last.id, req, returning: false });
  }
  const span = spanOf(record, row);
  if (!span) return;
  await payload.db.create({ collection, data: { id: randomUUID(), ...span }, req, returning: false });
}
