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

/**
 * What `load` answers, and the position that it is of: nothing was published from before its first read to after its last.
 * Tries three times. Whatever `load` throws is thrown on.
 */
export async function atOnePosition<T>(payload: Payload, load: () => Promise<T>): Promise<Positioned<T>> {
  let before = await latestPosition(payload);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await positions.run(before, load);
    const after = await latestPosition(payload);
    if (after === before) return { answer, position: after };
    if (attempt === tries) return { answer, position: null };
    before = after;
  }
}
