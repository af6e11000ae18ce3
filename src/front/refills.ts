/**
 * Asks anew for what was read most and is no longer true, before anybody does. Gently: one at a time, in the quarter of the time,
 * while nobody waits for the back, and not before the writing has ended.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Generations } from './generations.js';
import type { Line } from './line.js';
import type { Loads } from './loads.js';
import type { Outdated, Store } from './store.js';

/** When the table has stood still for as long, the writing has ended. */
const everyMs = 250;

/** So many that were asked for last are looked at: what is read most is among them. */
const lookedAt = 2_000;

/** Most that are asked for after one change. */
const mostRefilled = 200;

/** What was read less often is not worth asking for. */
const fewestReads = 2;

/** After each, so many times as long as it took. */
const restFor = 3;

/** A load that takes as long is none that the back does by the way. */
const longestRest = 5_000;

export interface RefillParts {
  generations: Generations;
  line: Line;
  loads: Loads;
  store: Store;
}

/** Those worth it, most read first. */
const favourites = (outdated: readonly Outdated[]): Outdated[] =>
  outdated
    .filter(({ reads }) => reads >= fewestReads)
    .sort((one, other) => other.reads - one.reads)
    .slice(0, mostRefilled);

/** Looks by itself, from start() to stop(). */
export class Refills {
  /** How many there were. */
  count = 0;
  /** The clock when it was last looked at, and up to which everything has been refilled. */
  private seen: number;
  private done: number;
  private isBusy = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: RefillParts) {
    this.seen = this.done = parts.generations.now();
  }

  /** From now on it looks by itself. Keeps no process alive. */
  start(): void {
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Refills when something has changed and the table has stood still since the last look. */
  async look(): Promise<void> {
    const { generations, store } = this.parts;
    const now = generations.now();
    const isQuiet = now === this.seen;
    this.seen = now;
    if (!isQuiet || now === this.done || this.isBusy || generations.isDark()) return;
    this.isBusy = true;
    try {
      if (await this.refill(favourites(store.outdated(lookedAt)), now)) this.done = now;
    } finally {
      this.isBusy = false;
    }
  }

  /** False when something else came first; the next look goes on. */
  private async refill(wanted: readonly Outdated[], clock: number): Promise<boolean> {
    const { generations, line } = this.parts;
    for (const each of wanted) {
      const { running, waiting } = line.underWay();
      if (generations.now() !== clock || running + waiting > 0) return false;
      const begun = performance.now();
      await this.ask(each);
      await pause(Math.min(longestRest, (performance.now() - begun) * restFor), undefined, { ref: false });
    }
    return true;
  }

  private async ask({ key, question }: Outdated): Promise<void> {
    this.count += 1;
    // asked in nobody's name; whoever asks meanwhile gets this answer, too
    const nobody = { address: '127.0.0.1', requestId: randomUUID() };
    await this.parts.loads.answer(key, question, nobody).catch(() => undefined);
  }
}
