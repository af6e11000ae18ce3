/** How work on SQLite, which is synchronous, shares a thread with everything else. */
import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../src/database/sqlite/turns.js';

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Timers that fire while `work` goes on: how often others had their turn. */
async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  let isDone = false;
  const tick = () => {
    count += 1;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isDone = true;
  return count;
}

describe('database work', () => {
  it('gives way to timers and sockets when it takes long, and stays in order', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const busy = (name: string) => () => {
      busyFor(3);
      order.push(name);
    };
    const timer = new Promise<void>((resolve) => {
      setTimeout(() => {
        order.push('timer');
        resolve();
      }, 1);
    });
    const names = ['1', '2', '3', '4', '5', '6'];
    await Promise.all(names.map((name) => turns.run(busy(name), 'writing')));
    await timer;
    expect(order.filter((name) => name !== 'timer')).toEqual(names);
    expect(order.indexOf('timer')).toBeLessThan(6);
  });

  it('gives way between statements of many documents, whatever follows from each of them', async () => {
    const turns = new Turns();
    const document = async () => {
      for (let statement = 0; statement < 5; statement += 1) {
        await turns.run(() => undefined, 'writing');
        busyFor(2);
      }
    };
    const documents = 20;
    const others = await turnsOfOthers(() => Promise.all(Array.from({ length: documents }, document)));
    // 200 ms of work in turns of a few: not one turn for all that waited
    expect(others).toBeGreaterThan(25);
  });

  it('lets a reader go before the writers that wait already', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const work = (name: string) => () => {
      busyFor(5);
      order.push(name);
    };
    const writers = ['w1', 'w2', 'w3', 'w4'].map((name) => turns.run(work(name), 'writing'));
    await Promise.all([...writers, turns.run(work('r'), 'reading')]);
    expect(order.indexOf('r')).toBeLessThan(2);
    expect(order.filter((name) => name !== 'r')).toEqual(['w1', 'w2', 'w3', 'w4']);
  });

  it('lets a writer go on, however many read', async () => {
    const turns = new Turns();
    let isWritten = false;
    let reads = 0;
    const reader = async () => {
      while (!isWritten && reads < 5_000) {
        await turns.run(() => busyFor(1), 'reading');
        reads += 1;
      }
    };
    const readers = Array.from({ length: 10 }, reader);
    for (let statement = 0; statement < 5; statement += 1) await turns.run(() => undefined, 'writing');
    isWritten = true;
    await Promise.all(readers);
    expect(reads).toBeLessThan(200);
  });

  it('passes errors on to who asked, and goes on with the next', async () => {
    const turns = new Turns();
    const failing = () => {
      throw new Error('no');
    };
    await expect(turns.run(failing, 'reading')).rejects.toThrow('no');
    await expect(turns.run(() => 1, 'writing')).resolves.toBe(1);
  });
});
