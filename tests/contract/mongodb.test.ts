/**
 * What is special about MongoDB: a server that does not answer, indexes, transactions without `replicaSet=` in the URL.
 */
import { describe, expect, it } from '@jest/globals';
import { createMongodbAdapter } from '../../src/database/mongodb/createMongodbAdapter.js';
import { openMongodb, start } from './fixture/openPayload.js';

const uri = process.env.TEST_MONGODB_URI;
const writing = { depth: 0, overrideAccess: true } as const;

describe('a MongoDB that does not answer', () => {
  it('is one clear error within seconds, without the password', async () => {
    const url = 'mongodb://someone:very-secret@127.0.0.1:9/forthright';
    const opening = start(createMongodbAdapter({ url, migrations: undefined, connectTimeoutMs: 500 }));
    const error = await opening.then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toMatch(
      /^The database at mongodb:\/\/127\.0\.0\.1:9\/forthright cannot be used: connect ECONNREFUSED/,
    );
    expect(error?.message).not.toContain('very-secret');
  });
});

const title = uri ? 'MongoDB' : 'MongoDB (skipped: TEST_MONGODB_URI is not set)';
(uri ? describe : describe.skip)(title, () => {
  it('has its unique indexes before the first write', async () => {
    const { payload, close } = await openMongodb(uri as string);
    const { collections } = payload.db as unknown as {
      collections: Record<
        string,
        { collection: { indexes(): Promise<{ key: object; unique?: boolean }[]> } }
      >;
    };
    const indexes = await collections.articles?.collection.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { slug: 1 }, unique: true }));
    await close();
  });

  it('uses transactions although the URL does not name the replica set', async () => {
    const url = new URL(uri as string);
    url.searchParams.delete('replicaSet');
    url.searchParams.set('directConnection', 'true');
    const { payload, close } = await openMongodb(url.href);
    const transaction = (await payload.db.beginTransaction()) as string;
    expect(transaction).toEqual(expect.any(String));
    await payload.db.rollbackTransaction(transaction);
    await close();
  });

  it('rejects a commit that the server refuses', async () => {
    const { payload, close } = await openMongodb(uri as string);
    const transaction = (await payload.db.beginTransaction()) as string;
    const { sessions } = payload.db as unknown as {
      sessions: Record<string, { commitTransaction: unknown }>;
    };
    const session = sessions[transaction] as { commitTransaction: unknown };
    session.commitTransaction = () => Promise.reject(new Error('refused'));
    await expect(payload.db.commitTransaction(transaction)).rejects.toThrow('refused');
    await payload.create({ collection: 'topics', data: { name: 'after' }, ...writing });
    await close();
  });
});
