/**
 * Answers about sites kept in memory, as many as fit: a manifest composes every page of its site, a sitemap reads all of them. None
 * is older than the ledger: whatever public changes appends to it, so while it stands where it stood, only time can change an
 * answer, and when is known with it.
 */
import { LRUCache } from 'lru-cache';
import type { DatabaseAdapter, Payload } from 'payload';
import { type Made, makeHeard, takeMade } from '../../freshness/reads.js';
import type { Placed } from '../../pages/readAt.js';
import { latestPosition } from '../../publishing/ledger/positions.js';
import type { Representation } from '../../sendAnswer.js';

/** An answer, and until when it holds: ISO 8601, null for as long as nothing is published. */
export interface Timed {
  shown: Representation;
  nextChangeAt: string | null;
}

type Compose = () => Promise<Placed<Timed>>;
type Answered = Made<Placed<Timed>>;

/** In characters of all answers together. */
const mostKept = 64 * 1024 * 1024;

interface Keeper {
  kept: LRUCache<string, Answered>;
  /** What is being composed: more than one asks for it, one composes. */
  underWay: Map<string, Promise<Answered>>;
}

/** By adapter: this module may be loaded more than once, and each copy keeps what is exact. */
const keepers = new WeakMap<DatabaseAdapter, Keeper>();

function keeperOf(adapter: DatabaseAdapter): Keeper {
  const known = keepers.get(adapter);
  if (known) return known;
  const lengthOf = ({ outcome }: Answered) =>
    outcome.status === 'fulfilled' ? outcome.value.answer.shown.body.length : 0;
  const sizeCalculation = (answered: Answered, key: string) => lengthOf(answered) + key.length + 1;
  const kept = new LRUCache<string, Answered>({ maxSize: mostKept, sizeCalculation });
  const keeper = { kept, underWay: new Map() };
  keepers.set(adapter, keeper);
  return keeper;
}

/** A refusal holds for nobody but who was refused: it has no position. */
function holds({ outcome, reads }: Answered, latest: number): boolean {
  if (outcome.status === 'rejected') return false;
  const { answer, position } = outcome.value;
  const end = answer.nextChangeAt === null ? null : Date.parse(answer.nextChangeAt);
  return position >= latest && [end, reads.until].every((each) => each === null || each > Date.now());
}

async function begin({ kept, underWay }: Keeper, key: string, compose: Compose): Promise<Answered> {
  const composing = makeHeard(compose);
  underWay.set(key, composing);
  const made = await composing;
  underWay.delete(key);
  if (made.outcome.status === 'fulfilled') kept.set(key, made);
  return made;
}

async function readAnswered(payload: Payload, key: string, compose: Compose): Promise<Answered> {
  const keeper = keeperOf(payload.db);
  const latest = await latestPosition(payload);
  const kept = keeper.kept.get(key);
  if (kept && holds(kept, latest)) return kept;
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const joined = keeper.underWay.get(key);
    const made = await (joined ?? begin(keeper, key, compose));
    const isRefused = made.outcome.status === 'rejected' && !joined;
    if (isRefused || holds(made, latest)) return made;
    // it began before this question, and may be of an earlier position: the next one is not
  }
  return makeHeard(compose);
}

/** What `compose` answers for this key, or answered since something public changed last. One small query when it is kept. */
export const readKept = async (payload: Payload, key: string, compose: Compose): Promise<Placed<Timed>> =>
  takeMade(await readAnswered(payload, key, compose));
