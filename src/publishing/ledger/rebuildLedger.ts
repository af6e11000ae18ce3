/**
 * Makes spans and references anew from the ledger: where a passing look finds something wrong, some documents at a time, each
 * some in a transaction of their own. So it can be broken off and begun again, and others can write meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload } from 'payload';
import { insertRows } from '../../database/insertRows.js';
import { inTransaction, type OpenPlace } from '../../database/inTransaction.js';
import { lockLedgerHead } from '../../database/lockLedgerHead.js';
import { forgetEverywhere } from '../../freshness/nodes/changeListener.js';
import { type Derived, derive, type ExpectedSpan } from './derive.js';
import { eachBatch, eachRecord, isDamaged } from './readRecords.js';
import { isRecorded } from './recordedCollections.js';
import type { Reference } from './references.js';
import type { Span } from './spans.js';
import { glanceAtLive, leadToTheSame } from './verify/glanceAtLive.js';
import { isSpanOf, SpanGlance } from './verify/glanceAtSpans.js';
import { ByDocument, type Subject } from './verify/suspects.js';

const spansCollection = 'publication-spans' as CollectionSlug;
const referencesCollection = 'publication-references' as CollectionSlug;
/** How many documents are corrected at once: others wait for that long. */
const atOnce = 25;

export interface RebuildOptions {
  /** Called now and then with how many of the documents that may be wrong have been corrected. */
  onProgress?(done: number, of: number): void;
  signal?: AbortSignal;
}

export interface Rebuilt {
  documents: number;
  /** Documents whose spans or references were not what the ledger says. */
  corrected: number;
}

interface Looked {
  /** How many documents the ledger or a derived table names. */
  documents: number;
  /** Those that may be wrong, and all that are. */
  suspects: Subject[];
}

/** Throws when a record cannot be read, or documents of a collection. */
async function look(payload: Payload, signal: AbortSignal | undefined): Promise<Looked> {
  const suspects = new ByDocument<true>();
  const spans = new SpanGlance(payload, suspects);
  for await (const batch of eachBatch({ payload })) {
    signal?.throwIfAborted();
    for (const record of batch)
      if (isDamaged(record)) throw new Error(`Record ${record.position} cannot be read: ${record.damage}`);
    await spans.take(batch);
  }
  await spans.finish();
  const { standings } = spans;
  const say = (finding: string) => {
    throw new Error(finding);
  };
  await glanceAtLive({ payload, say, standings, suspects });
  const subjects = [...suspects].map(({ subject }) => subject);
  const unknown = subjects.filter((subject) => !standings.has(subject));
  return { documents: standings.size + unknown.length, suspects: subjects };
}

interface State {
  subject: Subject;
  derived: Derived;
  spans: Span[];
  references: (Reference & { id: string })[];
}

const nothing: Derived = { spans: [], references: [], last: undefined };

/** What follows from the records of these documents, and what is stored of that. */
async function read(place: OpenPlace, subjects: readonly Subject[]): Promise<State[]> {
  const { payload, req } = place;
  const ids = subjects.map(({ id }) => id);
  const { docs: spans } = await payload.db.find<Span>({
    ...{ collection: spansCollection, limit: 0, pagination: false, req, where: { documentId: { in: ids } } },
  });
  const { docs: references } = await payload.db.find<Reference & { id: string }>({
    ...{ collection: referencesCollection, limit: 0, pagination: false, req, where: { fromId: { in: ids } } },
  });
  const states: State[] = [];
  for (const { collection, id } of subjects) {
    const records = eachRecord(place, { document: { collection, id } });
    states.push({
      subject: { collection, id },
      derived: isRecorded(collection) ? await derive(payload, collection, records) : nothing,
      spans: spans.filter((each) => each.collectionSlug === collection && each.documentId === id),
      references: references.filter((each) => each.fromCollection === collection && each.fromId === id),
    });
  }
  return states;
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

const withId = <T extends object>(row: T) => ({ id: randomUUID(), ...row });

/** Removes the rows with these ids from a derived table, and puts others there. */
async function replace(
  place: OpenPlace,
  collection: CollectionSlug,
  { gone, made }: { gone: string[]; made: (ExpectedSpan | Reference)[] },
): Promise<void> {
  const { payload, req } = place;
  if (gone.length > 0) await payload.db.deleteMany({ collection, req, where: { id: { in: gone } } });
  await insertRows(place, collection, made.map(withId));
}

/** Answers how many of them had to be changed. */
async function correct(place: OpenPlace, subjects: readonly Subject[]): Promise<number> {
  // nobody appends to the ledger between reading its records and writing what follows from them
  await lockLedgerHead(place.payload, place.req);
  const wrong = (await read(place, subjects)).filter((state) => !isRight(state));
  const spans = wrong.map(compareSpans);
  await replace(place, spansCollection, {
    gone: spans.flatMap((each) => each.wrong),
    made: spans.flatMap(({ missing }) => missing),
  });
  await replace(place, referencesCollection, {
    gone: wrong.flatMap(({ references }) => references.map(({ id }) => id)),
    made: wrong.flatMap(({ derived }) => derived.references),
  });
  return wrong.length;
}

/** Throws when a record cannot be read; what was corrected until then stays. */
export async function rebuildLedger(
  payload: Payload,
  { onProgress, signal }: RebuildOptions = {},
): Promise<Rebuilt> {
  const { documents, suspects } = await look(payload, signal);
  let corrected = 0;
  for (let start = 0; start < suspects.length; start += atOnce) {
    signal?.throwIfAborted();
    const some = suspects.slice(start, start + atOnce);
    corrected += await inTransaction(payload, (place) => correct(place, some));
    await forgetEverywhere(payload.db); // nobody hears what is written to derived tables
    const done = start + some.length;
    if (done % 500 === 0) onProgress?.(done, suspects.length);
  }
  return { documents, corrected };
}
