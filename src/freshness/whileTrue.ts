/** What many answers are made of is read once, and again when something that it was read from has changed. */
import { LRUCache } from 'lru-cache';
import type { DatabaseAdapter } from 'payload';
import { type Generations, slotOf } from '../front/generations.js';
import { lasts } from '../front/keep.js';
import { generationsOf, knowsAll } from './moves.js';
import { type Made, makeHeard, type Reads, type Tag, takeMade } from './reads.js';
import { documentTag } from './tags.js';

interface Kept {
  readonly made: Made<unknown>;
  /** The position of the ledger in whose name it was read; undefined where it was read in that of none. */
  readonly of: number | undefined;
  readonly slots: readonly number[];
  /** The clock before it was read. */
  readonly since: number;
}

interface Keeper {
  readonly kept: LRUCache<string, Kept>;
  /** What is being read: more than one asks for it, one reads. */
  readonly underWay: Map<string, Promise<Kept>>;
}

/** In bytes, about. */
const mostKept = 8_000_000;
/** Of tags, slots and what holds them together. */
const usualSize = 500;
/** A text in JSON becomes about twice as many bytes of objects. */
const bytesPerCharacter = 2;

/** Some names stand in the code; others are questions of strangers, and long. */
function sizeOf({ made: { outcome } }: Kept, name: string): number {
  const text = outcome.status === 'fulfilled' ? JSON.stringify(outcome.value) : undefined;
  return name.length + usualSize + bytesPerCharacter * (text?.length ?? 0);
}

/** By adapter: this module may be loaded more than once, and each copy keeps what is exact. */
const keepers = new WeakMap<DatabaseAdapter, Keeper>();

function keeperOf(adapter: DatabaseAdapter): Keeper {
  const known = keepers.get(adapter);
  if (known) return known;
  const kept = new LRUCache<string, Kept>({ maxSize: mostKept, sizeCalculation: sizeOf });
  const keeper = { kept, underWay: new Map() };
  keepers.set(adapter, keeper);
  return keeper;
}

const keptOf = (made: Made<unknown>, since: number, of: number | undefined): Kept => ({
  ...{ made, of, since },
  slots: [...made.reads.tags].map(slotOf),
});

/** In whose memory something is looked for, and in the name of which position of the ledger. */
interface Place {
  adapter: DatabaseAdapter;
  keeper: Keeper;
  generations: Generations;
  of: number | undefined;
}

/**
 * Whether what was read in the name of one position may be answered in that of another: where whatever could be read anew by now is in
 * the table, what is true by the table is what would be read.
 */
const mayServe = ({ of }: Kept, place: Place): boolean =>
  of === place.of || (of !== undefined && place.of !== undefined && knowsAll(place.adapter));

async function begin(
  { generations, keeper: { kept, underWay }, of }: Place,
  name: string,
  read: () => Promise<unknown>,
): Promise<Kept> {
  const since = generations.now();
  const reading = makeHeard(read).then((made) => keptOf(made, since, of));
  underWay.set(name, reading);
  const begun = await reading;
  if (underWay.get(name) === reading) underWay.delete(name);
  kept.set(name, begun);
  return begun;
}

function isTrue(kept: Kept, place: Place): boolean {
  const { outcome, reads } = kept.made;
  const isKept = outcome.status === 'fulfilled' && reads.mayBeKept && lasts(reads.until, Date.now());
  return isKept && mayServe(kept, place) && place.generations.isFresh(kept.slots, kept.since);
}

/**
 * What `read` answers, or has answered for this name while it is still true. Nobody changes what is answered. Where nobody hears of
 * changes, it is read each time. With `of`, a position of the ledger, nothing is answered that could be of another one (`mayServe`):
 * what is put together of several such answers is of one position, if the ledger ends there afterwards, too.
 */
export async function whileTrue<T>(
  adapter: DatabaseAdapter,
  name: string,
  read: () => Promise<T>,
  of?: number,
): Promise<T> {
  const generations = generationsOf(adapter);
  if (!generations) return read();
  const place = { adapter, generations, keeper: keeperOf(adapter), of };
  const known = place.keeper.kept.get(name);
  if (known && isTrue(known, place)) return takeMade(known.made as Made<T>);
  // it began before this question, but nothing that it read has changed until now
  const joined = await place.keeper.underWay.get(name);
  if (joined && isTrue(joined, place)) return takeMade(joined.made as Made<T>);
  const { made } = await begin(place, name, read);
  return takeMade(made as Made<T>);
}

/** Some documents of one collection, each kept by itself. */
export interface Single<T> {
  collection: string;
  ids: readonly string[];
  /** What else says which documents these are. */
  name: string;
  /** Those of these that there are. */
  read: (ids: readonly string[]) => Promise<T[]>;
}

/** What one document hangs on, of what many hang on that were read together. */
function ownReads({ mayBeKept, tags, until }: Reads, own: Tag, others: ReadonlySet<Tag>): Reads {
  return { mayBeKept, tags: new Set([own, ...[...tags].filter((tag) => !others.has(tag))]), until };
}

/** What is read of these ids, each as `whileTrue` would keep it; null for what is not there. Throws what `read` throws. */
async function readSingly<T extends { id: string }>(
  { generations, keeper, of }: Place,
  { collection, name, read }: Single<T>,
  ids: readonly string[],
): Promise<(T | null)[]> {
  const since = generations.now();
  const { outcome, reads } = await makeHeard(() => read(ids));
  const docs = new Map(takeMade({ outcome, reads }).map((doc) => [doc.id, doc]));
  const tags = ids.map((id) => documentTag(collection, id));
  const ofAll = new Set(tags);
  return ids.map((id, index) => {
    const value = docs.get(id) ?? null;
    const own = ownReads(reads, tags[index] as Tag, ofAll);
    const made = { outcome: { status: 'fulfilled' as const, value }, reads: own };
    keeper.kept.set(`${name} ${id}`, keptOf(made, since, of));
    return value;
  });
}

/** `whileTrue` for documents by id: only those are read that are not known. In no order. */
export async function eachWhileTrue<T extends { id: string }>(
  adapter: DatabaseAdapter,
  single: Single<T>,
  of: number,
): Promise<T[]> {
  const generations = generationsOf(adapter);
  if (!generations) return single.read(single.ids);
  const place = { adapter, generations, keeper: keeperOf(adapter), of };
  const found: (T | null)[] = [];
  const missing: string[] = [];
  for (const id of single.ids) {
    const known = place.keeper.kept.get(`${single.name} ${id}`);
    if (known && isTrue(known, place)) found.push(takeMade(known.made as Made<T | null>));
    else missing.push(id);
  }
  if (missing.length > 0) found.push(...(await readSingly(place, single, missing)));
  return found.filter((doc) => doc !== null);
}
