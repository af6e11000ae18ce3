/**
 * Turns of writers: on MongoDB every publishing transaction writes the head of the one ledger, so those that overlap would fail
 * with write conflicts, and Payload tries nothing twice. Here they come one after the other, in this process and across all that
 * share the database. Nothing rests on it but speed: without a turn, transactions still conflict where they must.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Binary } from 'mongodb';
import { isWriteConflict } from '../retryWriteConflicts.js';
import { type Claim, claimLease, type Lease, type LeaseRow, releaseLease, renewLease } from './lease.js';
import { TurnQueue } from './turnQueue.js';

export interface WriterLimits {
  /** How long a writer waits behind one and the same other before it goes on without the turn. */
  readonly patienceMs: number;
  /** How long a writer stands in a line that moves before it is sent away with 503. */
  readonly giveUpMs: number;
  /** How long a process that was killed keeps the writers of others waiting. */
  readonly leaseMs: number;
}

export const defaultWriterLimits: WriterLimits = { patienceMs: 15_000, giveUpMs: 60_000, leaseMs: 5_000 };

/** Ends the turn; never rejects, and harmless the second time. */
export type EndTurn = () => Promise<void>;

export const writerLease = 'writer';
// Pauses between two questions for the lease are random below these. Only one of all that wait is next and asks that often.
const shortestPauseMs = 3;
const mostPauseWhenNextMs = 8;
const firstPauseMs = 15;
const longestPauseMs = 50;

export class WriterTurns {
  readonly #adapter: MongooseAdapter;
  readonly #limits: WriterLimits;
  readonly #queue: TurnQueue;

  constructor(adapter: MongooseAdapter, limits: WriterLimits) {
    this.#adapter = adapter;
    this.#limits = limits;
    this.#queue = new TurnQueue(limits);
  }

  /**
   * Resolves when it is this caller's turn to write in `session`, or when the one before has kept it for too long.
   * Rejects with `TooManyWritersError` when the line is too long.
   */
  async take(session: Binary | undefined): Promise<EndTurn> {
    const deadline = performance.now() + this.#limits.patienceMs;
    const turn = await this.#queue.take();
    const lease = { name: writerLease, holder: randomUUID(), forMs: this.#limits.leaseMs, session };
    const isHeld = await this.#claimUntil(deadline, lease);
    // waiting for other processes is not to count as keeping the turn from those in this one
    turn.restart();
    const renewal = isHeld ? this.#keepRenewing(lease) : undefined;
    let ending: Promise<void> | undefined;
    return () => {
      ending ??= this.#end(lease, renewal).finally(turn.end);
      return ending;
    };
  }

  /** Asks for the lease until it is held or the deadline is over; asks once in any case. */
  async #claimUntil(deadline: number, lease: Lease): Promise<boolean> {
    for (let most = firstPauseMs; ; most = Math.min(longestPauseMs, most * 1.2)) {
      const claim = await this.#claim(lease);
      if (claim === undefined || claim.isHeld) return claim !== undefined;
      if (performance.now() >= deadline) {
        // most often a write inside a transaction that was not told of it (a hook that does not pass `req` on)
        this.#adapter.payload.logger.warn('Writing without a turn: another writer has kept it for too long.');
        return false;
      }
      const longest = claim.isNext ? mostPauseWhenNextMs : most;
      await pause(shortestPauseMs + Math.random() * (longest - shortestPauseMs));
    }
  }

  /** Asks for the lease once; undefined when it cannot be asked for. */
  async #claim(lease: Lease): Promise<Claim | undefined> {
    try {
      const claim = await claimLease(this.#adapter.connection, lease);
      if (claim.isHeld && claim.lapsed) await this.#endWorkOf(claim.lapsed);
      return claim;
    } catch (err) {
      if (isWriteConflict(err)) return { isHeld: false, isNext: false };
      this.#warn(err, 'Writing without a turn: the lease for it cannot be had.');
      return undefined;
    }
  }

  /** What a killed process had written in an open transaction would conflict with everybody for a minute. */
  async #endWorkOf({ session }: LeaseRow): Promise<void> {
    if (!session) return;
    this.#adapter.payload.logger.warn('A writer was gone without giving its turn back: its work is undone.');
    await this.#adapter.connection.db
      ?.command({ killSessions: [{ id: session }] })
      .catch((err: unknown) => this.#warn(err, 'The work of a writer that is gone cannot be undone yet.'));
  }

  #keepRenewing(lease: Lease): NodeJS.Timeout {
    const renewal = setInterval(() => {
      renewLease(this.#adapter.connection, lease).then(
        (isHeld) => {
          if (!isHeld) clearInterval(renewal);
        },
        // The next renewal may succeed; when none does, the lease runs out, and only conflicts may follow.
        () => undefined,
      );
    }, this.#limits.leaseMs / 3);
    return renewal.unref();
  }

  async #end(lease: Lease, renewal: NodeJS.Timeout | undefined): Promise<void> {
    if (!renewal) return;
    clearInterval(renewal);
    // A lease that cannot be given back runs out by itself.
    await releaseLease(this.#adapter.connection, lease).catch(() => undefined);
  }

  #warn(err: unknown, msg: string): void {
    this.#adapter.payload.logger.warn({ err, msg });
  }
}
