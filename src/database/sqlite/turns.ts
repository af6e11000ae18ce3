/**
 * Gives way to the event loop: SQLite is synchronous, so work that follows work without a pause would starve sockets and timers.
 */

/** Milliseconds of one turn of the event loop that database work may take before it lets others go first. */
const turnBudgetMs = 4;

export class Turns {
  readonly #waiting: (() => void)[] = [];
  #turnEndsAt = 0;
  #isTurnOpen = false;

  /** Runs `work` at once while this turn has time left, else first come, first served in the next ones. */
  run<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const task = () => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      this.#open();
      if (this.#waiting.length === 0 && performance.now() < this.#turnEndsAt) task();
      else this.#waiting.push(task);
    });
  }

  #open(): void {
    if (this.#isTurnOpen) return;
    this.#isTurnOpen = true;
    this.#turnEndsAt = performance.now() + turnBudgetMs;
    setImmediate(() => {
      this.#isTurnOpen = false;
      if (this.#waiting.length > 0) this.#drain();
    });
  }

  #drain(): void {
    this.#open();
    do this.#waiting.shift()?.();
    while (this.#waiting.length > 0 && performance.now() < this.#turnEndsAt);
  }
}
