/**
 * The writer of the ledger. It listens to the database: before a transaction is committed it holds what is public of each
 * written document against the document's last record, and appends a record where they differ. It looks at states and not
 * at operations, so it makes no difference how a document came to be as it is.
 */

import type { TypeWithVersion } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { actorOf } from '../../../collections/access/actorOf.js';
import { hasDrafts } from '../../../collections/defineCollection.js';
import type { WriteListener } from '../../database/tap.js';
import { isPageKind } from '../../pages/addresses.js';
import { leaveRedirects } from '../addresses/leaveRedirects.js';
import { appendBehind, type Head, holdHead, type Transaction } from './appendRecord.js';
import { differingFields } from './differingFields.js';
import { homePathOf } from './homePath.js';
import { lastPublication } from './positions.js';
import { publicLocales } from './publicLocales.js';
import { type Row, readPublicStates } from './publicState.js';
import { type Act, canonicalJson, contentHashOf, type PublicationDraft } from './record.js';
import { isRecorded } from './recordedCollections.js';
import { referrersOf, replaceReferences } from './references.js';
import { applyToSpans, lastSpan, openSpans, type Span } from './spans.js';

interface Subject {
  collection: CollectionKey;
  id: string;
}

/** How many documents are read at once. */
const batch = 100;

const keyOf = ({ collection, id }: Subject) => `${collection} ${id}`;

/** True when the row is, to the byte, what the span's record holds, whenever it was saved. */
function isAsRecorded(span: Span, row: Row): boolean {
  const asRecorded = span.documentUpdatedAt ? { ...row, updatedAt: span.documentUpdatedAt } : row;
  return contentHashOf(canonicalJson(asRecorded)) === span.contentHash;
}

/** True when it says the same; that it was saved again does not make it another. */
function saysTheSame(snapshot: Row | null, row: Row): boolean {
  return snapshot !== null && differingFields(snapshot, row).every((name) => name === 'updatedAt');
}

/** Two answers of one content are equal, so the moment of a save that changed nothing is not kept. */
async function putBackUpdatedAt(
  { payload, req }: Transaction,
  { collection, id }: Subject,
  { row, span }: { row: Row; span: Span },
): Promise<void> {
  if (row.updatedAt === span.documentUpdatedAt) return;
  const data = { updatedAt: span.documentUpdatedAt };
  await payload.db.updateOne({ collection: collection as 'articles', data, id, req, returning: false });
  if (hasDrafts(collection)) await outdateDrafts({ payload, req }, { collection, id }, span);
}

/** Payload takes a draft that is newer than the row for the latest. Those that this save has overtaken are not. */
async function outdateDrafts(
  { payload, req }: Transaction,
  { collection, id }: Subject,
  { documentUpdatedAt }: Span,
): Promise<void> {
  const of = { collection: collection as 'articles', req };
  const { docs } = await payload.db.findVersions<Row>({
    ...{ ...of, limit: 0, pagination: false, select: { parent: true } },
    where: {
      and: [
        { parent: { equals: id } },
        { latest: { not_equals: true } },
        { 'version._status': { equals: 'draft' } },
        { updatedAt: { greater_than: documentUpdatedAt } },
      ],
    },
  });
  for (const version of docs) {
    const versionData = { updatedAt: documentUpdatedAt } as unknown as TypeWithVersion<Row>;
    await payload.db.updateVersion({ ...of, id: version.id, returning: false, versionData });
  }
}

async function exists({ payload, req }: Transaction, { collection, id }: Subject): Promise<boolean> {
  const where = { id: { equals: id } };
  return Boolean(await payload.db.findOne({ collection: collection as 'articles', req, where }));
}

interface Change {
  act: Act;
  /** The last span of the document, whether it still is public or not. */
  last: Span | null;
  /** What is public now. */
  row: Row | null;
}

