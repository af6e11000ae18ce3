/** Tells whether what was public has gone dark since, from the ledger. */
import type { Payload, Where } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import type { Locale } from '../../../collections/locales.js';
import { rowIn } from './documentNames.js';
import { lastPublication } from './positions.js';
import type { Row } from './publicState.js';
import type { Publication } from './record.js';
import type { Span } from './spans.js';

export interface Since {
  locale: Locale;
  /** Of the ledger. */
  position: number;
}

const fields = { act: true, locales: true, position: true } as const;

/**
 * Whether a document was public in a language at a position or later, and then no longer: unpublished, withdrawn, in the
 * trash or deleted. Publishing it anew does not undo that. False for what was never public.
 */
export async function wasTakenDown(
  payload: Payload,
  documentId: string,
  { locale, position }: Since,
): Promise<boolean> {
  const ofDocument: Where[] = [{ documentId: { equals: documentId } }, { act: { not_equals: 'redact' } }];
  const before = { and: [...ofDocument, { position: { less_than_equal: position } }] };
  const after: Where = { and: [...ofDocument, { position: { greater_than: position } }] };
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 0, pagination: false, select: fields, sort: 'position' },
    where: after,
  });
  if (docs.length === 0) return false;
  const then = await lastPublication({ payload }, before, ['locales']);
  const isPublic = [then, ...docs].map((record) => record?.locales.includes(locale) ?? false);
  return isPublic.some((now, index) => !now && isPublic[index - 1] === true);
}

async function lastSpanAt(payload: Payload, position: number, where: Where[]): Promise<Span | null> {
  const { docs } = await payload.db.find<Span>({
    ...{ collection: 'publication-spans', limit: 1, pagination: false, sort: '-from' },
    where: { and: [...where, { from: { less_than_equal: position } }] },
  });
  return docs[0] ?? null;
}

/**
 * What was last public under a key (`spanKeyOf`) until a position, in all its languages, when its document was public in
 * none there. Null when nothing had been, when it still was, and when it has been redacted.
 */
export async function takenDownRow(
  payload: Payload,
  { collection, key, position }: { collection: CollectionKey; key: string; position: number },
): Promise<Row | null> {
  const ofCollection: Where = { collectionSlug: { equals: collection } };
  const span = await lastSpanAt(payload, position, [ofCollection, { key: { equals: key } }]);
  if (!span || span.to > position) return null;
  const ofDocument: Where = { documentId: { equals: span.documentId } };
  const last = await lastSpanAt(payload, position, [ofCollection, ofDocument]);
  if (last && last.to > position) return null;
  const record = await lastPublication({ payload }, { position: { equals: span.from } }, ['snapshot']);
  return rowIn(record?.snapshot);
}
