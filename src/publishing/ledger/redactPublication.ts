/** Takes the content of one record out of the ledger, leaving the chain whole: its hash stays, and a record says who and why. */
import type { CollectionSlug, Payload } from 'payload';
import type { Actor } from '../../../collections/access/actorOf.js';
import { inTransaction, type OpenPlace } from '../../database/inTransaction.js';
import { AppError } from '../../errors.js';
import { appendRecord } from './appendRecord.js';
import { nameOfRecord } from './documentNames.js';
import { lastPublication } from './positions.js';
import type { Publication } from './record.js';

export interface Redaction {
  position: number;
  reason: string;
  actor: Actor;
}

const refused = (message: string) => new AppError('conflict', 409, message);

async function findTarget(place: OpenPlace, position: number): Promise<Publication> {
  const record = await lastPublication(place, { position: { equals: position } });
  if (!record) throw new AppError('not_found', 404, `There is no record ${position}.`);
  return record;
}

/** What is public now stands in the database itself: blanking its record would hide nothing. */
async function isPublicNow(
  place: OpenPlace,
  { collectionSlug, documentId, position }: Publication,
): Promise<boolean> {
  const last = await lastPublication(
    place,
    {
      and: [
        { collectionSlug: { equals: collectionSlug } },
        { documentId: { equals: documentId } },
        { act: { not_equals: 'redact' } },
      ],
    },
    ['position'],
  );
  return last?.position === position;
}

async function assertRedactable(place: OpenPlace, record: Publication): Promise<void> {
  const { contentHash, position, snapshot } = record;
  const name = nameOfRecord(place.payload, record);
  if (!snapshot && !contentHash) throw refused(`${name} has no snapshot: there is nothing to redact.`);
  if (!snapshot) {
    const earlier = await lastPublication(place, { target: { equals: position } }, ['position']);
    throw refused(`${name} has been redacted already${earlier ? `, by record ${earlier.position}` : ''}.`);
  }
  if (await isPublicNow(place, record))
    throw refused(`${name} is what is public now. Change the document or take it down first.`);
}

/** The span keeps nothing of the content either: `rebuild` would not find it in the ledger any more. */
async function blank({ payload, req }: OpenPlace, { id, position }: Publication): Promise<void> {
  await payload.db.updateOne({
    collection: 'publications',
    data: { snapshot: null },
    id,
    req,
    returning: false,
  });
  const spans = 'publication-spans' as CollectionSlug;
  const where = { from: { equals: position } };
  const { docs } = await payload.db.find<{ id: string }>({
    collection: spans,
    limit: 0,
    pagination: false,
    req,
    where,
  });
  for (const span of docs) {
    const data = { documentUpdatedAt: null, key: null };
    await payload.db.updateOne({ collection: spans, data, id: span.id, req, returning: false });
  }
}

/**
 * Blanks the snapshot at a position and appends the record that says so, in one transaction; answers that record. Throws an
 * AppError when there is no such record, it holds nothing, was redacted before, or is what is public now.
 */
export function redactPublication(
  payload: Payload,
  { actor, position, reason }: Redaction,
): Promise<Publication> {
  return inTransaction(payload, async (place) => {
    const record = await findTarget(place, position);
    await assertRedactable(place, record);
    const { collectionSlug, documentId } = record;
    const redaction = await appendRecord(place, {
      ...{ act: 'redact', collectionSlug, documentId, target: position, actor, reason },
      ...{ approvals: [], contentHash: null, locales: [], path: null, snapshot: null },
    });
    await blank(place, record);
    return redaction;
  });
}
