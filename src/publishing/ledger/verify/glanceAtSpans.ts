/** Notes, while the records pass by, which documents have spans that do not follow from them. */
import type { CollectionSlug, Payload, Where } from 'payload';
import { rowIn } from '../documentNames.js';
import { isDamaged, type ReadRecord } from '../readRecords.js';
import type { Publication } from '../record.js';
import { type Span, spanOf, stillPublic } from '../spans.js';
import { ByDocument, type Subject } from './suspects.js';

const collection = 'publication-spans' as CollectionSlug;

const subjectOf = ({ collectionSlug, documentId }: Pick<Span, 'collectionSlug' | 'documentId'>): Subject => ({
  collection: collectionSlug,
  id: documentId,
});

/** What the records say of a document so far. */
export interface Standing {
  position: number;
  /** Null when the document is not public. */
  contentHash: string | null;
  /** Where the stored span of this record ends. */
  spanEnd?: number;
}

const compared = ['collectionSlug', 'documentId', 'key', 'contentHash', 'documentUpdatedAt'] as const;

/** Whether a stored span says what it must; its end apart, which later records decide. */
export function isSpanOf(stored: Partial<Span>, expected: Omit<Span, 'id'>): boolean {
  return compared.every((field) => (stored[field] ?? null) === (expected[field] ?? null));
}

export class SpanGlance {
  readonly standings = new ByDocument<Standing>();

  constructor(
    private readonly payload: Payload,
    private readonly suspects: ByDocument<true>,
  ) {}

  /** The next records, in their order. */
  async take(batch: readonly ReadRecord[]): Promise<void> {
    const records = batch.filter((each): each is Publication => !isDamaged(each));
    const positions = batch.map(({ position }) => position);
    const stored = new Map<number, Span>();
    for (const span of await this.find({ from: { in: positions } })) {
      if (stored.has(span.from)) this.suspects.set(subjectOf(span), true);
      stored.set(span.from, span);
    }
    for (const record of records) this.hold(record, stored);
    // what is left no record opens
    for (const span of stored.values()) this.suspects.set(subjectOf(span), true);
  }

  /** Suspects whoever has a span that ends wrongly, or begins where no record stands. */
  async finish(): Promise<void> {
    let last = 0;
    for (const { subject, value } of this.standings) {
      if (value.contentHash !== null && value.spanEnd !== stillPublic) this.suspects.set(subject, true);
      last = Math.max(last, value.position);
    }
    const outside: Where = { or: [{ from: { greater_than: last } }, { from: { less_than: 1 } }] };
    for (const span of await this.find(outside)) this.suspects.set(subjectOf(span), true);
  }

  private hold(record: Publication, stored: Map<number, Span>): void {
    if (record.act === 'redact') return;
    const subject = subjectOf(record);
    const before = this.standings.get(subject);
    if (before && before.contentHash !== null && before.spanEnd !== record.position)
      this.suspects.set(subject, true);
    const expected = spanOf(record, rowIn(record.snapshot));
    const span = stored.get(record.position);
    if (expected) {
      if (!span || !isSpanOf(span, expected)) this.suspects.set(subject, true);
      if (span && isSpanOf(span, expected)) stored.delete(record.position);
    }
    this.standings.set(subject, {
      position: record.position,
      contentHash: expected ? (record.contentHash ?? '') : null,
      spanEnd: span?.to,
    });
  }

  private async find(where: Where): Promise<Span[]> {
    const { docs } = await this.payload.db.find<Span>({
      ...{ collection, limit: 0, pagination: false, where },
    });
    return docs;
  }
}
