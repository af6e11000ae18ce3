/**
 * Many writers on one MongoDB: in one process, in several, in one that is killed. None may fail because of another, nothing may
 * be lost, and nobody waits for ever.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lockLedgerHead } from '../../src/database/mongodb/lockLedger.js';
import { isWriteConflict } from '../../src/database/retryWriteConflicts.js';
import { openMongodbHouse, startWriterProcess, type Writer } from './fixture/mongodbWriters.js';

const uri = process.env.TEST_MONGODB_URI;
const title = uri ? 'writers on MongoDB' : 'writers on MongoDB (skipped: TEST_MONGODB_URI is not set)';

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const before = performance.now();
  const result = await work();
  return { result, ms: performance.now() - before };
}

(uri ? describe : describe.skip)(title, () => {
  const house = openMongodbHouse(uri ?? 'mongodb://127.0.0.1/none');
  let writer: Writer;
  let other: Writer;

  beforeAll(async () => {
    writer = await house.open();
    other = await house.open();
  });
  afterAll(() => house.close());

  /** The log has one more position for each publication, without gap or repetition. */
  async function expectMorePositions(before: number, more: number): Promise<void> {
    const positions = await writer.readPositions();
    expect(positions).toEqual(Array.from({ length: before + more }, (_, index) => index + 1));
  }

  it('publish twenty documents at once, none in vain', async () => {
    const ids = await writer.createArticles(20);
    const before = (await writer.readPositions()).length;
    const { result, ms } = await timed(() => Promise.all(ids.map((id) => writer.publish(id))));
    expect(result.map((doc) => doc._status)).toEqual(Array(20).fill('published'));
    await expectMorePositions(before, 20);
    expect(ms).toBeLessThan(30_000);
  });

  it('publish one document twenty times at once, none in vain', async () => {
    const [id] = (await writer.createArticles(1)) as [string];
    const before = (await writer.readPositions()).length;
    const titles = Array.from({ length: 20 }, (_, index) => `Version ${index}`);
    const { ms } = await timed(() => Promise.all(titles.map((each) => writer.publish(id, each))));
    await expectMorePositions(before, 20);
    expect(ms).toBeLessThan(30_000);
  });

  it('share one database from two Payloads and lose nothing', async () => {
    const ids = await writer.createArticles(30);
    const before = (await writer.readPositions()).length;
    await Promise.all(ids.map((id, index) => (index % 2 ? writer : other).publish(id)));
    await expectMorePositions(before, 30);
  });

  it('are not shut out by another Payload that writes without a pause', async () => {
    const ids = await writer.createArticles(31);
    const [last] = ids.splice(-1) as [string];
    const ended: string[] = [];
    const publish = async (by: Writer, id: string) => {
      await by.publish(id);
      ended.push(id);
    };
    await Promise.all([...ids.map((id) => publish(writer, id)), publish(other, last)]);
    expect(ended.indexOf(last)).toBeLessThan(15);
  });

  it('share one database from two processes and lose nothing', async () => {
    const ids = await writer.createArticles(24);
    const before = (await writer.readPositions()).length;
    const second = startWriterProcess(house.url, 'publish', ...ids.slice(12));
    expect(await second.nextLine()).toBe('ready');
    await Promise.all(ids.slice(0, 12).map((id) => writer.publish(id)));
    expect(await second.nextLine()).toBe('12');
    await second.gone;
    await expectMorePositions(before, 24);
  });

  it('wait for a process that was killed no longer than its lease, and what it had begun is undone', async () => {
    const leaseMs = 1_500;
    const killed = startWriterProcess(house.url, 'hold', String(leaseMs));
    expect(await killed.nextLine()).toBe('holding');
    killed.child.kill('SIGKILL');
    const { ms } = await timed(async () => {
      const transaction = await writer.begin();
      await lockLedgerHead(writer.adapter, transaction);
      await writer.payload.db.commitTransaction(transaction);
    });
    await killed.gone;
    expect(ms).toBeLessThan(leaseMs + 4_000);
    expect(await writer.countTopics('never committed')).toBe(0);
  });

  it('wait for a write that is under way', async () => {
    const topic = await writer.createTopic('slow');
    const transaction = await writer.begin();
    await writer.renameTopic(topic.id, 'slow, first', transaction);
    const second = other.renameTopic(topic.id, 'slow, second');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await writer.payload.db.commitTransaction(transaction);
    await second;
    expect(await writer.countTopics('slow, second')).toBe(1);
  });

  it('begin a transaction inside another without a deadlock', async () => {
    const patient = await house.open({ patienceMs: 400 });
    const outer = await patient.begin();
    await patient.createTopic('outer', outer);
    const { ms } = await timed(() => patient.createTopic('inner'));
    await patient.payload.db.commitTransaction(outer);
    expect(ms).toBeGreaterThan(350);
    expect(ms).toBeLessThan(5_000);
    expect([await patient.countTopics('outer'), await patient.countTopics('inner')]).toEqual([1, 1]);
  });

  it('stay in line when the one in front keeps them waiting, instead of running into each other', async () => {
    const patient = await house.open({ patienceMs: 3_000 });
    const ids = await patient.createArticles(8);
    const before = (await writer.readPositions()).length;
    const stuck = await patient.begin();
    await Promise.all(ids.map((id) => patient.publish(id)));
    await patient.payload.db.rollbackTransaction(stuck);
    await expectMorePositions(before, 8);
  });

  it('are sent away with 503 when the line is too long', async () => {
    const crowded = await house.open({ giveUpMs: 200 });
    const transaction = await crowded.begin();
    await expect(crowded.createTopic('too many')).rejects.toMatchObject({ status: 503, isPublic: true });
    await crowded.payload.db.rollbackTransaction(transaction);
    await crowded.createTopic('few again');
  });

  it('do not wait for a transaction that nobody comes back to', async () => {
    const watchful = await house.open({ idleMs: 300 });
    const abandoned = await watchful.begin();
    await watchful.createTopic('abandoned', abandoned);
    const { ms } = await timed(() => watchful.createTopic('after the abandoned'));
    expect(ms).toBeLessThan(5_000);
    await expect(watchful.createTopic('too late', abandoned)).rejects.toThrow('nothing happened in it');
    await expect(watchful.payload.db.commitTransaction(abandoned)).rejects.toThrow('nothing happened in it');
    const names = ['abandoned', 'too late', 'after the abandoned'];
    expect(await Promise.all(names.map((name) => watchful.countTopics(name)))).toEqual([0, 0, 1]);
  });

  it('go on at once when the server has undone a transaction that nobody rolls back', async () => {
    const topic = await writer.createTopic('contested');
    const transaction = await writer.begin();
    expect(await writer.countTopics('contested', transaction)).toBe(1);
    // a write outside of any transaction, such as Payload's count of failed logins
    await writer.payload.db.updateOne({ collection: 'topics', id: topic.id, data: { name: 'won' } });
    const losing = writer.renameTopic(topic.id, 'lost', transaction);
    expect(isWriteConflict(await losing.catch((error: unknown) => error))).toBe(true);
    const { ms } = await timed(() => writer.createTopic('after the conflict'));
    expect(ms).toBeLessThan(5_000);
  });

  it('write nothing alone of a transaction that the server has undone', async () => {
    const hasty = await house.open({ patienceMs: 0 });
    const topic = await hasty.createTopic('two want it');
    const [first, second] = [await hasty.begin(), await hasty.begin()];
    await hasty.renameTopic(topic.id, 'first has it', first);
    const conflict = await hasty.renameTopic(topic.id, 'second has it', second).catch((error) => error);
    expect(isWriteConflict(conflict)).toBe(true);
    await expect(hasty.createTopic('left over', second)).rejects.toThrow('was undone by the server');
    await expect(hasty.payload.db.commitTransaction(second)).rejects.toThrow('was undone by the server');
    await hasty.payload.db.commitTransaction(first);
    expect(await hasty.countTopics('left over')).toBe(0);
    expect(await hasty.countTopics('first has it')).toBe(1);
  });

  it('write nothing alone of a transaction that was rolled back or whose session has ended', async () => {
    const rolledBack = await writer.begin();
    await writer.payload.db.rollbackTransaction(rolledBack);
    await expect(writer.createTopic('after rollback', rolledBack)).rejects.toThrow('was rolled back');
    await expect(writer.payload.db.commitTransaction(rolledBack)).rejects.toThrow('was rolled back');

    const ended = await writer.begin();
    await writer.createTopic('before the end', ended);
    await writer.adapter.sessions[ended]?.abortTransaction();
    await expect(writer.createTopic('after the end', ended)).rejects.toThrow('has ended on the server');
    await expect(writer.payload.db.commitTransaction(ended)).rejects.toThrow('has ended on the server');
    const names = ['after rollback', 'before the end', 'after the end'];
    expect(await Promise.all(names.map((name) => writer.countTopics(name)))).toEqual([0, 0, 0]);
  });

  it('cannot both append behind the same head of the ledger', async () => {
    const hasty = await house.open({ patienceMs: 0 });
    const [first, second] = [await hasty.begin(), await hasty.begin()];
    await lockLedgerHead(hasty.adapter, first);
    const loss = await lockLedgerHead(hasty.adapter, second).catch((error: unknown) => error);
    expect(isWriteConflict(loss)).toBe(true);
    await hasty.payload.db.rollbackTransaction(second);
    await hasty.payload.db.commitTransaction(first);
    await expect(lockLedgerHead(hasty.adapter, second)).rejects.toThrow('was rolled back');
    await expect(lockLedgerHead(hasty.adapter, 'unheard of')).rejects.toThrow('is not known here');
  });
});
