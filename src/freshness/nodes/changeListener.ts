/** Hears every write that answers are made of, for the processes that share the database. */
import type { DatabaseAdapter } from 'payload';
import type { WriteListener } from '../../database/tap.js';
import { forgetEverything } from '../moves.js';
import { isHeard } from '../tags.js';
import { tellerOf } from './teller.js';

/** The last listener of all: its rows are what writers that overlap would fail by, so they are held for a short time only. */
export const changeListener = (redisUrl?: string): WriteListener => ({
  hears: isHeard,
  beforeCommit: async (announcement) => {
    await tellerOf(announcement.req.payload.db, redisUrl)?.note(announcement);
  },
  ended: (ending, _documents, adapter, transaction) =>
    tellerOf(adapter, redisUrl)?.ended(ending, transaction),
});

/** For whoever has written past the adapter: no process answers any more what it has kept until now. */
export async function forgetEverywhere(adapter: DatabaseAdapter): Promise<void> {
  forgetEverything(adapter);
  await tellerOf(adapter)?.forgetEverything();
}
