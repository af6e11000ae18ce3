/**
 * Payload's MongoDB adapter as this product uses it: transactions wherever the server has them, indexes ready before the first
 * request, and one clear error when the server does not answer.
 */
import {
  type MigrateDownArgs,
  type MigrateUpArgs,
  type MongooseAdapter,
  mongooseAdapter,
} from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj, Migration } from 'payload';
import { describeDatabaseUrl } from '../databaseUrl.js';
import { indexListsOnMongodb, type ListIndex } from '../listIndexes.js';
import { addChange, changeCollection, changeHeadCollection } from './changes.js';
import { leaseCollection } from './lease.js';
import { ledgerHeadCollection } from './lockLedger.js';
import { nodeCollection } from './nodeRows.js';
import { installTransactions, type TransactionLimits } from './payloadTransactions.js';

export interface MongodbMigration {
  readonly name: string;
  readonly up: (args: MigrateUpArgs) => Promise<void>;
  readonly down: (args: MigrateDownArgs) => Promise<void>;
}

export interface MongodbAdapterOptions {
  readonly url: string;
  /** Run before the adapter is handed out; `undefined` leaves the data as it is. */
  readonly migrations: readonly MongodbMigration[] | undefined;
  /** How long to look for a server that answers, in milliseconds. */
  readonly connectTimeoutMs?: number;
  /** None by default. */
  readonly listIndexes?: readonly ListIndex[];
  /** How writers take turns; the defaults suit a server. */
  readonly transactions?: TransactionLimits;
}

type Connect = (args?: { hotReload: boolean }) => Promise<void>;

/** A server may be part of a replica set although the URL does not say so; Payload would go without transactions. */
async function isReplicaSetMember(adapter: MongooseAdapter): Promise<boolean> {
  const hello = await adapter.connection.db?.admin().command({ hello: 1 });
  return typeof hello?.setName === 'string' || hello?.msg === 'isdbgrid';
}

const namespaceExists = 48;
const ownCollections = [
  ...[leaseCollection, ledgerHeadCollection],
  ...[changeCollection, changeHeadCollection, nodeCollection],
];

/** Made ahead, so that no transaction has to: creating a collection in one conflicts with everybody else who does. */
async function createOwnCollections({ connection }: MongooseAdapter): Promise<void> {
  for (const name of ownCollections)
    await connection.db?.createCollection(name).catch((error: { code?: number }) => {
      if (error.code !== namespaceExists) throw error;
    });
}

function installConnect(adapter: MongooseAdapter, options: MongodbAdapterOptions): void {
  const connect = (adapter.connect as Connect).bind(adapter);
  const { beginTransaction, transactionOptions } = adapter;
  adapter.connect = (async (args) => {
    try {
      await connect(args);
    } catch (cause) {
      throw new Error(
        `The database at ${describeDatabaseUrl(options.url)} cannot be used: ${reasonOf(cause)}`,
        { cause },
      );
    }
    await createOwnCollections(adapter);
    if (await isReplicaSetMember(adapter)) Object.assign(adapter, { beginTransaction, transactionOptions });
    else
      adapter.payload.logger.warn(
        'This MongoDB server is no replica set: work that fails halfway is not undone.',
      );
    if (options.migrations?.length) await migrate(adapter, options.migrations);
  }) as Connect;
}

/** What a migration has written, nobody has heard: other processes forget everything. */
async function migrate(adapter: MongooseAdapter, migrations: readonly MongodbMigration[]): Promise<void> {
  const done = () => adapter.connection.collection('payload-migrations').countDocuments();
  const before = await done();
  await adapter.migrate({ migrations: [...migrations] as Migration[] });
  if ((await done()) === before) return;
  await addChange(adapter.connection, {
    documents: [{ collection: '*', id: '*' }],
    key: `migrated ${new Date().toISOString()}`,
  });
}

function installIndexes(adapter: MongooseAdapter, wanted: readonly ListIndex[]): void {
  const init = adapter.init?.bind(adapter);
  adapter.init = async () => {
    await init?.();
    indexListsOnMongodb(adapter, wanted);
  };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(Error: cannot connect to MongoDB[:.]?\s*)+/, '').replace(/^Details:\s*/, '');
}

/** What Payload's `db` setting takes for MongoDB. */
export function createMongodbAdapter(options: MongodbAdapterOptions): DatabaseAdapterObj {
  const timeout = options.connectTimeoutMs ?? 5_000;
  const stock = mongooseAdapter({
    url: options.url,
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    // Awaited in one go on connect; mongoose's own background building would report a failed unique index to nobody.
    ensureIndexes: true,
    connectOptions: { autoIndex: false, serverSelectionTimeoutMS: timeout, connectTimeoutMS: timeout },
  });
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args);
      installTransactions(adapter as unknown as MongooseAdapter, options.transactions);
      installConnect(adapter as unknown as MongooseAdapter, options);
      installIndexes(adapter as unknown as MongooseAdapter, options.listIndexes ?? []);
      return adapter;
    },
  };
}
