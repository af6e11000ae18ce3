/**
 * What the stock SQLite adapter got wrong, held here for ours: waiting instead of failing, honest commits, no leaks, clean ends.
 */
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { createRequest, type Opened, openSqlite, type SqliteSetup } from './fixture/openPayload.js';

const writing = { depth: 0, overrideAccess: true } as const;
const opened: Opened[] = [];

async function open(setup?: SqliteSetup): Promise<Opened> {
  const one = await openSqlite(setup);
  opened.push(one);
  return one;
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('the SQLite database', () => {
  it('opens with write-ahead log, full syncs and foreign keys, and still has them after transactions', async () => {
    const { client, payload } = await open();
    await payload.create({ collection: 'topics', data: { name: 'any' }, ...writing });
    const read = async (pragma: string) =>
      Object.values((await client.execute(`PRAGMA ${pragma}`)).rows[0] ?? {})[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    expect(await read('busy_timeout')).toBeGreaterThan(0);
  });

  it('rejects an operation whose commit SQLite refuses, and keeps nothing of it', async () => {
    const { client, payload } = await open();
    await client.executeMultiple(`
      CREATE TABLE parents (id INTEGER PRIMARY KEY);
      CREATE TABLE strays (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER stray AFTER INSERT ON topics WHEN new.name = 'stray' BEGIN INSERT INTO strays VALUES (1); END;
    `);
    await expect(
      payload.create({ collection: 'topics', data: { name: 'stray' }, ...writing }),
    ).rejects.toThrow(/FOREIGN KEY/);
    expect((await payload.count({ collection: 'topics', ...writing })).totalDocs).toBe(0);
    await payload.create({ collection: 'topics', data: { name: 'next' }, ...writing });
    expect((await payload.count({ collection: 'topics', ...writing })).totalDocs).toBe(1);
  });

  it('refuses further work in a transaction that was rolled back, instead of writing it alone', async () => {
    const { payload } = await open();
    const id = (await payload.db.beginTransaction()) as string;
    await payload.db.rollbackTransaction(id);
    const req = await createRequest(payload, id);
    await expect(
      payload.create({ collection: 'topics', data: { name: 'late' }, req, ...writing }),
    ).rejects.toThrow();
    await expect(payload.db.commitTransaction(id)).rejects.toThrow('rolled back');
    expect((await payload.count({ collection: 'topics', ...writing })).totalDocs).toBe(0);
  });

  it('tells a writer plainly that the database is busy when its turn does not come', async () => {
    const { payload } = await open({ limits: { writerWaitMs: 150 } });
    const holder = (await payload.db.beginTransaction()) as string;
    const started = performance.now();
    const refused = payload.create({ collection: 'topics', data: { name: 'x' }, ...writing });
    await expect(refused).rejects.toMatchObject({ name: 'DatabaseBusyError', status: 503, isPublic: true });
    expect(performance.now() - started).toBeLessThan(1_000);
    await payload.db.rollbackTransaction(holder);
    await payload.create({ collection: 'topics', data: { name: 'x' }, ...writing });
  });

  it('waits for another process that holds the file, and is told plainly when that takes too long', async () => {
    const { payload, file } = await open({ limits: { writerWaitMs: 400 } });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = payload.create({ collection: 'topics', data: { name: 'patient' }, ...writing });
    await pause(150);
    other.exec('COMMIT');
    await expect(waiting).resolves.toMatchObject({ name: 'patient' });
    other.exec('BEGIN IMMEDIATE');
    const refused = payload.create({ collection: 'topics', data: { name: 'refused' }, ...writing });
    await expect(refused).rejects.toMatchObject({ name: 'DatabaseBusyError' });
    other.close();
  });

  it('answers reads while a write is under way', async () => {
    const { payload } = await open();
    const holder = (await payload.db.beginTransaction()) as string;
    const { totalDocs } = await payload.find({ collection: 'articles', ...writing });
    expect(totalDocs).toBe(0);
    await payload.db.rollbackTransaction(holder);
  });

  it('takes the writer back from work that was abandoned, undone', async () => {
    const { payload } = await open({ limits: { transactionIdleMs: 100 } });
    const abandoned = (await payload.db.beginTransaction()) as string;
    const req = await createRequest(payload, abandoned);
    await payload.create({ collection: 'topics', data: { name: 'abandoned' }, req, ...writing });
    await payload.create({ collection: 'topics', data: { name: 'next' }, ...writing });
    const { docs } = await payload.find({ collection: 'topics', ...writing });
    expect(docs.map((doc) => doc.name)).toEqual(['next']);
    await expect(payload.db.commitTransaction(abandoned)).rejects.toThrow('nothing happened in it');
  });

  it('lets the event loop breathe during a burst of publications', async () => {
    const { payload } = await open();
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const create = (index: number) =>
      payload.create({
        collection: 'articles',
        data: { slug: `burst-${index}`, _status: 'published' },
        ...writing,
      });
    await Promise.all(Array.from({ length: 100 }, (_, index) => create(index)));
    clearInterval(timer);
    expect(longest).toBeLessThan(250);
  });

  it('keeps file descriptors and memory bounded over hundreds of publications', async () => {
    const { payload } = await open();
    const { id } = await payload.create({ collection: 'articles', data: { slug: 'one' }, ...writing });
    const publish = async (times: number) => {
      for (let index = 0; index < times; index += 1) {
        const data = { title: `Title ${index}`, _status: 'published' } as const;
        await payload.update({ collection: 'articles', id: id, data, ...writing });
      }
    };
    const countDescriptors = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    await publish(100);
    const before = { descriptors: countDescriptors(), memory: process.memoryUsage.rss() };
    await publish(200);
    expect(countDescriptors()).toBeLessThanOrEqual(before.descriptors + 4);
    expect(process.memoryUsage.rss() - before.memory).toBeLessThan(150 * 1024 * 1024);
  });

  it('finishes what is going on before it closes, and leaves everything in the one file', async () => {
    const { payload, file, dir } = await open();
    const writes = Array.from({ length: 5 }, (_, index) =>
      payload.create({ collection: 'topics', data: { name: `last ${index}` }, ...writing }),
    );
    await pause(1);
    await Promise.all([payload.destroy(), ...writes]);
    const copy = path.join(dir, 'copy.db');
    copyFileSync(file, copy);
    const again = await openSqlite({ file: copy });
    expect((await again.payload.count({ collection: 'topics', ...writing })).totalDocs).toBe(5);
    await again.close();
  });

  it('refuses work once it is closed', async () => {
    const { payload, client } = await open();
    await payload.destroy();
    await expect(client.execute('SELECT 1')).rejects.toThrow('The database is closed.');
    await expect(client.execute('DELETE FROM topics')).rejects.toThrow('The database is closed.');
    await expect(client.transaction()).rejects.toThrow('The database is closed.');
  });
});

describe('the plan of a query', () => {
  it('never reads all translations, or all latest versions, for one document', async () => {
    const { client, payload } = await open();
    await payload.create({ collection: 'articles', data: { slug: 'one', title: 'One' }, ...writing });
    const explain = async (sql: string) =>
      (await client.execute(`EXPLAIN QUERY PLAN ${sql}`)).rows.map((row) => String(row.detail)).join('; ');
    expect(await explain("SELECT * FROM articles_locales WHERE _parent_id = 'x'")).toMatch(
      /^SEARCH .*\(_parent_id=\?\)$/,
    );
    expect(await explain("DELETE FROM articles_locales WHERE _parent_id = 'x'")).toMatch(
      /^SEARCH .*\(_parent_id=\?\)$/,
    );
    const latest = await explain("SELECT * FROM _articles_v WHERE parent_id = 'x' AND latest = 1");
    expect(latest).toMatch(/\(parent_id=\? AND latest=\?\)$/);
  });
});
