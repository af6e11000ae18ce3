/** The ready answers, bounded in bytes: what has not been asked for longest goes first. */
import { LRUCache } from 'lru-cache';
import type { Answer } from './answers.js';
import type { Question } from './ask.js';
import type { Generations } from './generations.js';
import { type Keep, lasts } from './keep.js';

/** How long something is true: see Keep. */
interface Lasting {
  readonly since: number;
  readonly slots: ArrayLike<number>;
  readonly until: number | null;
}

interface Entry extends Lasting {
  readonly answer: Answer;
  readonly slots: Int32Array;
  /** How it is asked for again (refills.ts). */
  readonly question: Question;
  /** How often it was read, of late. */
  reads: number;
  /** The clock when its slots were last compared: while it stands still they need not be. */
  comparedAt?: number;
}

/** What was read and is no longer true. */
export interface Outdated {
  key: string;
  question: Question;
  reads: number;
}

export interface StoreParts {
  generations: Generations;
  /** Most bytes of all answers together, compressed forms included. */
  maxBytes: number;
}

/** What came of offering an answer: the guard refuses what a write has overtaken; what is too large is not kept either. */
export type Offered = 'kept' | 'overtaken' | 'unkept';

/** What has been kept, by key. Never answers what is no longer true. */
export class Store {
  /** For whoever watches. */
  readonly counts = { evicted: 0, outdated: 0 };
  private readonly entries: LRUCache<string, Entry>;
  private readonly generations: Generations;

  constructor({ generations, maxBytes }: StoreParts) {
    this.generations = generations;
    this.entries = new LRUCache({
      maxSize: Math.max(1, maxBytes), // 0 would be no bound at all
      // one answer must not push out all others
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
      sizeCalculation: ({ answer, slots }, key) => answer.bytes + slots.byteLength + key.length * 2 + 256,
      dispose: (_entry, _key, reason) => {
        if (reason === 'evict') this.counts.evicted += 1;
      },
    });
  }

  /** The answer, when it is as true now as when it was made. */
  get(key: string): Answer | undefined {
    const found = this.entries.get(key);
    if (found === undefined) return undefined;
    if (!this.isStillTrue(found)) {
      this.counts.outdated += 1;
      return undefined;
    }
    found.reads += 1;
    return found.answer;
  }

  /** Keeps the answer unless it may be out of date already. */
  offer(key: string, answer: Answer, { since, slots, until }: Keep, question: Question): Offered {
    const reads = (this.entries.peek(key)?.reads ?? 0) >> 1; // what nobody reads any more is soon nobody's favourite
    const entry: Entry = { answer, question, reads, since, slots: Int32Array.from(slots), until };
    if (!this.isTrue(entry)) return 'overtaken';
    this.entries.set(key, entry);
    answer.onGrowth(() => this.reckonAgain(key, answer));
    return this.entries.has(key) ? 'kept' : 'unkept';
  }

  /** What was kept once, and may not be kept any more. */
  forget(key: string): void {
    this.entries.delete(key);
  }

  /** Of the `among` that were asked for last: those that are no longer true. */
  outdated(among: number): Outdated[] {
    const found: Outdated[] = [];
    let seen = 0;
    for (const [key, entry] of this.entries.entries()) {
      if (seen === among) break;
      seen += 1;
      if (!this.isTrue(entry)) found.push({ key, question: entry.question, reads: entry.reads });
    }
    return found;
  }

  /** Whether nothing of it has been written since, and its time is not over. */
  isTrue({ since, slots, until }: Lasting): boolean {
    return lasts(until, Date.now()) && this.generations.isFresh(slots, since);
  }

  /** As isTrue(), for what is read again and again. */
  private isStillTrue(entry: Entry): boolean {
    const { generations } = this;
    if (generations.isDark()) return false;
    const now = generations.now(); // before the slots: what changes meanwhile is found by the next reader
    if (entry.comparedAt === now) return lasts(entry.until, Date.now());
    if (!this.isTrue(entry)) return false;
    entry.comparedAt = now;
    return true;
  }

  /** Compressed forms are made when somebody wants them: the entry is larger from then on. */
  private reckonAgain(key: string, answer: Answer): void {
    const entry = this.entries.peek(key);
    if (entry?.answer === answer) this.entries.set(key, { ...entry });
  }

  /** How many answers there are, and their bytes. */
  size(): { answers: number; bytes: number } {
    return { answers: this.entries.size, bytes: this.entries.calculatedSize };
  }
}
