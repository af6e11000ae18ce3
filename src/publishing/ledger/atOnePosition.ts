/** Answers that are of one position of the ledger, although others write meanwhile. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Payload } from 'payload';
import { latestPosition } from './positions.js';

/** The header that says at which position of the ledger an answer was composed. */
export const positionHeader = 'Ledger-Position';

const tries = 3;

const positions = new AsyncLocalStorage<number>();

/** Where the ledger ended when the answer was begun that is being made; undefined when nobody looks whether it still does. */
export const positionBegun = (): number | undefined => positions.getStore();

export interface Positioned<T> {
  answer: T;
  /** Null when something was published during every try: then the answer may hold the one and the other state. */
  position: number | null;
}

/** What came of a load, a failure too, and the position that it is of. */
interface Tried<T> {
  outcome: PromiseSettledResult<T>;
  /** Null when something was published during every try. */
  position: number | null;
}

/**
 * What `load` answers or throws while nothing is published from before its first read to after its last. Tries three times: what is
 * taken down between two reads can make an answer wrong, and can make a load fail or refuse, too.
 */
export async function tryAtOnePosition<T>(payload: Payload, load: () => Promise<T>): Promise<Tried<T>> {
  let before = await latestPosition(payload);
  for (let attempt = 1; ; attempt += 1) {
    const [outcome] = await Promise.allSettled([positions.run(before, load)]);
    const after = await latestPosition(payload);
    if (after === before) return { outcome, position: after };
    if (attempt === tries) return { outcome, position: null };
    before = after;
  }
}

/** The same; whatever `load` threw in its last try is thrown on. */
export async function atOnePosition<T>(payload: Payload, load: () => Promise<T>): Promise<Positioned<T>> {
  const { outcome, position } = await tryAtOnePosition(payload, load);
  if (outcome.status === 'rejected') throw outcome.reason;
  return { answer: outcome.value, position };
}
