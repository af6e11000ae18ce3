/**
 * The writer of the ledger. It listens to the database: before a transaction is committed it holds what is public of each
 * written document against the document's last record, and appends a record where they differ. It looks at states and not
 * at operations, so it makes no difference how a document came to be as it is.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { actorOf } from '../../../collections/access/actorOf.js';
import { lockLedgerHead } from '../../database/lockLedgerHead.js';
import type { Announcement, TransactionRequest, WriteListener } from '../../database/tap.js';
import { isPageKind } from '../../pages/addresses.js';
import { leaveRedirects } from '../addresses/leaveRedirects.js';
import { homePathOf } from './homePath.js';
import { lastPublication } from './positions.js';
import { publicLocales } from './publicLocales.js';
import { type Place, type Row, readPublicState } from './publicState.js';
import {
  type Act,
  canonicalJson,
  contentHashOf,
  firstPreviousHash,
  hashOf,
  type Publication,
  type PublicationDraft,
} from './record.js';
import { isRecorded } from './recordedCollections.js';
import { referrersOf, replaceReferences } from './references.js';
import { applyToSpans, lastSpan, type Span, stillPublic } from './spans.js';

interface Transaction extends Place {
  req: TransactionRequest;
}

interface Subject {
  collection: CollectionKey;
  id: string;
}

/**
 * Appends one record at the end of the chain, inside the transaction of `req`. Answers it as it stands. Rejects, and leaves
 * the transaction to be rolled back, when another transaction has appended in the meantime.
 */
export async function appendRecord(place: Transaction, draft: PublicationDraft): Promise<Publication> {
  const { payload, req } = place;
  await lockLedgerHead(payload, req);
  const last = await lastPublication(place, {}, ['position', 'hash', 'createdAt']);
  const now = new Date();
  const lastTime = new Date(last?.createdAt ?? 0);
  const said = {
    ...draft,
    position: (last?.position ?? 0) + 1,
    previousHash: last?.hash ?? firstPreviousHash,
    // a clock that was set back must not let time run backwards
    createdAt: (now < lastTime ? lastTime : now).toISOString(),
  };
  const publication: Publication = { id: randomUUID(), ...said, hash: hashOf(said) };
  const data = { ...publication, updatedAt: publication.createdAt };
  await payload.db.create({ collection: 'publications', data, req, returning: false });
  return publication;
}

/** True when the row is what the span's record holds. That it was saved again does not make it another. */
function isUnchanged(span: Span, row: Row): boolean {
  const asRecorded = span.documentUpdatedAt ? { ...row, updatedAt: span.documentUpdatedAt } : row;
  return contentHashOf(canonicalJson(asRecorded)) === span.contentHash;
}

/** Two answers of one content are equal, so the moment of a save that changed nothing is not kept. */
async function putBackUpdatedAt({ payload, req }: Transaction, { collection, id }: Subject, span: Span) {
  const data = { updatedAt: span.documentUpdatedAt };
  await payload.db.updateOne({ collection: collection as 'articles', data, id, req, returning: false });
}

async function exists({ payload, req }: Transaction, { collection, id }: Subject): Promise<boolean> {
  const where = { id: { equals: id } };
  return Boolean(await payload.db.findOne({ collection: collection as 'articles', req, where }));
}

async function actOf(place: Transaction, subject: Subject, isOpen: boolean, row: Row | null): Promise<Act> {
  if (row) return isOpen ? 'change' : 'publish';
  return (await exists(place, subject)) ? 'unpublish' : 'delete';
}

async function draftOf(
  place: Transaction,
  { collection, id }: Subject,
  { act, last, row }: { act: Act; last: Span | null; row: Row | null },
): Promise<PublicationDraft> {
  const snapshot = row && canonicalJson(row);
  const { approvals, publicationReason } = place.req.context ?? {};
  return {
    ...{ act, collectionSlug: collection, documentId: id, snapshot, target: null },
    actor: actorOf(place.req),
    approvals: Array.isArray(approvals) ? approvals : [],
    contentHash: snapshot === null ? null : contentHashOf(snapshot),
    locales: row ? publicLocales(place.payload, collection, row) : [],
    path: row ? await homePathOf(place, collection, row) : await pathAt(place, last?.from),
    reason: typeof publicationReason === 'string' ? publicationReason : null,
  };
}

/** Where what went dark stood. */
async function pathAt(place: Transaction, position = 0): Promise<string | null> {
  return (await lastPublication(place, { position: { equals: position } }, ['path']))?.path ?? null;
}

async function snapshotAt(place: Transaction, position: number): Promise<Row | null> {
  const record = await lastPublication(place, { position: { equals: position } }, ['snapshot']);
  return record?.snapshot ? (JSON.parse(record.snapshot) as Row) : null;
}

/** What is public again under another slug was public under the old one, too. */
async function redirectFrom(place: Transaction, { collection, id }: Subject, last: Span | null, after: Row) {
  if (!last || !isPageKind(collection)) return;
  const before = await snapshotAt(place, last.from);
  if (before) await leaveRedirects(place, { collection, documentId: id, before, after });
}

/** Appends the record that is due for a document, if one is, inside the transaction of `req`. */
export async function recordDocument(place: Transaction, subject: Subject): Promise<void> {
  const { collection, id } = subject;
  const row = await readPublicState(place, collection, id);
  const last = await lastSpan(place, collection, id);
  const isOpen = last?.to === stillPublic;
  if (!row && !isOpen) return;
  if (row && isOpen && isUnchanged(last, row)) {
    if (row.updatedAt !== last.documentUpdatedAt) await putBackUpdatedAt(place, subject, last);
    return;
  }
  const act = await actOf(place, subject, isOpen, row);
  const publication = await appendRecord(place, await draftOf(place, subject, { act, last, row }));
  await applyToSpans(place, publication, { last, row });
  await replaceReferences(place, subject, row);
  if (row) await redirectFrom(place, subject, last, row);
}

/** Whoever loses a relation with a deleted document has changed, although nobody wrote it. */
async function withReferrers(place: Transaction, { documents }: Announcement): Promise<Subject[]> {
  const subjects = documents.map(({ collection, id }) => ({ collection: collection as CollectionKey, id }));
  const found = new Map(subjects.map((subject) => [`${subject.collection} ${subject.id}`, subject]));
  for (const subject of subjects) {
    const referrers = await referrersOf(place, subject.collection, [subject.id]);
    if (referrers.length === 0 || (await exists(place, subject))) continue;
    for (const { fromCollection, fromId } of referrers) {
      found.set(`${fromCollection} ${fromId}`, { collection: fromCollection as CollectionKey, id: fromId });
    }
  }
  return [...found.values()];
}

/** Appends what a transaction made public, changed or took down. A record that cannot be appended undoes the transaction. */
export const ledgerListener: WriteListener = {
  hears: isRecorded,
  beforeCommit: async (announcement) => {
    const { req } = announcement;
    const place = { payload: req.payload, req };
    for (const subject of await withReferrers(place, announcement)) await recordDocument(place, subject);
  },
};
