import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Payload } from 'payload';
import { holdLease } from '../../src/database/mongodb/lease.js';
import { dropMongoDatabase } from '../helpers/mongo.js';
import { mongoDatabaseUrl } from '../helpers/testDatabase.mjs';

const uri = process.env.TEST_MONGODB_URI;
const title = uri ? 'leases' : 'leases (skipped: TEST_MONGODB_URI is not set)';

(uri ? describe : describe.skip)(title, () => {
  const url = uri ? mongoDatabaseUrl(uri, `forthright_lease_${randomUUID().slice(0, 8)}`) : '';
  let payload: Payload;

  beforeAll(async () => {
    const connection = await mongoose.createConnection(url).asPromise();
    // what a lease needs of Payload is its connection
    payload = { db: { name: 'mongoose', connection } } as unknown as Payload;
  });
  afterAll(async () => {
    await (payload.db as unknown as { connection: mongoose.Connection }).connection.close();
    await dropMongoDatabase(url);
  });

  const take = (holder: string, forMs = 60_000) => holdLease(payload, { name: 'jobs', holder, forMs });

  it('are held by one of many that ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => take(`process-${index}`)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('are renewed by their holder and refused to others', async () => {
    const name = 'renewed';
    const hold = (holder: string) => holdLease(payload, { name, holder, forMs: 60_000 });
    expect([await hold('a'), await hold('b'), await hold('a')]).toEqual([true, false, true]);
  });

  it('pass on when their holder is gone', async () => {
    const name = 'passed-on';
    expect(await holdLease(payload, { name, holder: 'a', forMs: 1 })).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await holdLease(payload, { name, holder: 'b', forMs: 60_000 })).toBe(true);
    expect(await holdLease(payload, { name, holder: 'a', forMs: 60_000 })).toBe(false);
  });
});
