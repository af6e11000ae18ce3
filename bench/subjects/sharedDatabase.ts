/** What several processes of the product share: MongoDB, and Redis where it is installed. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import type { Bench } from '../bench.js';
import { root } from '../machine/children.js';
import { startRedis } from './redis.js';

export interface SharedDatabase {
  /** In words, for the table. */
  name: string;
  /** Settings by which a server finds them. */
  settings: Record<string, string>;
  stop(): Promise<void>;
}

interface Mongo {
  uri: string;
  stop(): Promise<void>;
}

/** The one that TEST_MONGODB_URI names, or the stand-in of the tests (docs/performance.md says what that means for the times). */
async function findMongo(): Promise<Mongo & { name: string }> {
  const given = process.env.TEST_MONGODB_URI;
  if (given) return { name: 'MongoDB', stop: async () => undefined, uri: given };
  const file = pathToFileURL(path.join(root, 'tests/helpers/startMongo.mjs')).href;
  const { startMongo } = (await import(file)) as { startMongo(): Promise<Mongo> };
  return { ...(await startMongo()), name: 'MongoDB (stand-in)' };
}

function databaseOf(uri: string): string {
  const url = new URL(uri);
  url.pathname = `/bench_${randomBytes(4).toString('hex')}`;
  return url.href;
}

async function drop(url: string): Promise<void> {
  const client = await MongoClient.connect(url);
  await client
    .db()
    .dropDatabase()
    .finally(() => client.close());
}

/** A database of its own. Throws when there is none to be had. */
export async function startSharedDatabase({ remark }: Bench): Promise<SharedDatabase> {
  const mongo = await findMongo();
  const redis = await startRedis();
  if (!redis) remark('There is no redis-server here: the three processes were measured without Redis.');
  const url = databaseOf(mongo.uri);
  return {
    name: `${mongo.name}${redis ? ', Redis' : ''}`,
    settings: {
      ...{ DATABASE_URL: url, PAYLOAD_SECRET: randomBytes(32).toString('hex') },
      ...(redis ? { REDIS_URL: redis.url } : {}),
    },
    stop: async () => {
      await drop(url).catch(() => undefined);
      await redis?.stop();
      await mongo.stop();
    },
  };
}
