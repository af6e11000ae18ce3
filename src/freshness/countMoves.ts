/** How often something of each collection was written, for whoever watches. */
import type { Generations } from '../front/generations.js';

const counted = Symbol.for('forthright.moves');

type Counting = Generations & { [counted]?: Record<string, number> };

/** By collection; `*` stands for all at once. On the table itself, so that it is one however often this module is loaded. */
export function movesCounted(generations: Generations): Record<string, number> {
  const holder = generations as Counting;
  holder[counted] ??= {};
  return holder[counted];
}

/** One for each document. */
export function countMoves(generations: Generations, documents: readonly { collection: string }[]): void {
  const counts = movesCounted(generations);
  for (const { collection } of documents) counts[collection] = (counts[collection] ?? 0) + 1;
}
