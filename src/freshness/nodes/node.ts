/**
 * A process that answers from memory, one of several on a database. It may do so for as long as its lease lasts, and gets a new
 * one each time it has asked the database for what others have changed. Whatever holds it up, the lease runs out by itself.
 */
import { LRUCache } from 'lru-cache';
import type { ClientSession } from 'mongodb';
import type { Payload } from 'payload';
import { type Change, changesBetween, lastChange } from '../../database/mongodb/changes.js';
import { removeNode, signLife } from '../../database/mongodb/nodeRows.js';
import type { Generations } from '../../front/generations.js';
import { momentNow } from '../../front/lease.js';
import { forgetEverything, moveFor } from '../moves.js';
import { watchPrimary } from './newPrimary.js';
import { pauseUnless } from './pauseUnless.js';
import { type Teller, tellerOf } from './teller.js';
import { askMs, leaseMs, renewMs } from './times.js';
import { within } from './within.js';

/** More than anybody is told while one lease is renewed. */
const mostHeard = 10_000;

interface NodeParts {
  payload: Payload;
  generations: Generations;
  teller: Teller;
}

export class Node {
  /** The last change that it has heard of; null before it has asked. */
  private position: number | null = null;
  /** Signs of life that it has given. */
  private beats = 0;
  /** Keys of changes that it has heard of and not yet found in the database. */
  private readonly heard = new LRUCache<string, true>({ max: mostHeard });
  private renewedAt = Number.NEGATIVE_INFINITY;
  private isTroubled = false;
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private readonly unwatch: () => void;

  /** Nothing is answered from memory from now on, until start() has got a lease. */
  constructor(private readonly parts: NodeParts) {
    const { generations, payload, teller } = parts;
    generations.lease.require();
    this.unwatch = watchPrimary(teller.connection.getClient(), () => forgetEverything(payload.db));
  }

  /** Resolves after the first attempt; goes on by itself. */
  async start(): Promise<void> {
    const { payload, teller } = this.parts;
    if (!readsThePrimary(teller)) {
      payload.logger.warn('Nothing is kept in memory: the database is asked to answer from secondaries.');
      return;
    }
    teller.listen(
      (changes) => this.hear(changes),
      (changes) => this.remember(changes),
    );
    this.next();
    await this.running;
  }

  /** Answers from memory no more, and lets nobody wait for it. */
  async stop(): Promise<void> {
    const { generations, teller } = this.parts;
    this.isStopping = true;
    clearTimeout(this.timer);
    this.unwatch();
    generations.darken();
    await Promise.race([this.running, pauseUnless(leaseMs)]);
    // where that cannot be, it is found to be silent
    await within(leaseMs, removeNode(teller.connection, teller.id)).catch(() => undefined);
  }

  private next(): void {
    this.running = this.tick();
  }

  private async tick(): Promise<void> {
    try {
      await within(leaseMs, this.renewWhenDue());
      this.isTroubled = false;
    } catch (error) {
      if (!this.isStopping) this.complain(error);
    }
    const { isTold } = this.parts.teller;
    if (!this.isStopping) this.timer = setTimeout(() => this.next(), isTold ? renewMs : askMs).unref();
  }

  private complain(err: unknown): void {
    const { logger } = this.parts.payload;
    if (!this.isTroubled)
      logger.warn({ err }, 'The database does not answer: until it does, nothing is answered from memory.');
    this.isTroubled = true;
  }

  private async renewWhenDue(): Promise<void> {
    const isDue = performance.now() - this.renewedAt >= renewMs;
    if (!isDue && (await lastChange(this.parts.teller.connection)) === this.position) return;
    this.renewedAt = performance.now();
    const session = await this.parts.teller.connection.startSession({ causalConsistency: true });
    await this.renew(session).finally(() => session.endSession());
  }

  private async renew(session: ClientSession): Promise<void> {
    const { generations, teller } = this.parts;
    const since = momentNow();
    const before = this.position;
    // from here on writers wait for this process; what was written before, it sees
    await this.giveSign(before ?? 0, session);
    await this.catchUp(session);
    generations.lease.extend(since, leaseMs);
    if (this.position !== null && this.position !== before) await this.giveSign(this.position, session);
    await teller.lookAround();
  }

  private giveSign(position: number, session: ClientSession): Promise<void> {
    const { connection, id } = this.parts.teller;
    this.beats += 1;
    return signLife(connection, { _id: id, beat: this.beats, position }, session);
  }

  private async catchUp(session: ClientSession): Promise<void> {
    const { connection } = this.parts.teller;
    const last = await lastChange(connection, session);
    const { position } = this;
    // it has just come, or the database was put back to what it had been
    const isLost = position === null || last < position;
    const rows = isLost ? null : await changesBetween(connection, { last, position }, session);
    if (rows) this.move(rows.filter(({ key }) => !this.heard.delete(key)));
    else forgetEverything(this.parts.payload.db);
    this.position = last;
  }

  private hear(changes: readonly Change[]): void {
    this.move(changes);
    this.remember(changes);
  }

  private move(changes: readonly Change[]): void {
    const documents = changes.flatMap((change) => change.documents);
    if (documents.length > 0) moveFor(documents, this.parts.payload.db);
  }

  private remember(changes: readonly Change[]): void {
    for (const { key } of changes) this.heard.set(key, true);
  }
}

/** Others lag behind, and what they answer may be older than what is known to have changed. */
const readsThePrimary = ({ connection }: Teller): boolean =>
  connection.getClient().readPreference.mode === 'primary';

/** The part that this process takes; undefined on SQLite, which it has for itself. */
export function nodeOn(payload: Payload, generations: Generations, redisUrl?: string): Node | undefined {
  const teller = tellerOf(payload.db, redisUrl);
  return teller && new Node({ generations, payload, teller });
}
