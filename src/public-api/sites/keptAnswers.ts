/**
 * Answers about sites kept in memory, as many as fit: a manifest composes every page of its site, a sitemap reads all of them. None
 * is older than the ledger: whatever public changes appends to it, so while it stands where it stood, only time can change an
 * answer, and when is known with it.
 */
import { LRUCache } from 'lru-cache';
import type { DatabaseAdapter, Payload } from 'payload';
import type { Placed } from '../../pages/readAt.js';
import { latestPosition } from '../../publishing/ledger/positions.js';
import type { Representation } from '../../sendAnswer.js';

/** An answer, and until when it holds: ISO 8601, null for as long as nothing is published. */
export interface Timed {
  shown: Representation;
  nextChangeAt: string | null;
}

type Compose = () => Promise<Placed<Timed>>;

/** In characters of all answers together. */
const mostKept = 64 * 1024 * 1024;

interface Keeper {
  kept: LRUCache<string, Placed<Timed>>;
  /** What is being composed: more than one asks for it, one composes. */
  underWay: Map<string, Promise<Placed<Timed>>>;
}

/** By adapter: this module may be loaded more than once, and each copy keeps what is exact. */
const keepers = new WeakMap<DatabaseAdapter, Keeper>();

function keeperOf(adapter: DatabaseAdapter): Keeper {
  const known = keepers.get(adapter);
  if (known) return known;
  const sizeCalculation = ({ answer }: Placed<Timed>, key: string) =>
    answer.shown.body.length + key.length + 1;
  const kept = new LRUCache<string, Placed<Timed>>({ maxSize: mostKept, sizeCalculation });
  const keeper = { kept, underWay: new Map() };
  keepers.set(adapter, keeper);
  return keeper;
}

const holds = ({ answer: { nextChangeAt }, position }: Placed<Timed>, latest: number): boolean =>
  position >= latest && (nextChangeAt === null || Date.parse(nextChangeAt) > Date.now());

async function composeOnce(
  { kept, underWay }: Keeper,
  key: string,
  compose: Compose,
): Promise<Placed<Timed>> {
  const known = underWay.get(key);
  if (known) return known;
  const composing = compose();
  underWay.set(key, composing);
  try {
    const made = await composing;
    kept.set(key, made);
    return made;
  } finally {
    underWay.delete(key);
  }
}

/** What `compose` answers for this key, or answered since something public changed last. One small query when it is kept. */
export async function readKept(payload: Payload, key: string, compose: Compose): Promise<Placed<Timed>> {
  const keeper = keeperOf(payload.db);
  const latest = await latestPosition(payload);
  const kept = keeper.kept.get(key);
  if (kept && holds(kept, latest)) return kept;
  const made = await composeOnce(keeper, key, compose);
  if (holds(made, latest)) return made;
  // it began before this question, and may be of an earlier position: the next one is not
  const next = await composeOnce(keeper, key, compose);
  return holds(next, latest) ? next : compose();
}
