/** The line before the back: so many at once, and whoever asks much stands behind those who ask little. */
import { ipKeyGenerator } from 'express-rate-limit'; // has nothing of Express in it
import PQueue from 'p-queue';

/** The back is as busy as it may be. */
export class TooBusy extends Error {}

export interface LineLimits {
  /** Questions that the back answers at the same time. */
  atOnce: number;
  /** Questions that may wait for it. */
  waiting: number;
}

/** One address has at most this part of the places: so nobody alone can keep all others out. */
const partOfOne = 1 / 4;

export class Line {
  private readonly queue: PQueue;
  /** How many questions of each address are in it; those that the back is answering, too. */
  private readonly asked = new Map<string, number>();
  private readonly mostOfOne: number;

  constructor(private readonly limits: LineLimits) {
    this.queue = new PQueue({ concurrency: limits.atOnce });
    this.mostOfOne = limits.atOnce + Math.ceil(limits.waiting * partOfOne);
  }

  /** Calls `go` when it is the turn of `address`; rejects with TooBusy when there is no place. */
  async enter<T>(address: string, go: () => Promise<T>): Promise<T> {
    const who = ipKeyGenerator(address); // whoever has one address of version 6 has a whole network of them
    const before = this.asked.get(who) ?? 0;
    if (this.isFull() || before >= this.mostOfOne) throw new TooBusy();
    this.asked.set(who, before + 1);
    try {
      return await this.queue.add(go, { priority: -before });
    } finally {
      this.leave(who);
    }
  }

  /** How many questions the back is answering, and how many wait for it. */
  underWay(): { running: number; waiting: number } {
    return { running: this.queue.pending, waiting: this.queue.size };
  }

  private isFull(): boolean {
    const { atOnce, waiting } = this.limits;
    return this.queue.pending >= atOnce && this.queue.size >= waiting;
  }

  private leave(who: string): void {
    const left = (this.asked.get(who) ?? 0) - 1;
    if (left > 0) this.asked.set(who, left);
    else this.asked.delete(who);
  }
}
