/** Processes that answer from memory and share a MongoDB: what they need of Payload is its connection. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Payload } from 'payload';
import { addChange, changeCollection, changeHeadCollection } from '../../src/database/mongodb/changes.js';
import { type NodeRow, nodeCollection } from '../../src/database/mongodb/nodeRows.js';
import type { WrittenDocument } from '../../src/database/tap.js';
import { holdGenerations } from '../../src/freshness/moves.js';
import { type Node, nodeOn } from '../../src/freshness/nodes/node.js';
import { type Teller, tellerOf } from '../../src/freshness/nodes/teller.js';
import { leaseMs } from '../../src/freshness/nodes/times.js';
import { documentTag } from '../../src/freshness/tags.js';
import { Generations, slotOf } from '../../src/front/generations.js';
import { dropMongoDatabase } from '../helpers/mongo.js';
import { mongoDatabaseUrl } from '../helpers/testDatabase.mjs';

const uri = process.env.TEST_MONGODB_URI;
const title = uri
  ? 'processes on one database'
  : 'processes on one database (skipped: TEST_MONGODB_URI is not set)';

/** A process, as far as its memory is concerned. */
interface Process {
  generations: Generations;
  connection: mongoose.Connection;
  node: Node;
  teller: Teller;
  /** Whether what it kept of a document is still answered from memory. */
  keeps(id: string): boolean;
  /** Reads all documents anew. */
  fill(): void;
  /** Writes a document, and resolves when the writer has its answer. */
  write(id: string): Promise<void>;
  end(): Promise<void>;
}

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const topic = (id: string): WrittenDocument => ({ collection: 'topics', id });

async function begin(url: string): Promise<Process> {
  // what cannot be asked fails at once, and is not kept for later
  const connection = await mongoose.createConnection(url, { bufferCommands: false }).asPromise();
  const db = { name: 'mongoose', connection, sessions: {} as Record<string, unknown> };
  const payload = { config: { collections: [] }, db, logger } as unknown as Payload;
  Object.assign(db, { payload });
  const generations = new Generations();
  holdGenerations(payload.db, generations);
  const node = nodeOn(payload, generations) as Node;
  const teller = tellerOf(payload.db) as Teller;
  let since = generations.now();
  await node.start();
  since = generations.now();
  async function write(id: string) {
    const transaction = randomUUID();
    const session = await connection.startSession();
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    db.sessions[transaction] = session;
    const req = { payload, transactionID: transaction };
    await teller.note({ documents: [topic(id)], req: req as never, transaction });
    await session.commitTransaction();
    generations.move([slotOf(documentTag('topics', id))]);
    await teller.ended('committed', transaction);
    await session.endSession();
  }
  return {
    ...{ connection, generations, node, teller, write },
    keeps: (id) => generations.isFresh([slotOf(documentTag('topics', id))], since),
    fill: () => {
      since = generations.now();
    },
    end: async () => {
      await node.stop();
      await connection.close();
    },
  };
}

