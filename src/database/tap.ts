/**
 * One tap on the database adapter, several listeners. It hears every write that goes through the adapter, whichever door it
 * came through and whether or not a hook saw it, tells listeners before the transaction is committed, inside it, and tells
 * them how it ended. A write outside of any transaction gets one of its own.
 */
import {
  type CollectionSlug,
  type DatabaseAdapter,
  isolateObjectProperty,
  type PayloadRequest,
  type Where,
} from 'payload';
import { retryWriteConflicts } from './retryWriteConflicts.js';

/** A request inside the transaction, as the adapter's and Payload's methods take it. */
export type TransactionRequest = PayloadRequest;

export interface WrittenDocument {
  readonly collection: string;
  readonly id: string;
  /** It was deleted at some time in the transaction, and with it the relations that others had to it. */
  readonly isGone?: true;
}

export interface Announcement {
  /** What was written since the last announcement of this transaction, in the order of the first write, each once. */
  readonly documents: readonly WrittenDocument[];
  /** Whoever writes with it writes inside the transaction, and is heard too. */
  readonly req: TransactionRequest;
  /** Stands for the transaction, also when it has ended. */
  readonly transaction: string;
}

/** `unknown`: the commit failed in a way that leaves open whether the database made it. */
export type Ending = 'committed' | 'rolled back' | 'unknown';

export interface WriteListener {
  /** Collections of which it wants to hear. */
  hears(collection: string): boolean;
  /** Inside the transaction. Called again for what listeners write themselves. Throwing undoes the whole transaction. */
  beforeCommit?(announcement: Announcement): Promise<void>;
  /** The next thing that happens is the commit of a transaction of which `ended` will tell, however it ends. */
  committing?(adapter: DatabaseAdapter): void;
  /**
   * After the end of a transaction in which something that it hears of was written; before the writer gets its answer.
   * `adapter` is the one through which it was written: listeners are shared by all who load the configuration.
   * The writer waits for what it returns, which does not reject.
   */
  ended?(
    ending: Ending,
    documents: readonly WrittenDocument[],
    adapter: DatabaseAdapter,
    transaction: string,
  ): void | Promise<void>;
}

type Request = Partial<PayloadRequest>;

interface WriteArgs {
  collection: string;
  data?: Record<string, unknown>;
  id?: number | string;
  locale?: string;
  req?: Request;
  returning?: boolean;
  where?: Where;
}

type Write = (args: WriteArgs) => Promise<unknown>;

/** `upsert` is not among them: both adapters carry it out through their own `updateOne`. */
const writes = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany'] as const;

/** Listeners that write make announcements of their own; more rounds than this would be two that answer each other. */
const mostRounds = 20;

/** What stands in for the id of a transaction where the database has none. */
const alone = 'alone ';

interface OpenTransaction {
  req: TransactionRequest;
  pending: Map<string, WrittenDocument>;
  announced: Map<string, WrittenDocument>;
}

interface Written {
  ids: readonly string[];
  isGone: boolean;
}

const keyOf = ({ collection, id }: WrittenDocument) => `${collection} ${id}`;

/** The only id that a condition can mean, when it is as plain as that. */
function plainId(where: Where | undefined): string | undefined {
  const keys = Object.keys(where ?? {});
  if (keys.length !== 1) return undefined;
  const [first] = keys[0] === 'and' && where?.and?.length === 1 ? where.and : [where];
  const { id } = (first ?? {}) as { id?: { equals?: unknown } };
  return typeof id?.equals === 'string' && Object.keys(first ?? {}).length === 1 ? id.equals : undefined;
}

class Tap {
  private readonly open = new Map<string, OpenTransaction>();

  constructor(
    private readonly adapter: DatabaseAdapter,
    private readonly listeners: readonly WriteListener[],
  ) {}

  install(): void {
    const adapter = this.adapter as unknown as Record<string, Write>;
    for (const name of writes) {
      const write = (adapter[name] as Write).bind(adapter);
      adapter[name] = (args) => this.write(name, write, args);
    }
    const commit = this.adapter.commitTransaction.bind(this.adapter);
    const rollback = this.adapter.rollbackTransaction.bind(this.adapter);
    this.adapter.commitTransaction = (id) => this.commit(id, commit, rollback);
    this.adapter.rollbackTransaction = (id) => this.rollback(id, rollback);
  }

  private isHeard = (collection: string) => this.listeners.some((listener) => listener.hears(collection));

  private async write(name: (typeof writes)[number], write: Write, args: WriteArgs): Promise<unknown> {
    if (!this.isHeard(args.collection)) return write(args);
    const id = await this.transactionOf(args.req);
    return id === undefined ? this.writeAlone(name, write, args) : this.writeInside(id, name, write, args);
  }

  /** The running transaction of a request. */
  private async transactionOf(req: Request | undefined): Promise<string | undefined> {
    const id = await req?.transactionID;
    return id !== undefined && id !== null && this.adapter.sessions?.[id] ? String(id) : undefined;
  }

  private requestIn(id: string | undefined, req: Request | undefined): TransactionRequest {
    const { payload } = this.adapter;
    const whole = { ...(req?.payload ? {} : { payload }), ...(req?.context ? {} : { context: {} }) };
    const given = (Object.keys(whole).length > 0 ? { ...req, ...whole } : req) as PayloadRequest;
    const own = isolateObjectProperty(given, 'transactionID');
    if (id === undefined) delete own.transactionID;
    else own.transactionID = id;
    return own;
  }

