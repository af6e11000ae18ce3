/** Moves the generations of everything that is written, before the writer gets its answer. */
import type { DatabaseAdapter } from 'payload';
import type { WriteListener, WrittenDocument } from '../database/tap.js';
import { everything, type Generations, slotOf } from '../front/generations.js';
import { countMoves } from './countMoves.js';
import type { Tag } from './reads.js';
import { collectionTag, documentTag, isHeard, lossTag, referrersOf } from './tags.js';

/** On the adapter, and not in this module: however often that is loaded, there is one table for one database. */
const held = Symbol.for('forthright.generations');

/** How many commits are under way of which the table does not know yet. There as well. */
const committing = Symbol.for('forthright.committing');

type Holding = DatabaseAdapter & { [held]?: Generations; [committing]?: number };

/** From now on every write through this adapter moves them. */
export function holdGenerations(adapter: DatabaseAdapter, generations: Generations): void {
  (adapter as Holding)[held] = generations;
  forgetEverything(adapter); // whatever was written before nobody listened
}

/** Undefined where nothing is kept: in commands, tests and tools. */
export const generationsOf = (adapter: DatabaseAdapter): Generations | undefined =>
  (adapter as Holding)[held];

/**
 * Whether the table knows of everything that could be read now. Only this process writes to its SQLite file, so that is between its
 * commits; to MongoDB others write, too, of whom it hears later.
 */
export const knowsAll = (adapter: DatabaseAdapter): boolean =>
  adapter.name === 'sqlite' && !(adapter as Holding)[committing];

function countCommitting(adapter: DatabaseAdapter, by: 1 | -1): void {
  const holder = adapter as Holding;
  holder[committing] = (holder[committing] ?? 0) + by;
}

/** For whoever has written past the adapter: nothing that was kept until now is answered any more. */
export function forgetEverything(adapter: DatabaseAdapter): void {
  const generations = generationsOf(adapter);
  generations?.move([everything]);
  if (generations) countMoves(generations, [{ collection: '*' }]);
}

function tagsOfLosses(adapter: DatabaseAdapter, documents: readonly WrittenDocument[]): Tag[] {
  const collections = new Set(documents.filter(({ isGone }) => isGone).map(({ collection }) => collection));
  const referrers = [...collections].flatMap((each) => referrersOf(adapter.payload, each));
  return referrers.flatMap((each) => [collectionTag(each), lossTag(each)]);
}

/** The slots that move when these documents have been written. */
export function slotsMovedBy(
  documents: readonly WrittenDocument[],
  adapter: DatabaseAdapter,
): ReadonlySet<number> {
  const own = documents.flatMap(({ collection, id }) => [
    collectionTag(collection),
    documentTag(collection, id),
  ]);
  return new Set([...own, ...tagsOfLosses(adapter, documents)].map(slotOf));
}

/** Moves what depends on these documents, whoever has written them; `*` as a collection stands for everything. */
export function moveFor(documents: readonly WrittenDocument[], adapter: DatabaseAdapter): void {
  const generations = generationsOf(adapter);
  generations?.move(slotsMovedBy(documents, adapter));
  if (generations) countMoves(generations, documents);
}

/** MongoDB undoes by itself what nobody has committed for a minute; then it is known to be over. */
const surelyOver = 75_000;

/** The commit may still take place, after whatever moves now: until it cannot, nobody answers from memory. */
function stayDark(generations: Generations, slots: ReadonlySet<number>): void {
  generations.darken();
  setTimeout(() => {
    generations.move(slots);
    generations.lighten();
  }, surelyOver).unref();
}

/** Hears everything that answers are made of. However a transaction ended: to forget too much does no harm. */
export const moveListener: WriteListener = {
  hears: isHeard,
  committing: (adapter) => countCommitting(adapter, 1),
  ended: (ending, documents, adapter) => {
    const generations = generationsOf(adapter);
    if (generations && ending === 'unknown' && adapter.name === 'mongoose')
      stayDark(generations, slotsMovedBy(documents, adapter));
    moveFor(documents, adapter);
    if (ending !== 'rolled back') countCommitting(adapter, -1);
  },
};
