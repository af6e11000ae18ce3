import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import mongoose, { mongo } from 'mongoose';
import type { Payload } from 'payload';
import { claimLease, holdLease, releaseLease, renewLease } from '../../src/database/mongodb/lease.js';
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

  const connection = () => (payload.db as unknown as MongooseAdapter).connection;
  const claim = (name: string, holder: string, forMs = 60_000) =>
    claimLease(connection(), { name, holder, forMs });

  it('pass on at once when they are given back', async () => {
    const name = 'given-back';
    expect(await claim(name, 'a')).toEqual({ isHeld: true });
    expect(await claim(name, 'b')).toEqual({ isHeld: false, isNext: true });
    await releaseLease(connection(), { name, holder: 'b' });
    expect(await claim(name, 'b')).toEqual({ isHeld: false, isNext: true });
    await releaseLease(connection(), { name, holder: 'a' });
    expect(await claim(name, 'b')).toEqual({ isHeld: true });
  });

  /** The clock stands still, however long the database takes; everything else goes on. */
  function stopClock(): void {
    jest.useFakeTimers({
      doNotFake: [
        ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
        ...(['clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
      ],
    });
  }
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are kept for whoever asked first, while it goes on asking', async () => {
    stopClock();
    const name = 'kept';
    await claim(name, 'a');
    expect(await claim(name, 'first')).toEqual({ isHeld: false, isNext: true });
    expect(await claim(name, 'second')).toEqual({ isHeld: false, isNext: false });
    await releaseLease(connection(), { name, holder: 'a' });
    expect(await claim(name, 'second')).toEqual({ isHeld: false, isNext: false });
    expect(await claim(name, 'first')).toEqual({ isHeld: true });
    await releaseLease(connection(), { name, holder: 'first' });
    // nobody has asked any more since
    jest.setSystemTime(Date.now() + 250);
    expect(await claim(name, 'third')).toEqual({ isHeld: true });
  });

  it('say who let them run out, and in which session', async () => {
    const name = 'run-out';
    const session = new mongo.UUID();
    await claimLease(connection(), { name, holder: 'a', forMs: 1, session });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const answer = await claim(name, 'b');
    expect(answer).toMatchObject({ isHeld: true, lapsed: { holder: 'a' } });
    const { lapsed } = answer as { lapsed?: { session?: { toString(encoding?: string): string } } };
    expect(new mongo.UUID(lapsed?.session as never).toString()).toBe(session.toString());
  });

  it('cannot be renewed by whoever has lost them', async () => {
    const name = 'lost';
    await claim(name, 'a', 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await renewLease(connection(), { name, holder: 'a', forMs: 1 })).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await claim(name, 'b');
    expect(await renewLease(connection(), { name, holder: 'a', forMs: 60_000 })).toBe(false);
  });

  it('are had by one after the other when many ask again and again', async () => {
    const name = 'in-turn';
    const holding = new Set<string>();
    const most: number[] = [];
    const take = async (holder: string) => {
      while (!(await claim(name, holder)).isHeld) await new Promise((resolve) => setTimeout(resolve, 5));
      holding.add(holder);
      most.push(holding.size);
      await new Promise((resolve) => setTimeout(resolve, 2));
      holding.delete(holder);
      await releaseLease(connection(), { name, holder });
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => take(`holder-${index}`)));
    expect(most).toEqual(Array(10).fill(1));
  });
});
