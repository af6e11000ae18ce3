/**
 * Where several processes write to one database, memory may be trusted only for a while after the database was asked for changes.
 * The moment at which that ends lies in the memory that both threads share: a thread that was held up sees by itself that it is over.
 */

const neededAt = 0;
const monotonicAt = 1;
const wallAt = 2;

/** How many words of the shared memory it takes. */
export const leaseWords = 3;

/** Milliseconds, each cut to 32 bits. Moments are compared while they are less than 24 days apart. */
export interface Moment {
  /** A clock that nobody sets, the same in all threads of this process. */
  readonly monotonic: number;
  /** The clock on the wall goes on while a machine sleeps; the other does not. */
  readonly wall: number;
}

/** performance.now() counts from the start of each thread. */
const startedAt = Number(process.hrtime.bigint()) / 1e6 - performance.now();

/** Take it before asking the database. */
export const momentNow = (): Moment => ({
  monotonic: (startedAt + performance.now()) | 0,
  wall: Date.now() | 0,
});

/** A view of the words that both threads share. Without require() it is never over. */
export class Lease {
  /** `words`: at least `leaseWords` of shared memory, zeroes in the beginning. */
  constructor(private readonly words: Int32Array) {}

  /** From now on memory may be used only while the lease lasts; it has not been given yet. */
  require(): void {
    this.end();
    Atomics.store(this.words, neededAt, 1);
  }

  /** All changes up to `since` are known: memory may be used for so many milliseconds after it. */
  extend(since: Moment, forMs: number): void {
    Atomics.store(this.words, monotonicAt, (since.monotonic + forMs) | 0);
    Atomics.store(this.words, wallAt, (since.wall + forMs) | 0);
  }

  /** Memory may not be used any more. */
  end(): void {
    this.extend(momentNow(), 0);
  }

  /** Whether a lease is needed, and is over by either clock. */
  isOver(): boolean {
    if (Atomics.load(this.words, neededAt) === 0) return false;
    const { monotonic, wall } = momentNow();
    const left = (Atomics.load(this.words, monotonicAt) - monotonic) | 0;
    return left <= 0 || ((Atomics.load(this.words, wallAt) - wall) | 0) <= 0;
  }
}
