/**
 * Documents whose state says which write it is of, and the rule for readers: what is read is the last state whose write had
 * been answered when the question was asked, or one that was being written meanwhile. Never an older one.
 */
import type { Answer } from './ask.js';

/** What a reader sees of a document: the number of a write, or null where it is not to be seen. */
export type Seen = number | null;

interface State {
  seen: Seen;
  /** Milliseconds of this process: before it was asked for, and after that was answered. */
  begun: number;
  ended: number;
}

export const stampOf = (name: string, count: number): string => `stamp-${name}-${count}-`;

/** The stamps of one document, in the order of their writes; nobody writes it twice at the same time. */
export class Stamped {
  private readonly states: State[] = [];
  private readonly pattern: RegExp;
  count = 0;

  constructor(readonly name: string) {
    this.pattern = new RegExp(`stamp-${name}-(\\d+)-`, 'g');
    this.states.push({ seen: null, begun: 0, ended: 0 });
  }

  /** Runs a write that shows the stamp, or takes the document down when `isShown` is false. */
  async write(isShown: boolean, run: (stamp: string) => Promise<unknown>): Promise<void> {
    this.count += 1;
    const state: State = {
      ...{ seen: isShown ? this.count : null, begun: performance.now() },
      ended: Number.POSITIVE_INFINITY,
    };
    this.states.push(state);
    await run(stampOf(this.name, this.count));
    state.ended = performance.now(); // one that failed may have been made, or not: it never ends
  }

  /** Every number that an answer shows: one, unless it is torn. */
  seenIn({ text }: Answer): Seen[] {
    const found = new Set([...text.matchAll(this.pattern)].map(([, count]) => Number(count)));
    return found.size === 0 ? [null] : [...found];
  }

  /** The states that an answer between these moments may show. */
  allowed({ begun, ended }: Pick<Answer, 'begun' | 'ended'>): Seen[] {
    const last = this.states.findLastIndex((state) => state.ended < begun);
    return this.states
      .slice(Math.max(0, last))
      .filter((state) => state.begun <= ended)
      .map(({ seen }) => seen);
  }

  /** What is wrong with an answer; null for nothing. */
  problemOf(answer: Answer): string | null {
    const allowed = this.allowed(answer);
    const wrong = this.seenIn(answer).filter((seen) => !allowed.includes(seen));
    if (wrong.length === 0) return null;
    return `${this.name}: ${wrong.join()} where ${allowed.join()} would do (${answer.origin}, ${answer.status})`;
  }
}