  private writeAlone(name: (typeof writes)[number], write: Write, args: WriteArgs): Promise<unknown> {
    return retryWriteConflicts(async () => {
      const begun = await this.adapter.beginTransaction();
      // a database without transactions: the announcement follows the write as closely as it can
      const id = begun === null || begun === undefined ? `${alone}${crypto.randomUUID()}` : String(begun);
      const req = this.requestIn(begun === null ? undefined : id, args.req);
      try {
        const result = await this.writeInside(id, name, write, { ...args, req });
        await this.adapter.commitTransaction(id);
        return result;
      } catch (error) {
        await this.adapter.rollbackTransaction(id);
        throw error;
      }
    });
  }

  private async writeInside(
    id: string,
    name: (typeof writes)[number],
    write: Write,
    args: WriteArgs,
  ): Promise<unknown> {
    const known = await this.idsBefore(name, args);
    if (known.length > 0 || name === 'deleteOne' || name === 'deleteMany' || name === 'updateMany') {
      // first of all: a write that fails halfway, in a bulk that is committed all the same, has changed something
      this.note(id, args, { ids: known, isGone: name.startsWith('delete') });
      return write(args);
    }
    const made = (await write({ ...args, returning: undefined })) as { id?: unknown } | null;
    if (made?.id !== undefined) this.note(id, args, { ids: [String(made.id)], isGone: false });
    return args.returning === false ? null : made;
  }

  private async idsBefore(name: (typeof writes)[number], args: WriteArgs): Promise<string[]> {
    const { collection, data, id, locale, req, where } = args;
    const given = name === 'create' ? data?.id : (id ?? plainId(where));
    if (given !== undefined && given !== null) return [String(given)];
    if (name === 'create') return [];
    const { docs } = await this.adapter.find<{ id: number | string }>({
      ...{
        collection: collection as CollectionSlug,
        limit: 0,
        locale: locale ?? req?.locale ?? undefined,
        pagination: false,
      },
      ...{ req: req as PayloadRequest, select: { id: true }, where },
    });
    return docs.map((doc) => String(doc.id));
  }

  private note(id: string, { collection, req }: WriteArgs, { ids, isGone }: Written): void {
    if (ids.length === 0) return;
    const real = id.startsWith(alone) ? undefined : id;
    const transaction = this.open.get(id) ?? {
      ...{ announced: new Map(), pending: new Map() },
      req: this.requestIn(real, req),
    };
    // what a person does outweighs what the system does on the way
    if (req?.user && !transaction.req.user) transaction.req = this.requestIn(real, req);
    this.open.set(id, transaction);
    for (const each of ids) {
      const key = keyOf({ collection, id: each });
      const gone = isGone || transaction.pending.get(key)?.isGone ? { isGone: true as const } : {};
      transaction.pending.set(key, { collection, id: each, ...gone });
    }
  }

  private async announce(id: string, transaction: OpenTransaction): Promise<void> {
    for (let round = 0; transaction.pending.size > 0; round += 1) {
      if (round === mostRounds) throw new Error('Listeners to database writes keep answering each other.');
      const documents = [...transaction.pending.values()];
      transaction.pending.clear();
      for (const document of documents) transaction.announced.set(keyOf(document), document);
      for (const listener of this.listeners)
        await this.tell(listener, { documents, req: transaction.req, transaction: id });
    }
  }

  private async tell(listener: WriteListener, announcement: Announcement): Promise<void> {
    const documents = announcement.documents.filter(({ collection }) => listener.hears(collection));
    if (documents.length > 0) await listener.beforeCommit?.({ ...announcement, documents });
  }

  /** Those who hear of something in it, each with what it hears of. */
  private hearing({ announced, pending }: OpenTransaction) {
    const documents = [...announced.values(), ...pending.values()];
    return this.listeners.flatMap((listener) => {
      const heard = documents.filter(({ collection }) => listener.hears(collection));
      return heard.length > 0 ? [{ heard, listener }] : [];
    });
  }

  private async end(id: string, transaction: OpenTransaction, ending: Ending): Promise<void> {
    for (const { heard, listener } of this.hearing(transaction))
      await listener.ended?.(ending, heard, this.adapter, id);
  }

  private async commit(
    given: Parameters<DatabaseAdapter['commitTransaction']>[0],
    commit: DatabaseAdapter['commitTransaction'],
    rollback: DatabaseAdapter['rollbackTransaction'],
  ): Promise<void> {
    const id = String(await given);
    const transaction = this.open.get(id);
    if (!transaction) return commit(id);
    try {
      await this.announce(id, transaction);
    } catch (error) {
      await this.rollback(id, rollback);
      throw error;
    }
    this.open.delete(id);
    for (const { listener } of this.hearing(transaction)) listener.committing?.(this.adapter);
    try {
      await commit(id);
    } catch (error) {
      await this.end(id, transaction, 'unknown');
      throw error;
    }
    await this.end(id, transaction, 'committed');
  }

  private async rollback(
    given: Parameters<DatabaseAdapter['rollbackTransaction']>[0],
    rollback: DatabaseAdapter['rollbackTransaction'],
  ): Promise<void> {
    const id = String(await given);
    const transaction = this.open.get(id);
    this.open.delete(id);
    try {
      await rollback(id);
    } finally {
      if (transaction) await this.end(id, transaction, 'rolled back');
    }
  }
}

/** Lets `listeners` hear every write through `adapter`, in the order given. */
export function installTap(adapter: DatabaseAdapter, listeners: readonly WriteListener[]): void {
  new Tap(adapter, listeners).install();
}