async function draftOf(
  place: Transaction,
  { collection, id }: Subject,
  { act, last, row }: Change,
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

/** What the database holds of some documents before their records are written. */
interface Findings {
  rows: ReadonlyMap<string, Row>;
  open: ReadonlyMap<string, Span>;
}

async function look(place: Transaction, subjects: readonly Subject[]): Promise<Findings> {
  const rows = new Map<string, Row>();
  const open = new Map<string, Span>();
  for (const [collection, ids] of byCollection(subjects)) {
    for (const row of await readPublicStates(place, collection, ids))
      rows.set(`${collection} ${row.id}`, row);
    for (const span of await openSpans(place, collection, ids)) {
      open.set(`${collection} ${span.documentId}`, span);
    }
  }
  return { rows, open };
}

function byCollection(subjects: readonly Subject[]): Map<CollectionKey, string[]> {
  const ids = new Map<CollectionKey, string[]>();
  for (const { collection, id } of subjects) ids.set(collection, [...(ids.get(collection) ?? []), id]);
  return ids;
}

/** Appends the records of one announcement; the head is read once, and only when there is something to append. */
class Appending {
  private head: Head | null | undefined;

  constructor(private readonly place: Transaction) {}

  /** The document's record, when one is due. */
  private async record(subject: Subject, { open, rows }: Findings): Promise<void> {
    const { place } = this;
    const row = rows.get(keyOf(subject)) ?? null;
    const span = open.get(keyOf(subject));
    if (!row) return this.recordGone(subject, span);
    if (span && isAsRecorded(span, row)) return putBackUpdatedAt(place, subject, { row, span });
    const last = span ?? (await lastSpan(place, subject.collection, subject.id));
    const before = last && (await snapshotAt(place, last.from));
    if (span && saysTheSame(before, row)) return putBackUpdatedAt(place, subject, { row, span });
    await this.append(subject, { act: span ? 'change' : 'publish', last, row });
    // what is public for the first time takes its address, what has moved leaves its old ones
    const { collection, id } = subject;
    if (isPageKind(collection)) {
      await leaveRedirects(place, { collection, documentId: id, before, after: row });
    }
  }

  private async recordGone(subject: Subject, span: Span | undefined): Promise<void> {
    if (!span) return;
    const act = (await exists(this.place, subject)) ? 'unpublish' : 'delete';
    await this.append(subject, { act, last: span, row: null });
  }

  private async append(subject: Subject, change: Change): Promise<void> {
    const { place } = this;
    const draft = await draftOf(place, subject, change);
    if (this.head === undefined) this.head = await holdHead(place);
    const publication = await appendBehind(this.head, place, draft);
    this.head = publication;
    await applyToSpans(place, publication, change);
    await replaceReferences(place, subject, change.row);
  }

  /** Whoever loses a relation with a deleted document has changed, although nobody wrote it. */
  private async bereft(subjects: readonly Subject[], { rows }: Findings): Promise<Subject[]> {
    const found: Subject[] = [];
    for (const [collection, ids] of byCollection(subjects)) {
      const absent = ids.filter((id) => !rows.has(keyOf({ collection, id })));
      const referrers = await referrersOf(this.place, collection, absent);
      for (const { fromCollection, fromId, toId } of referrers) {
        if (await exists(this.place, { collection, id: toId })) continue;
        found.push({ collection: fromCollection as CollectionKey, id: fromId });
      }
    }
    const written = new Set(subjects.map(keyOf));
    return [...new Map(found.map((each) => [keyOf(each), each])).values()].filter(
      (each) => !written.has(keyOf(each)),
    );
  }

  /** Appends what is due for these documents, in this order. */
  async appendAll(subjects: readonly Subject[]): Promise<void> {
    for (let start = 0; start < subjects.length; start += batch) {
      const some = subjects.slice(start, start + batch);
      const findings = await look(this.place, some);
      const others = await this.bereft(some, findings);
      for (const subject of some) await this.record(subject, findings);
      const ofOthers = await look(this.place, others);
      for (const subject of others) await this.record(subject, ofOthers);
    }
  }
}

/** Appends the records that are due for some documents, inside the transaction of `req`. */
export async function recordDocuments(place: Transaction, subjects: readonly Subject[]): Promise<void> {
  await new Appending(place).appendAll(subjects);
}

/** Appends what a transaction made public, changed or took down. A record that cannot be appended undoes the transaction. */
export const ledgerListener: WriteListener = {
  hears: isRecorded,
  beforeCommit: async ({ documents, req }) => {
    const subjects = documents.map(({ collection, id }) => ({ collection: collection as CollectionKey, id }));
    await recordDocuments({ payload: req.payload, req }, subjects);
  },
};
