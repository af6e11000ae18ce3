/** What spans and references must be, from the records of one document alone. */
import type { Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { rowIn } from './documentNames.js';
import type { Publication } from './record.js';
import { type Reference, referencesIn } from './references.js';
import { type Span, spanOf } from './spans.js';

export type ExpectedSpan = Omit<Span, 'id'>;

export interface Derived {
  spans: ExpectedSpan[];
  references: Reference[];
  /** The record that says what the document is now, redactions apart. */
  last: Publication | undefined;
}

/** Carries the next record of the document over. Only the last record keeps its snapshot: the others would fill the memory. */
export function carryOver(derived: Derived, record: Publication): void {
  if (record.act === 'redact') return;
  const open = derived.spans.at(-1);
  if (open && derived.last && open.from === derived.last.position) open.to = record.position;
  const span = spanOf(record, rowIn(record.snapshot));
  if (span) derived.spans.push(span);
  derived.last = record;
}

/** Everything that follows from the records of one document, given in the order of their positions. */
export async function derive(
  payload: Payload,
  collection: CollectionKey,
  records: AsyncIterable<Publication>,
): Promise<Derived> {
  const derived: Derived = { spans: [], references: [], last: undefined };
  for await (const record of records) carryOver(derived, record);
  const isOpen = derived.last !== undefined && derived.last.position === derived.spans.at(-1)?.from;
  const row = isOpen ? rowIn(derived.last?.snapshot) : null;
  if (row) derived.references = referencesIn(payload, collection, row);
  return derived;
}
