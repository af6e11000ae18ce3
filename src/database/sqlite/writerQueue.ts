/**
 * The line in front of the one writer: first come, first served, and nobody waits for ever.
 */
import { DatabaseBusyError, DatabaseClosedError } from './errors.js';

export type Release = () => void;

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (error: Error) => void;
}

export class WriterQueue {
  readonly #waiters: Waiter[] = [];
  #isHeld = false;
  #isClosed = false;

  get isIdle(): boolean {
    return !this.#isHeld && this.#waiters.length === 0;
  }

  /** Resolves with a one-time release once the writer is free; rejects with `DatabaseBusyError` after `waitMs`. */
  acquire(waitMs: number): Promise<Release> {
    if (this.#isClosed) return Promise.reject(new DatabaseClosedError());
    if (!this.#isHeld) {
      this.#isHeld = true;
      return Promise.resolve(this.#createRelease());
    }
    return new Promise((resolve, reject) => this.#enqueue(waitMs, resolve, reject));
  }

  /** Refuses everybody who waits and everybody who comes later. */
  close(): void {
    this.#isClosed = true;
    for (const waiter of this.#waiters.splice(0)) waiter.refuse(new DatabaseClosedError());
  }

  #enqueue(waitMs: number, resolve: (release: Release) => void, reject: (error: Error) => void): void {
    const timer = setTimeout(() => {
      this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
      reject(new DatabaseBusyError(waitMs));
    }, waitMs);
    const waiter: Waiter = {
      admit: () => {
        clearTimeout(timer);
        resolve(this.#createRelease());
      },
      refuse: (error) => {
        clearTimeout(timer);
        reject(error);
      },
    };
    this.#waiters.push(waiter);
  }

  #createRelease(): Release {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      const next = this.#waiters.shift();
      if (next) next.admit();
      else this.#isHeld = false;
    };
  }
}
