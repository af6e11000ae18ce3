/**
 * Gives way to the event loop: SQLite is synchronous, so work that follows work without a pause would starve sockets and timers.
 * Readers go first: a bulk of hundreds of documents has hundreds of statements in the line of the writer.
 */

/** Milliseconds of one turn of the event loop that database work, and what follows from it, may take before others go first. */
const turnBudgetMs = 4;

type Task = () => void;

/** Both are served in each turn. */
export type Line = 'reading' | 'writing';

export class Turns {
  readonly #waiting: Record<Line, Task[]> = { reading: [], writing: [] };
  #turnEndsAt = 0;
  #isTurnOpen = false;
  #hasWritten = false;

  /** Runs `work` at once while this turn has time left, else in the next ones: in each line first come, first served. */
  run<T>(work: () => T, line: Line): Promise<T> {
    return new Promise((resolve, reject) => {
      const task = () => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      this.#open();
      if (this.#isFree(line)) task();
      else this.#waiting[line].push(task);
    });
  }

  #isFree(line: Line): boolean {
    const { reading, writing } = this.#waiting;
    const isNext = reading.length === 0 && (line === 'reading' || writing.length === 0);
    return isNext && performance.now() < this.#turnEndsAt;
  }

  #open(): void {
    if (this.#isTurnOpen) return;
    this.#isTurnOpen = true;
    this.#hasWritten = false;
    this.#turnEndsAt = performance.now() + turnBudgetMs;
    setImmediate(() => {
      this.#isTurnOpen = false;
      this.#serve();
    });
  }

  #serve(): void {
    const task = this.#take();
    if (!task) return;
    task();
    // a tick that is asked for by a microtask comes after all of them: what follows from an answer is part of the turn
    queueMicrotask(() => process.nextTick(() => this.#serve()));
  }

  /** Who is next; nobody when the time is over, but for one writer a turn. */
  #take(): Task | undefined {
    const { reading, writing } = this.#waiting;
    if (reading.length === 0 && writing.length === 0) return undefined;
    this.#open();
    const isLate = performance.now() >= this.#turnEndsAt;
    if (reading.length > 0 && !isLate) return reading.shift();
    if (isLate && this.#hasWritten) return undefined;
    this.#hasWritten = true;
    return writing.shift();
  }
}
