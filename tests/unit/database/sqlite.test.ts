/** The parts of the SQLite client that need no database. */
import { describe, expect, it } from '@jest/globals';
import { toSqliteError } from '../../../src/database/sqlite/errors.js';
import { describeLosses } from '../../../src/database/sqlite/rowLosses.js';
import { createRowMaker } from '../../../src/database/sqlite/rows.js';
import { WriterQueue } from '../../../src/database/sqlite/writerQueue.js';

describe('a row', () => {
  it('is read by position and by name, and lists only its names', () => {
    const row = createRowMaker(['id', 'slug'])(['a', 'b']);
    expect([row[0], row[1], row.id, row.slug, row.length]).toEqual(['a', 'b', 'a', 'b', 2]);
    expect(Object.keys(row)).toEqual(['id', 'slug']);
    expect(Array.prototype.slice.call(row)).toEqual(['a', 'b']);
  });

  it('keeps every position when column names are doubled, numeric or awkward', () => {
    const columns = ['id', 'id', '0', 'length', 'constructor'];
    const row = createRowMaker(columns)([1, 2, 3, 4, 5]);
    expect(Array.prototype.slice.call(row)).toEqual([1, 2, 3, 4, 5]);
    expect(row.id).toBe(1);
    expect(row.constructor).toBe(5);
    expect(row.length).toBe(5);
  });

  it('answers a column that is named by a number', () => {
    expect(createRowMaker(['1'])([1])).toMatchObject({ 1: 1 });
  });
});

describe('the line for the writer', () => {
  it('admits one at a time, first come, first served', async () => {
    const queue = new WriterQueue();
    const order: number[] = [];
    const work = async (index: number) => {
      const release = await queue.acquire(1_000);
      order.push(index);
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(index);
      release();
    };
    await Promise.all([1, 2, 3].map(work));
    expect(order).toEqual([1, 1, 2, 2, 3, 3]);
    expect(queue.isIdle).toBe(true);
  });

  it('sends away who waited too long, and lets the next one pass', async () => {
    const queue = new WriterQueue();
    const release = await queue.acquire(1_000);
    const impatient = queue.acquire(20);
    const patient = queue.acquire(1_000);
    await expect(impatient).rejects.toThrow(
      'The database is busy: other work held it for 0 s. Please try again.',
    );
    release();
    release();
    expect(await patient).toEqual(expect.any(Function));
  });

  it('sends everybody away when it closes', async () => {
    const queue = new WriterQueue();
    await queue.acquire(1_000);
    const waiting = queue.acquire(1_000);
    queue.close();
    await expect(waiting).rejects.toThrow('The database is closed.');
    await expect(queue.acquire(1_000)).rejects.toThrow('The database is closed.');
  });
});

describe('an error of SQLite', () => {
  it.each([
    [{ errcode: 2067, message: 'UNIQUE constraint failed: a.slug' }, 'SQLITE_CONSTRAINT_UNIQUE'],
    [{ errcode: 1555, message: 'UNIQUE constraint failed: a.id' }, 'SQLITE_CONSTRAINT_UNIQUE'],
    [{ message: 'UNIQUE constraint failed: a.slug' }, 'SQLITE_CONSTRAINT_UNIQUE'],
    [{ errcode: 787, message: 'FOREIGN KEY constraint failed' }, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    [{ message: 'database is locked' }, 'SQLITE_BUSY'],
    [{ errcode: 1, message: 'no such table: a' }, 'SQLITE_ERROR'],
  ] as const)('%p is called %s', (thrown, code) => {
    const error = Object.assign(new Error(thrown.message), { code: 'ERR_SQLITE_ERROR', ...thrown });
    expect(toSqliteError(error)).toMatchObject({ code, message: `${code}: ${thrown.message}`, cause: error });
  });

  it('leaves other errors as they are', () => {
    const error = new TypeError('not ours');
    expect(toSqliteError(error)).toBe(error);
  });
});

describe('a comparison around a migration', () => {
  const contents = (rows: Record<string, number>, brokenReferences: string[] = []) => ({
    rows: new Map(Object.entries(rows)),
    brokenReferences,
  });

  it('finds fewer rows, tables that went with their rows, and new dangling references', () => {
    const before = contents({ a: 3, b: 2, empty: 0, same: 1 }, ['old']);
    const after = contents({ a: 2, same: 5 }, ['old', 'new']);
    expect(describeLosses(before, after, [])).toEqual([
      'table a has 2 of 3 rows',
      'table b is gone with 2 rows',
      'new',
    ]);
  });

  it('accepts what a migration says it discards', () => {
    expect(describeLosses(contents({ a: 3 }), contents({}), ['a'])).toEqual([]);
  });
});
