/** Remembers what each spelling asks, so that a hit costs a look into a map. Bounded in bytes: spellings are without number. */
import { LRUCache } from 'lru-cache';
import type { Accepting } from './accepting.js';
import type { Asked } from './keys.js';

const mostBytes = 16 * 1024 * 1024;

/** What one spelling asks, in each media type that its answer may be in. */
export interface Variants {
  /** Absent where there is one type. */
  accepting?: Accepting;
  ask(type: string | null): Asked;
  /** Texts in it, in characters. */
  size: number;
}

interface Remembered extends Variants {
  known: Map<string | null, Asked>;
}

const none = Symbol('not kept');

/** What was asked lately, as it was written. */
export class Spellings {
  private readonly remembered = new LRUCache<string, Remembered | typeof none>({
    maxSize: mostBytes,
    sizeCalculation: (found, written) => written.length + (found === none ? 0 : found.size * 2) + 400,
  });

  /** What `written` asks of somebody with this Accept, by `find` when it was not seen before. */
  asked(written: string, accept: string | undefined, find: () => Variants | null): Asked | null {
    const found = this.remembered.get(written) ?? this.remember(written, find());
    if (found === none) return null;
    const type = found.accepting ? found.accepting(accept) : null;
    if (found.accepting && type === null) return null;
    const asked = found.known.get(type) ?? found.ask(type);
    found.known.set(type, asked);
    return asked;
  }

  private remember(written: string, variants: Variants | null): Remembered | typeof none {
    const found = variants ? { ...variants, known: new Map() } : none;
    this.remembered.set(written, found);
    return found;
  }
}
