/** Holds the records against their own hashes, each other and their positions. Takes them in the order of their positions. */
import type { Payload } from 'payload';
import { nameOfRecord } from '../documentNames.js';
import { isDamaged, type ReadRecord } from '../readRecords.js';
import { contentHashOf, firstPreviousHash, hashOf, type Publication } from '../record.js';

/** What stays in memory of a record: not its snapshot. */
interface Seen {
  record: Publication;
  name: string;
}

export interface ChainFindings {
  say(finding: string): void;
  /** Positions from `first` to `last` have no record. */
  missing(first: number, last: number): void;
}

/** Each wrong hash is tried at every other place where something is wrong; more of them would take too long. */
const mostTried = 500;

export class ChainCheck {
  /** Blank although they had content: fine if a later record says that it was redacted. */
  readonly blank = new Map<number, string>();
  /** By the position that was redacted: the record that says so. */
  readonly redactions = new Map<number, Seen>();
  records = 0;
  head: Publication | undefined;

  private readonly withWrongHash: Seen[] = [];
  private readonly unlinked: { before: Seen; after: Seen }[] = [];
  private readonly gaps: number[] = [];
  /** Only what stands directly behind its forerunner can be held against it. */
  private before: Seen | undefined;
  private next = 1;

  constructor(
    private readonly payload: Payload,
    private readonly findings: ChainFindings,
  ) {}

  take(read: ReadRecord): void {
    this.records += 1;
    this.checkPosition(read.position);
    if (isDamaged(read)) {
      this.findings.say(`Record ${read.position} was changed: it cannot be read (${read.damage}).`);
      this.before = undefined;
      return;
    }
    const { snapshot, ...said } = read;
    const seen = { record: { ...said, snapshot: null }, name: nameOfRecord(this.payload, read) };
    this.checkContent(read, seen);
    if (hashOf(read) !== read.hash) this.withWrongHash.push(seen);
    this.checkForerunner(seen);
    this.before = seen;
    this.head = seen.record;
  }

  /** Says what could only be told with every record known. */
  finish(): void {
    const moved = this.findMoved();
    for (const seen of this.withWrongHash) {
      const { position } = seen.record;
      const place = moved.get(position);
      this.findings.say(
        place === undefined
          ? `${seen.name} was changed or inserted: its hash is not that of what it says.`
          : `${seen.name} is in the wrong place: it was written as record ${place}.`,
      );
    }
    for (const { after, before } of this.unlinked) {
      if (moved.has(after.record.position) || moved.has(before.record.position)) continue;
      this.findings.say(
        `${after.name} does not follow ${before.name}: it was written after another record. One of them was changed, inserted or moved.`,
      );
    }
  }

  private checkPosition(position: number): void {
    if (!Number.isSafeInteger(position) || position < this.next) {
      this.findings.say(`A record stands at position ${position}, where none belongs: it was inserted.`);
      return;
    }
    if (position > this.next) this.skip(position);
    this.next = position + 1;
  }

  private skip(position: number): void {
    this.findings.missing(this.next, position - 1);
    for (let gap = this.next; gap < position && this.gaps.length < mostTried; gap += 1) this.gaps.push(gap);
    this.before = undefined;
  }

  private checkContent({ act, contentHash, position, snapshot, target }: Publication, seen: Seen): void {
    if (act === 'redact' && target !== null) this.redactions.set(target, seen);
    if (snapshot === null) {
      if (contentHash !== null) this.blank.set(position, seen.name);
    } else if (contentHash === null || contentHashOf(snapshot) !== contentHash) {
      this.findings.say(`${seen.name}: its snapshot was changed. It is not the one that was published.`);
    }
  }

  private checkForerunner(seen: Seen): void {
    const { createdAt, position, previousHash } = seen.record;
    if (position === 1 && previousHash !== firstPreviousHash) {
      this.findings.say(`${seen.name} is not the first that was written: what stood before it was removed.`);
    }
    if (!this.before || this.before.record.position !== position - 1) return;
    if (previousHash !== this.before.record.hash) this.unlinked.push({ before: this.before, after: seen });
    if (createdAt < this.before.record.createdAt)
      this.findings.say(`${seen.name} names an earlier time than the record before it.`);
  }

  /** A record whose hash is right for another position was moved, not changed. */
  private findMoved(): Map<number, number> {
    const tried = this.withWrongHash.slice(0, mostTried);
    const places = [...tried.map(({ record }) => record.position), ...this.gaps];
    const moved = new Map<number, number>();
    for (const { record } of tried) {
      const place = places.find((position) => hashOf({ ...record, position }) === record.hash);
      if (place !== undefined) moved.set(record.position, place);
    }
    return moved;
  }
}
