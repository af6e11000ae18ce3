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
  /** Spans that begin up to here have been looked at. */
  private until: number | undefined;

  constructor(
    private readonly payload: Payload,
    private readonly suspects: ByDocument<true>,
  ) {}

  /** The next records, in their order. */
  async take(batch: readonly ReadRecord[]): Promise<void> {
    const until = Math.max(...batch.map(({ position }) => position).filter(Number.isFinite));
    const stored = new Map<number, Span[]>();
    for (const span of Number.isFinite(until) ? await this.upTo(until) : [])
      stored.set(span.from, [...(stored.get(span.from) ?? []), span]);
    for (const record of batch) if (!isDamaged(record)) this.hold(record, stored);
    // what is left no record opens
    for (const span of [...stored.values()].flat()) this.suspects.set(subjectOf(span), true);
  }

  /** Suspects whoever has a span that ends wrongly, or begins behind the last record. */
  async finish(): Promise<void> {
    for (const { subject, value } of this.standings)
      if (value.contentHash !== null && value.spanEnd !== stillPublic) this.suspects.set(subject, true);
    const behind: Where = this.until === undefined ? {} : { from: { greater_than: this.until } };
    for (const span of await this.find(behind)) this.suspects.set(subjectOf(span), true);
  }

  /** The spans that begin behind those asked for before: also where no record stands. */
  private async upTo(until: number): Promise<Span[]> {
    const before = this.until;
    this.until = Math.max(until, before ?? until);
    const behind: Where[] = before === undefined ? [] : [{ from: { greater_than: before } }];
    return this.find({ and: [...behind, { from: { less_than_equal: until } }] });
  }

  private hold(record: Publication, stored: Map<number, Span[]>): void {
    if (record.act === 'redact') return;
    const subject = subjectOf(record);
    const before = this.standings.get(subject);
    if (before && before.contentHash !== null && before.spanEnd !== record.position)
      this.suspects.set(subject, true);
    const expected = spanOf(record, rowIn(record.snapshot));
    const spans = stored.get(record.position) ?? [];
    const span = spans.find((each) => expected && isSpanOf(each, expected));
    if (expected && !span) this.suspects.set(subject, true);
    stored.set(
      record.position,
      spans.filter((each) => each !== span),
    );
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
