/**
 * Whoever writes: notes what it changes in the transaction of the write, and lets nobody have the writer's answer before every
 * process that answers from memory has heard, or can no longer trust its memory.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapter } from 'payload';
import { addChange, type Change, type Connection, trimChanges } from '../../database/mongodb/changes.js';
import { type NodeRow, removeSilent } from '../../database/mongodb/nodeRows.js';
import type { Announcement, Ending, WrittenDocument } from '../../database/tap.js';
import { Messenger } from './messenger.js';
import { Others } from './others.js';
import { pauseUnless } from './pauseUnless.js';
import { leaseMs, lookMs, marginMs } from './times.js';

/** What one transaction has noted. */
interface Noted {
  changes: Change[];
  /** Of the last change. */
  position: number;
}

/** Above this, one row would get too large, and everything is forgotten. */
const mostDocuments = 50_000;
const everything: readonly WrittenDocument[] = [{ collection: '*', id: '*' }];

export class Teller {
  /** This process, as others know it. */
  readonly id = `${hostname()}-${process.pid}-${randomUUID()}`;
  private readonly noted = new Map<string, Noted>();
  private readonly others = new Others(() => this.connection, this.id);
  private messenger: Messenger | undefined;
  private onOwn: ((changes: readonly Change[]) => void) | undefined;

  constructor(
    private readonly adapter: MongooseAdapter,
    private readonly redisUrl: string | undefined,
  ) {}

  get connection(): Connection {
    return this.adapter.connection;
  }

  /** Whether changes of others arrive here without asking, as far as is known. */
  get isTold(): boolean {
    return this.messenger?.isUp ?? false;
  }

  /** For a process that answers from memory: `onChanges` hears at once of what others, `onOwn` of what it has itself committed. */
  listen(onChanges: (changes: readonly Change[]) => void, onOwn: (changes: readonly Change[]) => void): void {
    this.onOwn = onOwn;
    this.messenger?.close(); // what was written here before was told by one that hears nothing
    this.messenger = this.openMessenger(onChanges);
  }

  /** Inside of the transaction. */
  async note({ documents, req, transaction }: Announcement): Promise<void> {
    const id = await req.transactionID;
    const session = id === undefined ? undefined : this.adapter.sessions[id];
    const { changes, position } = await this.add(documents, session);
    const before = this.noted.get(transaction)?.changes ?? [];
    this.noted.set(transaction, { changes: [...before, ...changes], position });
  }

  /** Resolves when the writer may have its answer. Never rejects. */
  async ended(ending: Ending, transaction: string): Promise<void> {
    const noted = this.noted.get(transaction);
    this.noted.delete(transaction);
    if (!noted || ending === 'rolled back') return;
    if (ending === 'committed') this.onOwn?.(noted.changes);
    await this.tell(noted);
  }

  /** For whoever has written past the adapter: resolves when no process answers from memory what it had kept before. */
  async forgetEverything(): Promise<void> {
    await this.tell(await this.add(everything));
  }

  /** Sees who is gone, so that whoever writes next does not wait for them. */
  async lookAround(): Promise<void> {
    await this.others.living();
  }

  close(): void {
    this.messenger?.close();
  }

  private async add(
    documents: readonly WrittenDocument[],
    session?: Parameters<typeof addChange>[2],
  ): Promise<Noted> {
    const change = {
      documents: documents.length > mostDocuments ? everything : documents,
      key: randomUUID(),
    };
    return { changes: [change], position: await addChange(this.connection, change, session) };
  }

  private openMessenger(onChanges?: (changes: readonly Change[]) => void): Messenger | undefined {
    if (this.redisUrl === undefined) return undefined;
    const { logger } = this.adapter.payload;
    const onTrouble = (err: Error) =>
      logger.warn(
        { err },
        'Redis does not answer: until it does, writers wait longer for the other processes',
      );
    const parts = { url: this.redisUrl, database: this.connection.name, id: this.id, onTrouble };
    return new Messenger(parts, onChanges);
  }

  private async tell({ changes, position }: Noted): Promise<void> {
    const silent = await this.others.whoMustHear();
    // leases that began after this have been given by whoever knew of the changes already
    const end = performance.now() + leaseMs + marginMs;
    if (silent.size > 0) await this.waitFor(silent, { changes, position }, end);
    await this.tidy(silent, { count: changes.length, position });
  }

  private async waitFor(
    silent: Map<string, NodeRow>,
    { changes, position }: Noted,
    end: number,
  ): Promise<void> {
    this.messenger ??= this.openMessenger();
    let wake = (): void => undefined;
    const hush = this.messenger?.tell(changes, (by) => {
      silent.delete(by);
      wake();
    });
    while (silent.size > 0 && performance.now() < end) {
      await pauseUnless(lookMs, (done) => {
        wake = done;
      });
      if (silent.size > 0) await this.others.take(silent, position);
    }
    hush?.();
  }

  /** Nobody waits twice for a process that is gone. */
  private async tidy(
    silent: ReadonlyMap<string, NodeRow>,
    added: { count: number; position: number },
  ): Promise<void> {
    try {
      await removeSilent(this.connection, [...silent.values()]);
      await trimChanges(this.connection, added);
    } catch (err) {
      this.adapter.payload.logger.warn({ err }, 'what other processes left in the database stays there');
    }
  }
}

/** On the adapter, and not in this module: however often that is loaded, there is one for one database. */
const held = Symbol.for('forthright.teller');

type Holding = DatabaseAdapter & { [held]?: Teller };

/** Undefined on SQLite, which one process has for itself. */
export function tellerOf(adapter: DatabaseAdapter, redisUrl?: string): Teller | undefined {
  if (adapter.name !== 'mongoose') return undefined;
  const holder = adapter as Holding;
  const known = holder[held];
  if (known) return known;
  const teller = new Teller(adapter as unknown as MongooseAdapter, redisUrl);
  holder[held] = teller;
  const destroy = adapter.destroy?.bind(adapter);
  adapter.destroy = async () => {
    teller.close();
    await destroy?.();
  };
  return teller;
}
