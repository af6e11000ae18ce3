/**
 * The table by which both threads know what is still true: one clock, and for each tag the moment of its last change. It is
 * memory that they share, so nothing is sent, and a hit compares a few numbers.
 */
import { Lease, leaseWords } from './lease.js';

/** Slots for tags: at 20,000 documents two share one only now and then, and then too much is forgotten, never too little. */
const slotCount = 65_536;

/** Moments are compared across the overflow of the clock: so often, all slots are set anew, and none is ever further behind. */
const lap = 0x3fff_ffff;
const lapEnd = 0x2000_0000;

const clockAt = 0;
const darkAt = 1;
const firstSlot = 2;
const firstOfLease = firstSlot + slotCount;
const wordCount = firstOfLease + leaseWords;

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The slot of a tag: `articles`, `articles/<id>`. The same in every process. */
export const slotOf = (tag: string): number => firstSlot + (hashOf(tag) % slotCount);

/** Everything, whatever it is. Each entry of the front depends on it. */
export const everything = slotOf('*');

/** Whether a moment of the clock comes after another; right across its overflow, while they are less than 2³¹ apart. */
const isAfter = (moment: number, other: number): boolean => ((moment - other) | 0) > 0;

/** A view of the table; each thread makes its own of the same memory. */
export class Generations {
  /** Until when memory may be used, where other processes write too. */
  readonly lease: Lease;
  private readonly words: Int32Array;

  /** Without `memory`: a new table, in which nothing has changed yet. */
  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(wordCount * 4)) {
    this.words = new Int32Array(memory);
    this.lease = new Lease(this.words.subarray(firstOfLease));
  }

  /** The clock. Take it before the first read of what an entry is made of. */
  now(): number {
    return Atomics.load(this.words, clockAt);
  }

  /**
   * Tells everyone who holds the table that these slots have changed, before it returns. After the commit, and before the
   * writer has its answer. One thread of all may do this.
   */
  move(slots: Iterable<number>): void {
    const moment = (this.now() + 1) | 0;
    for (const slot of slots) Atomics.store(this.words, slot, moment);
    if ((moment & lap) === lapEnd) this.moveAll(moment);
    // last of all: who has compared everything at one moment of the clock need not do so again while it stands still
    Atomics.store(this.words, clockAt, moment);
  }

  private moveAll(moment: number): void {
    for (let slot = firstSlot; slot < firstOfLease; slot += 1) Atomics.store(this.words, slot, moment);
  }

  /** Whether none of these slots has changed after `since`, and answers from memory are allowed at all. */
  isFresh(slots: ArrayLike<number>, since: number): boolean {
    // first of all: what becomes known while a lease is over is moved before the lease is extended
    if (this.isDark()) return false;
    if (isAfter(Atomics.load(this.words, everything), since)) return false;
    for (let index = 0; index < slots.length; index += 1) {
      if (isAfter(Atomics.load(this.words, slots[index] as number), since)) return false;
    }
    return true;
  }

  /** From now on nobody answers from memory, until as many have called lighten(). */
  darken(): void {
    Atomics.add(this.words, darkAt, 1);
  }

  lighten(): void {
    Atomics.sub(this.words, darkAt, 1);
  }

  isDark(): boolean {
    return Atomics.load(this.words, darkAt) !== 0 || this.lease.isOver();
  }
}
