import { describe, expect, it } from '@jest/globals';
import { createWorkLine } from '../../../src/media/workLine.js';

/** Work that ends when it is told to. */
function works() {
  let working = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const work = async () => {
    working += 1;
    most = Math.max(most, working);
    await new Promise<void>((end) => ends.push(end));
    working -= 1;
    return 'done';
  };
  return { work, most: () => most, endOne: () => ends.shift()?.(), ends };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a line of work', () => {
  it('lets a few work at once, and all in the end', async () => {
    const { endOne, ends, most, work } = works();
    const line = createWorkLine({ atOnce: 2, waiting: 10, waitingEach: 10 });
    const all = Array.from({ length: 9 }, () => line.enter('a', work));
    while (await soon().then(() => ends.length)) endOne();
    expect(await Promise.all(all)).toEqual(Array(9).fill('done'));
    expect(most()).toBe(2);
  });

  it('refuses at once whoever finds it full, and takes the next when there is room', async () => {
    const { endOne, work } = works();
    const line = createWorkLine({ atOnce: 1, waiting: 2, waitingEach: 2 });
    const taken = [1, 2, 3].map(() => line.enter('a', work));
    expect(line.enter('b', work)).toBeNull();
    await soon();
    endOne();
    await taken[0];
    expect(line.enter('b', work)).not.toBeNull();
  });

  it('keeps places for others when one caller asks for many', () => {
    const { work } = works();
    const line = createWorkLine({ atOnce: 1, waiting: 4, waitingEach: 2 });
    const taken = [1, 2, 3, 4, 5].map(() => line.enter('greedy', work));
    expect(taken.map((each) => each !== null)).toEqual([true, true, true, false, false]);
    expect(line.enter('modest', work)).not.toBeNull();
  });

  it('goes on after work that fails', async () => {
    const line = createWorkLine({ atOnce: 1, waiting: 4, waitingEach: 4 });
    const failing = line.enter('a', () => Promise.reject(new Error('no picture')));
    const next = line.enter('a', async () => 'done');
    await expect(failing).rejects.toThrow('no picture');
    expect(await next).toBe('done');
  });
});
