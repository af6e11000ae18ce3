/** What may not be kept although it looked as if it might: errors of GraphQL, most of all. Asked in one spelling first, it costs two questions. */
import { LRUCache } from 'lru-cache';

/** It may be another answer the next time; milliseconds. */
const remembered = 5_000;

/** Keys can be thousands of characters long. */
const most = 1_000;

export class Unkept {
  private readonly keys = new LRUCache<string, true>({ max: most, ttl: remembered });

  /** The answer to it was not kept. */
  add(key: string): void {
    this.keys.set(key, true);
  }

  /** Whether that was lately. */
  has(key: string): boolean {
    return this.keys.has(key);
  }
}
