/**
 * Begin, commit and roll back as Payload calls them. Replaces the stock ones, whose commit reports success when SQLite refused it.
 */
import { randomUUID } from 'node:crypto';
import type { DrizzleAdapter } from '@payloadcms/drizzle';
import { TransactionEndedError } from './errors.js';

type TransactionId = number | string | Promise<number | string>;
type Sessions = DrizzleAdapter['sessions'];

// A rolled-back transaction stays known for a while, so that work which still carries its id fails instead of being written alone.
const rememberedRollbacks = 500;
const rolledBack = Symbol('rolled back');

interface Ending {
  readonly done: Promise<void>;
  readonly commit: () => void;
  readonly rollback: () => void;
}

/** Drizzle ends a transaction when a callback returns or throws; this holds the callback open until Payload says which. */
async function open(adapter: DrizzleAdapter): Promise<{ db: Sessions[string]['db']; ending: Ending }> {
  const controls: { commit?: () => void; rollback?: () => void } = {};
  const held = new Promise<void>((resolve, reject) => {
    controls.commit = resolve;
    controls.rollback = () => reject(rolledBack);
  });
  const { db, done } = await new Promise<{ db: Sessions[string]['db']; done: Promise<void> }>(
    (resolve, reject) => {
      const running: Promise<void> = (adapter.drizzle as unknown as LiftableDatabase).transaction((tx) => {
        resolve({ db: tx, done: running });
        return held;
      });
      running.catch(reject);
    },
  );
  return {
    db,
    ending: { done, commit: controls.commit as () => void, rollback: controls.rollback as () => void },
  };
}

interface LiftableDatabase {
  transaction(work: (tx: Sessions[string]['db']) => Promise<void>): Promise<void>;
}

/** Gives `adapter` transactions whose failed commit rejects and whose leftovers cannot be written. */
export function installTransactions(adapter: DrizzleAdapter): void {
  const endings = new Map<string, Ending>();
  const remembered: string[] = [];

  function remember(id: string): void {
    remembered.push(id);
    if (remembered.length > rememberedRollbacks) delete adapter.sessions[remembered.shift() as string];
  }

  async function beginTransaction(): Promise<string> {
    await adapter.initializing;
    const { db, ending } = await open(adapter);
    const id = randomUUID();
    endings.set(id, ending);
    const end = async (how: () => void) => {
      how();
      await ending.done;
    };
    adapter.sessions[id] = { db, resolve: () => end(ending.commit), reject: () => end(ending.rollback) };
    return id;
  }

  async function commitTransaction(given: TransactionId): Promise<void> {
    const id = String(await given);
    const ending = endings.get(id);
    if (!ending) {
      if (adapter.sessions[id]) throw new TransactionEndedError('was rolled back');
      return;
    }
    endings.delete(id);
    ending.commit();
    try {
      await ending.done;
      delete adapter.sessions[id];
    } catch (error) {
      remember(id);
      throw error;
    }
  }

  async function rollbackTransaction(given: TransactionId): Promise<void> {
    const id = String(await given);
    const ending = endings.get(id);
    if (!ending) return;
    endings.delete(id);
    remember(id);
    ending.rollback();
    await ending.done.catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  }

  Object.assign(adapter, { beginTransaction, commitTransaction, rollbackTransaction });
}