(uri ? describe : describe.skip)(title, () => {
  const url = uri ? mongoDatabaseUrl(uri, `forthright_nodes_${randomUUID().slice(0, 8)}`) : '';
  const processes: Process[] = [];
  const start = async () => {
    const process = await begin(url);
    processes.push(process);
    return process;
  };
  const rowsOf = ({ connection }: Process) => connection.collection<NodeRow>(nodeCollection);

  beforeAll(async () => {
    const connection = await mongoose.createConnection(url).asPromise();
    for (const name of [nodeCollection, changeCollection, changeHeadCollection])
      await connection.createCollection(name);
    await connection.close();
  });
  afterEach(() => Promise.all(processes.splice(0).map((process) => process.end())));
  afterAll(() => dropMongoDatabase(url));

  it('forget what another has written before it is answered, and nothing else', async () => {
    const [one, other] = [await start(), await start()];
    for (const id of ['a', 'b', 'a']) {
      other.fill();
      expect(other.keeps(id)).toBe(true);
      await one.write(id);
      expect([other.keeps(id), other.keeps('c')]).toEqual([false, true]);
      await other.write(id);
    }
  });

  it('forget what each has written while all write at once', async () => {
    const all = [await start(), await start(), await start()];
    for (let round = 0; round < 3; round += 1) {
      for (const each of all) each.fill();
      // one after the other inside of each, as their turns make them
      for (const [index, each] of all.entries()) await each.write(`of ${index}`);
      for (const each of all)
        expect(all.map((_, index) => each.keeps(`of ${index}`))).toEqual([false, false, false]);
    }
  });

  it('wait for nobody when there is nobody else', async () => {
    const one = await start();
    const begun = performance.now();
    await one.write('a');
    expect(performance.now() - begun).toBeLessThan(leaseMs / 2);
  });

  it('answer nothing from memory once they cannot ask the database, and never before a writer that waits is answered', async () => {
    const [one, other] = [await start(), await start()];
    other.fill();
    await other.connection.close();
    await one.write('a');
    expect(other.keeps('b')).toBe(false);
    // nobody waits for it a second time
    const begun = performance.now();
    await one.write('b');
    expect(performance.now() - begun).toBeLessThan(leaseMs / 2);
    processes.splice(processes.indexOf(other), 1);
    await other.node.stop();
  });

  it('wait for nobody who has given no sign of life for longer than a lease lasts', async () => {
    const [one, other] = [await start(), await start()];
    await other.connection.close();
    while ((await rowsOf(one).countDocuments()) > 1) await pause(100);
    expect(other.keeps('anything')).toBe(false);
    const begun = performance.now();
    await one.write('a');
    expect(performance.now() - begun).toBeLessThan(leaseMs / 2);
    processes.splice(processes.indexOf(other), 1);
    await other.node.stop();
  });

  it('never give the same sign of life twice, also after their row was removed', async () => {
    const one = await start();
    const rowOf = () => rowsOf(one).findOne({ _id: one.teller.id });
    const seen: number[] = [];
    while (seen.length < 4) {
      const beat = (await rowOf())?.beat;
      if (beat !== undefined && beat !== seen.at(-1)) seen.push(beat);
      if (seen.length === 2) await rowsOf(one).deleteOne({ _id: one.teller.id });
      await pause(20);
    }
    expect(seen).toEqual([...new Set(seen)]);
  });

  it('come back by themselves when their row was taken for that of a dead process', async () => {
    const [one, other] = [await start(), await start()];
    other.fill();
    await rowsOf(one).deleteOne({ _id: other.teller.id });
    while (!(await rowsOf(one).findOne({ _id: other.teller.id }))) await pause(20);
    await one.write('a');
    expect([other.keeps('a'), other.keeps('b')]).toEqual([false, true]);
  });

  it('forget everything when changes are missing, or the database was put back', async () => {
    const [one, other] = [await start(), await start()];
    const head = one.connection.collection(changeHeadCollection);
    const settled = async () => {
      const position = (await head.findOne({}))?.position;
      while ((await rowsOf(one).findOne({ _id: other.teller.id }))?.position !== position) await pause(20);
    };
    other.fill();
    await head.updateOne({}, { $inc: { position: 3 } });
    await settled();
    expect(other.keeps('anything')).toBe(false);
    other.fill();
    await head.updateOne({}, { $inc: { position: -2 } });
    await settled();
    expect(other.keeps('anything')).toBe(false);
    await one.connection.collection(changeCollection).deleteMany({});
    await head.updateOne({}, { $inc: { position: 1 } });
    await settled();
  });

  it('forget everything when somebody says that everything may have changed', async () => {
    const [one, other] = [await start(), await start()];
    other.fill();
    await one.teller.forgetEverything();
    expect(other.keeps('anything')).toBe(false);
  });

  it('find what was written in a commit of which nobody knows how it ended', async () => {
    const one = await start();
    one.fill();
    await addChange(one.connection, { documents: [topic('late')], key: randomUUID() });
    while (one.keeps('late')) await pause(20);
    expect(one.keeps('other')).toBe(true);
  });

  it('leave no row when they stop', async () => {
    const one = await start();
    const { connection } = await start();
    await one.node.stop();
    expect(await connection.collection<NodeRow>(nodeCollection).findOne({ _id: one.teller.id })).toBeNull();
    expect(one.keeps('anything')).toBe(false);
  });
});
