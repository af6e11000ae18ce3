/** Asks through a front what is ready there, and the back the same: whatever differs is noted. Only while nobody writes. */
import type { Random } from '../history/random.js';
import { type Answer, type Asked, ask } from './ask.js';
import { Client, withoutClaims } from './clients.js';
import { differing, parting } from './compare.js';
import type { Fronted } from './fronted.js';
import { nameOf } from './questions.js';

export interface Finding {
  /** What had just been done. */
  after: string;
  asked: string;
  /** What differs: names of headers, `:status`, `:body`. */
  names: string[];
  origin: string;
  words: string;
}

export interface Tally {
  asked: number;
  hits: number;
  /** Answers that were compared with the back's. */
  compared: number;
  /** Comparisons that time, and nobody's write, has made worthless. */
  moved: number;
}

const describe = (kept: Answer, fresh: Answer): string =>
  kept.status === fresh.status ? parting(kept.text, fresh.text) : `${kept.status} instead of ${fresh.status}`;

/** As often as time may change an answer between two questions. */
const mostTries = 5;

export class Watcher {
  readonly findings: Finding[] = [];
  readonly tally: Tally = { asked: 0, compared: 0, hits: 0, moved: 0 };
  private readonly clients: readonly Client[];

  constructor(
    private readonly fronted: Fronted,
    private readonly random: Random,
  ) {
    this.clients = fronted.fronts.flatMap((front) => [0, 1].map(() => new Client(front, random)));
  }

  /** As one of several clients asks, in its own words. */
  lookInWords(asked: Asked, after: string): Promise<Answer> {
    const client = this.random.pick(this.clients);
    return this.compare(client.putInItsWords(asked), after, (each) => client.ask(each));
  }

  /** As it stands, through this front. */
  look(asked: Asked, after: string, front = this.fronted.fronts[0]): Promise<Answer> {
    return this.compare(asked, after, (each) => ask(front, each));
  }

  /** What was ready is compared with what the back answers before and afterwards, where those are the same. */
  private async compare(
    asked: Asked,
    after: string,
    asking: (asked: Asked) => Promise<Answer>,
  ): Promise<Answer> {
    const fresh = () => ask(this.fronted.back, withoutClaims(asked));
    for (let attempt = 1; ; attempt += 1) {
      const before = attempt > 1 ? await fresh() : null;
      const answer = await asking(asked);
      if (attempt === 1) this.count(answer);
      if (attempt === 1 && answer.origin !== 'hit' && this.random.chance(0.9)) return answer;
      const now = await fresh();
      this.tally.compared += 1;
      const names = differing(answer, now);
      if (names.length === 0) return answer;
      const isSteady = before !== null && differing(before, now).length === 0;
      if (isSteady || attempt === mostTries) {
        const words = describe(answer, now);
        this.findings.push({ after, asked: nameOf(asked), names, origin: answer.origin, words });
        return answer;
      }
      if (attempt > 1) this.tally.moved += 1;
    }
  }

  private count({ origin }: Answer): void {
    this.tally.asked += 1;
    if (origin === 'hit') this.tally.hits += 1;
  }
}
