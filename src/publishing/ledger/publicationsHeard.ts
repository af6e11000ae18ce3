/**
 * Whether anything may have been published since: how often this process has appended to the ledger. Everything public that
 * changes appends to it, in the transaction of the change.
 */
import type { DatabaseAdapter } from 'payload';
import type { WriteListener } from '../../database/tap.js';

/** On the adapter, and not in this module: however often that is loaded, there is one count for one database. */
const count = Symbol.for('forthright.publicationsHeard');

type Counting = DatabaseAdapter & { [count]?: number };

/** Moves with every commit that appended to the ledger through this adapter, before the writer gets its answer. */
export function publicationsHeard(adapter: DatabaseAdapter): number {
  return (adapter as Counting)[count] ?? 0;
}

/** Counts commits that append to the ledger, and those of which nobody knows how they ended. */
export const publicationListener: WriteListener = {
  hears: (collection) => collection === 'publications',
  ended: (ending, _documents, adapter) => {
    if (ending === 'rolled back') return;
    (adapter as Counting)[count] = publicationsHeard(adapter) + 1;
  },
};
