/**
 * Makes spans and references anew from the ledger: document by document, each in a transaction of its own, leaving alone what
 * is right. So it can be broken off and begun again, and others can write meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload, Where } from 'payload';
import { lockLedgerHead } from '../../database/lockLedgerHead.js';
import { type Derived, derive } from './derive.js';
import { rowIn } from './documentNames.js';
import { inTransaction, type OpenPlace } from './inTransaction.js';
import type { Row } from './publicState.js';
import { eachRecord } from './readRecords.js';
import { isRecorded } from './recordedCollections.js';
import { replaceReferences } from './references.js';
import type { Span } from './spans.js';
import { isSpanOf } from './verify/glanceAtSpans.js';
import { ByDocument, type Subject } from './verify/suspects.js';

const spansCollection = 'publication-spans' as CollectionSlug;
const referencesCollection = 'publication-references' as CollectionSlug;
const batchSize = 500;

export interface RebuildOptions {
  /** Called now and then with how many documents are done of how many. */
  onProgress?(done: number, of: number): void;
  signal?: AbortSignal;
}

export interface Rebuilt {
  documents: number;
  /** Documents whose spans were not what the ledger says. */
  corrected: number;
}

/** Everything that the ledger or a derived table names. */
async function findSubjects(payload: Payload): Promise<ByDocument<true>> {
  const subjects = new ByDocument<true>();
  for await (const { collectionSlug, documentId } of eachRecord({ payload }))
    subjects.set({ collection: collectionSlug, id: documentId }, true);
  for await (const row of eachRow(payload, spansCollection))
    subjects.set({ collection: String(row.collectionSlug), id: String(row.documentId) }, true);
  for await (const row of eachRow(payload, referencesCollection))
    subjects.set({ collection: String(row.fromCollection), id: String(row.fromId) }, true);
  return subjects;
}

async function* eachRow(payload: Payload, collection: CollectionSlug): AsyncGenerator<Row> {
  for (let last = ''; ; ) {
    const where: Where = last ? { id: { greater_than: last } } : {};
    const { docs } = await payload.db.find<Row>({
      collection,
      limit: batchSize,
      pagination: false,
      sort: 'id',
      where,
    });
    yield* docs;
    if (docs.length < batchSize) return;
    last = docs.at(-1)?.id ?? '';
  }
}

/** Answers whether anything had to be changed. */
async function correctSpans(
  { payload, req }: OpenPlace,
  { collection, id }: Subject,
  { spans }: Pick<Derived, 'spans'>,
) {
  const { docs: stored } = await payload.db.find<Span>({
    ...{ collection: spansCollection, limit: 0, pagination: false, req },
    where: { and: [{ collectionSlug: { equals: collection } }, { documentId: { equals: id } }] },
  });
  const missing = [...spans];
  const wrong: string[] = [];
  for (const span of stored) {
    const index = missing.findIndex(
      (expected) => expected.from === span.from && expected.to === span.to && isSpanOf(span, expected),
    );
    if (index >= 0) missing.splice(index, 1);
    else wrong.push(span.id);
  }
  if (wrong.length > 0)
    await payload.db.deleteMany({ collection: spansCollection, req, where: { id: { in: wrong } } });
  for (const span of missing) {
    const data = { id: randomUUID(), ...span };
    await payload.db.create({ collection: spansCollection, data, req, returning: false });
  }
  return wrong.length > 0 || missing.length > 0;
}

async function deleteReferences({ payload, req }: OpenPlace, { collection, id }: Subject): Promise<void> {
  const where: Where = { and: [{ fromCollection: { equals: collection } }, { fromId: { equals: id } }] };
  await payload.db.deleteMany({ collection: referencesCollection, req, where });
}

async function correct(place: OpenPlace, subject: Subject): Promise<boolean> {
  const { collection, id } = subject;
  // nobody appends to the ledger between reading its records and writing what follows from them
  await lockLedgerHead(place.payload, place.req);
  if (!isRecorded(collection)) {
    await deleteReferences(place, subject);
    return correctSpans(place, subject, { spans: [] });
  }
  const document = { collection, id };
  const derived = await derive(place.payload, collection, eachRecord(place, { document }));
  const isOpen = derived.last !== undefined && derived.spans.at(-1)?.from === derived.last.position;
  await replaceReferences(place, document, isOpen ? rowIn(derived.last?.snapshot) : null);
  return correctSpans(place, document, derived);
}

/** Throws when a record cannot be read; what was corrected until then stays. */
export async function rebuildLedger(
  payload: Payload,
  { onProgress, signal }: RebuildOptions = {},
): Promise<Rebuilt> {
  const subjects = await findSubjects(payload);
  const rebuilt: Rebuilt = { documents: 0, corrected: 0 };
  for (const { subject } of subjects) {
    signal?.throwIfAborted();
    if (await inTransaction(payload, (place) => correct(place, subject))) rebuilt.corrected += 1;
    rebuilt.documents += 1;
    if (rebuilt.documents % batchSize === 0) onProgress?.(rebuilt.documents, subjects.size);
  }
  return rebuilt;
}
