/** Looks at one document in one moment: its records, what is public of it, its spans and its references. */
import type { CollectionSlug, Payload } from 'payload';
import type { CollectionKey } from '../../../../collections/access/accessTable.js';
import { inTransaction, type OpenPlace } from '../../../database/inTransaction.js';
import { type Derived, derive, type ExpectedSpan } from '../derive.js';
import { differingFields } from '../differingFields.js';
import { nameOf, rowIn } from '../documentNames.js';
import { type Row, readPublicState } from '../publicState.js';
import { eachRecord } from '../readRecords.js';
import { canonicalJson, contentHashOf } from '../record.js';
import { isRecorded } from '../recordedCollections.js';
import type { Reference } from '../references.js';
import { type Span, stillPublic } from '../spans.js';
import { leadToTheSame } from './glanceAtLive.js';
import { isSpanOf } from './glanceAtSpans.js';
import type { Subject } from './suspects.js';

interface Look {
  name: string;
  row: Row | null;
  derived: Derived;
  spans: Span[];
  references: Reference[];
}

export interface Inspection {
  /** About what is public. */
  live: string[];
  /** About what is derived from the ledger; `rebuild` puts it right. */
  derived: string[];
}

async function findAll<T>(
  { payload, req }: OpenPlace,
  collection: string,
  fields: Record<string, string>,
): Promise<T[]> {
  const and = Object.entries(fields).map(([field, value]) => ({ [field]: { equals: value } }));
  const { docs } = await payload.db.find<T & { id: string }>({
    ...{ collection: collection as CollectionSlug, limit: 0, pagination: false, req, where: { and } },
  });
  return docs;
}

async function look(place: OpenPlace, collection: CollectionKey, id: string): Promise<Look> {
  const document = { collection, id };
  const derived = await derive(place.payload, collection, eachRecord(place, { document }));
  const row = await readPublicState(place, collection, id);
  const recorded = rowIn(derived.last?.snapshot);
  return {
    ...{ derived, row },
    name: nameOf(place.payload, { ...document, row: row ?? recorded, key: derived.spans.at(-1)?.key }),
    spans: await findAll<Span>(place, 'publication-spans', { collectionSlug: collection, documentId: id }),
    references: await findAll<Reference>(place, 'publication-references', {
      fromCollection: collection,
      fromId: id,
    }),
  };
}

function compareContent(name: string, row: Row, { last }: Derived): string[] {
  if (!last || contentHashOf(canonicalJson(row)) === last.contentHash) return [];
  const recorded = rowIn(last.snapshot);
  if (!recorded) return [`${name} cannot be held against record ${last.position}, which has no snapshot.`];
  const fields = differingFields(recorded, row);
  if (fields.length === 0) return [];
  return [
    `${name} was changed outside of the product: it differs from record ${last.position} in ${fields.join(', ')}.`,
  ];
}

function compareLive({ derived, name, row }: Look): string[] {
  const { last } = derived;
  const isOpen = last !== undefined && derived.spans.at(-1)?.from === last.position;
  if (row && isOpen) return compareContent(name, row, derived);
  if (row && last)
    return [
      `${name} is public, but went dark with record ${last.position} (${last.act}): nothing records that it came back.`,
    ];
  if (row) return [`${name} is public, but no record says so: it was inserted outside of the product.`];
  if (isOpen)
    return [
      `${name} is public by record ${last.position}, but not in the database: it was removed or taken down outside of the product.`,
    ];
  return [];
}

const endOf = (to: number) => (to === stillPublic ? 'open' : String(to));

function compareSpan(name: string, stored: readonly Span[], expected: ExpectedSpan): string[] {
  const [span, ...more] = stored.filter(({ from }) => from === expected.from);
  const what = `The span of ${name} from record ${expected.from}`;
  if (!span) return [`${what} is missing.`];
  if (more.length > 0) return [`${what} stands there ${more.length + 1} times.`];
  if (!isSpanOf(span, expected)) return [`${what} was changed: it does not say what the record says.`];
  return span.to === expected.to
    ? []
    : [`${what} was changed: its end is ${endOf(span.to)}, not ${endOf(expected.to)}.`];
}

function compareDerived({ derived, name, references, spans }: Look): string[] {
  const opened = new Set(derived.spans.map(({ from }) => from));
  return [
    ...derived.spans.flatMap((expected) => compareSpan(name, spans, expected)),
    ...spans
      .filter(({ from }) => !opened.has(from))
      .map(({ from }) => `A span of ${name} begins at ${from}, where no record publishes it.`),
    ...(leadToTheSame(references, derived.references)
      ? []
      : [`The references of ${name} are not those of its last record.`]),
  ];
}

/** Everything that is wrong with one document, in words. Nothing is, when only somebody wrote it at the wrong moment. */
export async function inspectDocument(payload: Payload, { collection, id }: Subject): Promise<Inspection> {
  if (!isRecorded(collection)) {
    const finding = `Something is recorded of ${collection} (${id}), of which the ledger keeps no records.`;
    return { live: [finding], derived: [] };
  }
  try {
    const found = await inTransaction(payload, (place) => look(place, collection, id));
    return { live: compareLive(found), derived: compareDerived(found) };
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0];
    return { live: [`${collection} (${id}) cannot be compared: ${reason}`], derived: [] };
  }
}
