/**
 * Makes spans and references anew from the ledger: document by document, each in a transaction of its own, leaving alone what
 * is right. So it can be broken off and begun again, and others can write meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload, Where } from 'payload';
import { inTransaction, type OpenPlace } from '../../database/inTransaction.js';
import { lockLedgerHead } from '../../database/lockLedgerHead.js';
import { type Derived, derive, type ExpectedSpan } from './derive.js';
import type { Place, Row } from './publicState.js';
import { eachRecord } from './readRecords.js';
import { isRecorded } from './recordedCollections.js';
import type { Reference } from './references.js';
import type { Span } from './spans.js';
import { leadToTheSame } from './verify/glanceAtLive.js';
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
  /** Documents whose spans or references were not what the ledger says. */
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

interface State {
  derived: Derived;
  spans: Span[];
  references: Reference[];
}

const nothing: Derived = { spans: [], references: [], last: undefined };

/** What follows from the records of a document, and what is stored of that. */
async function read(place: Place, { collection, id }: Subject): Promise<State> {
  const { payload, req } = place;
  const records = eachRecord(place, { document: { collection, id } });
  const { docs: spans } = await payload.db.find<Span>({
    ...{ collection: spansCollection, limit: 0, pagination: false, req },
    where: { and: [{ collectionSlug: { equals: collection } }, { documentId: { equals: id } }] },
  });
  const { docs: references } = await payload.db.find<Reference>({
    ...{ collection: referencesCollection, limit: 0, pagination: false, req },
    where: { and: [{ fromCollection: { equals: collection } }, { fromId: { equals: id } }] },
  });
  const derived = isRecorded(collection) ? await derive(payload, collection, records) : nothing;
  return { derived, spans, references };
}

/** Stored spans that are wrong, and those that should be there and are not. */
function compareSpans({ derived, spans }: State): { missing: ExpectedSpan[]; wrong: string[] } {
  const missing = [...derived.spans];
  const wrong = spans.filter((span) => {
    const index = missing.findIndex(
      (expected) => expected.from === span.from && expected.to === span.to && isSpanOf(span, expected),
    );
    if (index >= 0) missing.splice(index, 1);
    return index < 0;
  });
  return { missing, wrong: wrong.map(({ id }) => id) };
}

function isRight(state: State): boolean {
  const { missing, wrong } = compareSpans(state);
  return missing.length + wrong.length === 0 && leadToTheSame(state.references, state.derived.references);
}

async function writeSpans({ payload, req }: OpenPlace, state: State): Promise<void> {
  const { missing, wrong } = compareSpans(state);
  if (wrong.length > 0)
    await payload.db.deleteMany({ collection: spansCollection, req, where: { id: { in: wrong } } });
  for (const span of missing) {
    const data = { id: randomUUID(), ...span };
    await payload.db.create({ collection: spansCollection, data, req, returning: false });
  }
}

async function writeReferences({ payload, req }: OpenPlace, { collection, id }: Subject, { derived }: State) {
  const where: Where = { and: [{ fromCollection: { equals: collection } }, { fromId: { equals: id } }] };
  await payload.db.deleteMany({ collection: referencesCollection, req, where });
  for (const reference of derived.references) {
    const data = { id: randomUUID(), ...reference };
    await payload.db.create({ collection: referencesCollection, data, req, returning: false });
  }
}

/** Answers whether anything had to be changed. */
async function correct(place: OpenPlace, subject: Subject): Promise<boolean> {
  // nobody appends to the ledger between reading its records and writing what follows from them
  await lockLedgerHead(place.payload, place.req);
  const state = await read(place, subject);
  if (isRight(state)) return false;
  await writeSpans(place, state);
  await writeReferences(place, subject, state);
  return true;
}

/** A passing look is enough for what is right; what is not is looked at again with the ledger held. */
async function correctWhenNeeded(payload: Payload, subject: Subject): Promise<boolean> {
  if (isRight(await read({ payload }, subject))) return false;
  return inTransaction(payload, (place) => correct(place, subject));
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
    if (await correctWhenNeeded(payload, subject)) rebuilt.corrected += 1;
    rebuilt.documents += 1;
    if (rebuilt.documents % batchSize === 0) onProgress?.(rebuilt.documents, subjects.size);
  }
  return rebuilt;
}
