/**
 * Holds the ledger against itself, against what is public, and against what is derived from it. Prevents nothing: it finds
 * what was written from outside of the product. Others may write meanwhile.
 */
import type { CollectionSlug, Payload } from 'payload';
import { nameOf } from './documentNames.js';
import { eachBatch, isDamaged } from './readRecords.js';
import type { Span } from './spans.js';
import { ChainCheck } from './verify/checkChain.js';
import { glanceAtLive } from './verify/glanceAtLive.js';
import { SpanGlance } from './verify/glanceAtSpans.js';
import { inspectDocument } from './verify/inspectDocument.js';
import { ByDocument } from './verify/suspects.js';

/** What somebody kept elsewhere: the hash that stood at a position. */
export interface KeptHead {
  position: number;
  hash: string;
}

export interface VerifyOptions {
  heads?: readonly KeptHead[];
  /** Each finding at once: one line in plain words. */
  onFinding(finding: string): void;
  /** Ends the check early, with an error. */
  signal?: AbortSignal;
}

export interface Verdict {
  findings: number;
  /** How many of them are about what `rebuild` makes anew. */
  derivedFindings: number;
  records: number;
  head: KeptHead | null;
  publicDocuments: number;
}

/** Named one by one up to here. */
const mostNamed = 1_000;

class Verification {
  findings = 0;
  derivedFindings = 0;
  publicDocuments = 0;
  readonly chain: ChainCheck;
  private readonly suspects = new ByDocument<true>();
  private readonly spans: SpanGlance;
  private readonly missing: [number, number][] = [];
  private readonly openHeads: Map<number, string[]>;

  constructor(
    private readonly payload: Payload,
    private readonly options: VerifyOptions,
  ) {
    this.spans = new SpanGlance(payload, this.suspects);
    const missing = (first: number, last: number) => this.missing.push([first, last]);
    this.chain = new ChainCheck(payload, { say: this.say, missing });
    this.openHeads = new Map();
    for (const { hash, position } of options.heads ?? [])
      this.openHeads.set(position, [...(this.openHeads.get(position) ?? []), hash.toLowerCase()]);
  }

  async run(): Promise<void> {
    await this.passRecords();
    await this.checkRedactions();
    await this.checkCount();
    this.sayMissingHeads();
    for (const [first, last] of this.missing) await this.sayMissing(first, last);
    await this.spans.finish();
    const { payload, say, suspects } = this;
    const { standings } = this.spans;
    this.publicDocuments = await glanceAtLive({ payload, say, suspects, standings });
    for (const { subject } of suspects) await this.inspect(subject);
  }

  private say = (finding: string): void => {
    this.findings += 1;
    this.options.onFinding(finding);
  };

  private async passRecords(): Promise<void> {
    for await (const batch of eachBatch({ payload: this.payload })) {
      this.options.signal?.throwIfAborted();
      await this.spans.take(batch);
      for (const record of batch) {
        this.chain.take(record);
        if (!isDamaged(record)) this.holdHeads(record);
      }
    }
    this.chain.finish();
  }

  private holdHeads({ hash, position }: KeptHead): void {
    const wrong = this.openHeads.get(position)?.filter((kept) => kept !== hash) ?? [];
    for (const kept of wrong)
      this.say(`Record ${position} is not the one that was kept: its hash is ${hash}, not ${kept}.`);
    this.openHeads.delete(position);
  }

  private sayMissingHeads(): void {
    for (const position of this.openHeads.keys())
      this.say(`Record ${position}, whose hash was kept, is not there: the ledger was cut or rewritten.`);
  }

  private async read(where: { position: number } | { target: number; after: number }) {
    const { docs } = await this.payload.db.find<{ id: string; snapshot?: string | null }>({
      ...{ collection: 'publications' as CollectionSlug, limit: 1, pagination: false },
      where:
        'position' in where
          ? { position: { equals: where.position } }
          : { and: [{ target: { equals: where.target } }, { position: { greater_than: where.after } }] },
    });
    return docs[0];
  }

  /** Redacting one while the others are read looks like a finding: then the answer is in the record written meanwhile. */
  private async checkRedactions(): Promise<void> {
    const { blank, redactions } = this.chain;
    const after = this.chain.head?.position ?? 0;
    for (const [position, name] of blank) {
      if (redactions.has(position) || (await this.read({ target: position, after }))) continue;
      this.say(`${name}: its snapshot was removed, and no record says that it was redacted.`);
    }
    for (const [position, { name }] of redactions) {
      if (blank.has(position) || !(await this.read({ position }))?.snapshot) continue;
      this.say(`Record ${position} was redacted by ${name}, but has a snapshot again.`);
    }
  }

  /** Records that share a position, or have none, are not all met on the way along the positions. */
  private async checkCount(): Promise<void> {
    const position = { less_than_equal: this.chain.head?.position ?? 0 };
    const [all, later] = await Promise.all([
      this.payload.db.count({ collection: 'publications' }),
      this.payload.db.count({
        collection: 'publications',
        where: { position: { greater_than: position.less_than_equal } },
      }),
    ]);
    const more = all.totalDocs - later.totalDocs - this.chain.records;
    if (more > 0)
      this.say(`${more} record(s) share a position with another, or have none: they were inserted.`);
  }

  private async sayMissing(first: number, last: number): Promise<void> {
    if (last - first >= mostNamed)
      return this.say(`Records ${first} to ${last} are missing: they were removed.`);
    const { docs } = await this.payload.db.find<Span>({
      ...{ collection: 'publication-spans' as CollectionSlug, limit: 0, pagination: false },
      where: { or: [{ from: { in: range(first, last) } }, { to: { in: range(first, last) } }] },
    });
    for (const position of range(first, last)) {
      const span = docs.find(({ from }) => from === position) ?? docs.find(({ to }) => to === position);
      const about = span
        ? ` (of ${nameOf(this.payload, { collection: span.collectionSlug, id: span.documentId, key: span.key })})`
        : '';
      this.say(`Record ${position}${about} is missing: it was removed.`);
    }
  }

  private async inspect(subject: { collection: string; id: string }): Promise<void> {
    this.options.signal?.throwIfAborted();
    const { derived, live } = await inspectDocument(this.payload, subject);
    for (const finding of [...live, ...derived]) this.say(finding);
    this.derivedFindings += derived.length;
  }
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Says every finding and answers the sums. Throws when the database cannot be read at all. */
export async function verifyLedger(payload: Payload, options: VerifyOptions): Promise<Verdict> {
  const verification = new Verification(payload, options);
  await verification.run();
  const { chain, derivedFindings, findings, publicDocuments } = verification;
  const head = chain.head ? { position: chain.head.position, hash: chain.head.hash } : null;
  return { derivedFindings, findings, head, publicDocuments, records: chain.records };
}
