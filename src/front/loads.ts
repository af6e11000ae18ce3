/** What is not in memory is asked of the back: once for all who ask the same at the same time, and no more at once than it can bear. */
import { type Answer, type BackAnswer, headerIn, readyAnswer } from './answers.js';
import { ask, type Back, type Question } from './ask.js';
import type { Client } from './clients.js';
import type { Generations } from './generations.js';
import { type Keep, keepHeader, lasts, readKeep } from './keep.js';
import type { Line } from './line.js';
import type { Store } from './store.js';

export interface LoadParts extends Back {
  generations: Generations;
  store: Store;
  /** Where questions wait for their turn. */
  line: Line;
  /** Told how long the back took for an answer. */
  onLoad?: (seconds: number) => void;
}

interface Asking {
  question: Question;
  asker: Client;
}

/** What a question brought. */
export interface Loaded {
  answer: Answer;
  /** Null when it may not be kept. */
  keep: Keep | null;
}

interface Flight {
  /** `askedAt`: the clock when the back was asked; undefined while the question waits for that. */
  begun: { askedAt?: number };
  loaded: Promise<Loaded>;
  /** Of each who waits, whether he has gone. */
  gone: IsGone[];
}

/** Whether who asked does not wait any more. */
type IsGone = () => boolean;

const staying: IsGone = () => false;

/** When its turn came, nobody waited for it any more. */
class Abandoned extends Error {}

/** Counts for whoever watches. */
export interface LoadCounts {
  loads: number;
  kept: number;
  /** Refused by the guard: something was written that they may be older than. */
  overtaken: number;
  /** Of those that the back answered, what it did not allow to be kept, or what is too large. */
  unkept: number;
  failed: number;
}

/** Questions to the back that are under way, by key. */
export class Loads {
  readonly counts: LoadCounts = { loads: 0, kept: 0, overtaken: 0, unkept: 0, failed: 0 };
  private readonly flights = new Map<string, Flight>();

  constructor(private readonly parts: LoadParts) {}

  /**
   * The answer to `question`, which `key` stands for. Rejects with TooBusy, or with what kept the back from answering. Nothing in
   * it is older than this call: who comes late to a load has what it brings only when nothing of it was written in the meantime.
   */
  async answer(key: string, question: Question, asker: Client, isGone = staying): Promise<Loaded> {
    const flight = this.flights.get(key);
    if (!flight) return this.begin(key, { asker, question }, isGone);
    flight.gone.push(isGone);
    const isEarly = this.isAhead(flight);
    const calledAt = Date.now();
    const loaded = await flight.loaded;
    if ((isEarly && lasts(loaded.keep?.until ?? null, calledAt)) || this.isTrue(loaded)) return loaded;
    // whatever is under way by now began after this call
    return this.flights.get(key)?.loaded ?? this.begin(key, { asker, question }, isGone);
  }

  /** Whether the back reads what it answers with after this moment, or nothing has been written since it began. */
  private isAhead({ begun: { askedAt } }: Flight): boolean {
    const { generations } = this.parts;
    // the clock last: what becomes known in the dark moves it before there is light
    return askedAt === undefined || (!generations.isDark() && askedAt === generations.now());
  }

  private isTrue({ keep }: Loaded): boolean {
    return keep !== null && this.parts.store.isTrue(keep);
  }

  private begin(key: string, asking: Asking, isGone: IsGone): Promise<Loaded> {
    const begun: Flight['begun'] = {};
    const gone = [isGone];
    const load = async () => {
      if (gone.every((each) => each())) throw new Abandoned();
      begun.askedAt = this.parts.generations.now();
      return this.load(key, asking);
    };
    const entered = this.parts.line.enter(asking.asker.address, load);
    const loaded = entered.finally(() => this.flights.delete(key));
    this.flights.set(key, { begun, gone, loaded });
    return loaded;
  }

  private async load(key: string, asking: Asking): Promise<Loaded> {
    const given = await this.ask(asking);
    const answer = readyAnswer(given);
    const keep = readKeep(headerIn(given.headers, keepHeader));
    if (keep) this.counts[this.parts.store.offer(key, answer, keep, asking.question)] += 1;
    else {
      this.counts.unkept += 1;
      this.parts.store.forget(key);
    }
    return { answer, keep };
  }

  private async ask({ asker, question }: Asking): Promise<BackAnswer> {
    this.counts.loads += 1;
    const begun = performance.now();
    const of = ['X-Forwarded-For', asker.address, 'X-Request-Id', asker.requestId];
    try {
      return await ask({ ...question, headers: [...question.headers, ...of] }, this.parts);
    } catch (error) {
      this.counts.failed += 1;
      throw error;
    } finally {
      this.parts.onLoad?.((performance.now() - begun) / 1_000);
    }
  }
}
