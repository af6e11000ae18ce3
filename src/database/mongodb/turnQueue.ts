/**
 * The line of writers inside this process: first come, first served. Nobody waits for ever: who holds the turn for too long is
 * overtaken, and who stands in line for too long is sent away.
 */
import { TooManyWritersError } from './errors.js';

export interface Turn {
  /** Others count from now how long the turn has been held. */
  restart(): void;
  /** Lets the next come. Harmless the second time. */
  end(): void;
}

export interface QueueLimits {
  /** A turn held for so many milliseconds no longer stops those behind it. */
  readonly patienceMs: number;
  /** Standing in line for so many milliseconds ends in `TooManyWritersError`. */
  readonly giveUpMs: number;
}

interface Waiter {
  readonly admit: (turn: Turn) => void;
  readonly timer: NodeJS.Timeout;
}

export class TurnQueue {
  readonly #limits: QueueLimits;
  readonly #waiters: Waiter[] = [];
  #turn: symbol | undefined;
  #turnBeganAt = 0;
  #overtaking: NodeJS.Timeout | undefined;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Resolves when it is this caller's turn, to be ended by the caller. */
  take(): Promise<Turn> {
    if (this.#turn === undefined) return Promise.resolve(this.#begin());
    return new Promise((admit, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(new TooManyWritersError(this.#limits.giveUpMs));
      }, this.#limits.giveUpMs);
      const waiter: Waiter = { admit, timer };
      this.#waiters.push(waiter);
      this.#watchTurn();
    });
  }

  #begin(): Turn {
    const turn = Symbol('turn');
    this.#turn = turn;
    this.#turnBeganAt = performance.now();
    // Whoever was overtaken holds a turn that is not the present one any more.
    const whilePresent = (act: () => void) => () => {
      if (this.#turn === turn) act();
    };
    return { restart: whilePresent(() => this.#restart()), end: whilePresent(() => this.#next()) };
  }

  #restart(): void {
    this.#turnBeganAt = performance.now();
    clearTimeout(this.#overtaking);
    this.#overtaking = undefined;
    this.#watchTurn();
  }

  #next(): void {
    clearTimeout(this.#overtaking);
    this.#overtaking = undefined;
    this.#turn = undefined;
    const waiter = this.#waiters.shift();
    if (!waiter) return;
    clearTimeout(waiter.timer);
    waiter.admit(this.#begin());
    this.#watchTurn();
  }

  #watchTurn(): void {
    if (this.#overtaking || this.#waiters.length === 0) return;
    const heldFor = performance.now() - this.#turnBeganAt;
    this.#overtaking = setTimeout(() => this.#next(), Math.max(0, this.#limits.patienceMs - heldFor));
  }
}
