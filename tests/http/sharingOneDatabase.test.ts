/** Several servers on one database: what was written through one, no other answers in its old form. */

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { leaseMs, renewMs } from '../../src/freshness/nodes/times.js';
import { copyMongoDatabase, dropMongoDatabase } from '../helpers/mongo.js';
import { type RedisServer, redisServer } from '../helpers/redisServer.js';
import { type SharedServer, signIn, startShared } from '../helpers/sharedServers.js';
import { Watch } from '../helpers/staleReads.js';

const uri = process.env.TEST_MONGODB_URI;
const skipped = uri ? '' : ' (skipped: TEST_MONGODB_URI is not set)';
const describeHere = uri ? describe : describe.skip;

/** Servers, and a topic that is written and watched. */
class Together {
  servers: SharedServer[] = [];
  watch!: Watch;
  private databaseUrl = '';
  private authorization = '';
  private topic = '';

  async open(count: number, env: Record<string, string>): Promise<void> {
    this.databaseUrl = await copyMongoDatabase(uri as string);
    for (let index = 0; index < count; index += 1) await this.add(env);
    this.authorization = await signIn(this.servers[0] as SharedServer);
    const answer = await fetch(`${this.servers[0]?.url}/api/topics?limit=1`);
    this.topic = ((await answer.json()) as { docs: { id: string }[] }).docs[0]?.id as string;
  }

  async add(env: Record<string, string>): Promise<SharedServer> {
    const server = await startShared(this.databaseUrl, env);
    this.servers.push(server);
    return server;
  }

  /** Readers on these servers from now on. */
  begin(servers: readonly SharedServer[] = this.servers): Watch {
    this.watch = new Watch(this.topic, this.authorization);
    for (const server of servers) this.watch.follow(server);
    return this.watch;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await dropMongoDatabase(this.databaseUrl);
  }
}

/** Writes through the servers in turn, with pauses in which answers are kept. */
async function writeInTurn(watch: Watch, servers: readonly SharedServer[], count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await watch.write(servers[index % servers.length] as SharedServer);
    await pause(index % 3 === 0 ? 0 : 60);
  }
}

describeHere(`Servers that share a database and Redis${skipped}`, () => {
  const together = new Together();
  let redis: RedisServer;
  let one: SharedServer;
  let other: SharedServer;

  beforeAll(async () => {
    redis = await redisServer();
    await redis.start();
    await together.open(2, { REDIS_URL: redis.url });
    [one, other] = together.servers as [SharedServer, SharedServer];
  });
  afterEach(() => together.watch.end());
  afterAll(async () => {
    await together.close();
    await redis.kill();
  });

  it('answer from memory, and never what was replaced before somebody asked', async () => {
    const watch = together.begin();
    await writeInTurn(watch, [one, other], 30);
    await watch.end();
    expect(watch.stale()).toEqual([]);
    expect(Math.min(watch.hits(one), watch.hits(other))).toBeGreaterThan(10);
    expect(watch.failures).toBe(0);
  });

  it('go on being exact while Redis is away, and are quick again when it is back', async () => {
    const watch = together.begin();
    await redis.kill();
    await writeInTurn(watch, [one, other], 8);
    await redis.start();
    await writeInTurn(watch, [one, other], 8);
    redis.pause();
    await writeInTurn(watch, [one, other], 4);
    redis.resume();
    await writeInTurn(watch, [one, other], 8);
    await watch.end();
    expect(watch.stale()).toEqual([]);
    expect(watch.failures).toBe(0);
    expect(Math.min(watch.hits(one), watch.hits(other))).toBeGreaterThan(10);
  });

  it('let a writer wait for one that stands still no longer than its lease, and it wakes without old answers', async () => {
    const watch = together.begin([one]);
    await watch.read(other);
    expect((await watch.read(other))?.isHit).toBe(true);
    other.pause();
    const { tookMs, version } = await watch.write(one);
    // part of the lease had passed when it stopped
    expect(tookMs).toBeGreaterThan(leaseMs - 2 * renewMs);
    expect(tookMs).toBeLessThan(leaseMs + 3_000);
    // asked while it stands still: it may answer the moment it wakes
    const asked = [1, 2, 3, 4].map(() => watch.read(other));
    await pause(100);
    other.resume();
    for (const read of await Promise.all(asked)) expect(read?.version).toBe(version);
    watch.follow(other);
    await writeInTurn(watch, [one, other], 6);
    await watch.end();
    expect(watch.stale()).toEqual([]);
    expect(watch.hits(other)).toBeGreaterThan(0);
  });

  it('wait once for a server that was killed, and for one that is gone for a while or was stopped not at all', async () => {
    const watch = together.begin([one]);
    const third = await together.add({ REDIS_URL: redis.url });
    await watch.read(third);
    await third.kill();
    const first = await watch.write(one);
    const second = await watch.write(one);
    expect(first.tookMs).toBeGreaterThan(leaseMs - 2 * renewMs);
    expect(second.tookMs).toBeLessThan(leaseMs / 2);
    const fourth = await together.add({ REDIS_URL: redis.url });
    await fourth.kill();
    await pause(leaseMs + 4 * renewMs);
    expect((await watch.write(one)).tookMs).toBeLessThan(leaseMs / 2);
    const fifth = await together.add({ REDIS_URL: redis.url });
    expect(await fifth.stop()).toBe(0);
    expect((await watch.write(one)).tookMs).toBeLessThan(leaseMs / 2);
    await watch.end();
    expect(watch.stale()).toEqual([]);
  });
});

describeHere(`Servers that share a database without Redis${skipped}`, () => {
  const together = new Together();

  beforeAll(() => together.open(2, { REDIS_URL: '' }));
  afterEach(() => together.watch.end());
  afterAll(() => together.close());

  it('answer from memory, and never what was replaced before somebody asked', async () => {
    const watch = together.begin();
    await writeInTurn(watch, together.servers, 15);
    await watch.end();
    expect(watch.stale()).toEqual([]);
    expect(watch.failures).toBe(0);
    for (const server of together.servers) expect(watch.hits(server)).toBeGreaterThan(10);
    // nobody waits for a lease to run out: each server asks often enough
    for (const { tookMs } of watch.writes) expect(tookMs).toBeLessThan(leaseMs);
  });
});
