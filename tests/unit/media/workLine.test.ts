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
/** Somebody who waits as long as it takes. */
const by = (caller: string) => ({ caller, isWanted: () => true });
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a line of work', () => {
  it('lets a few work at once, and all in the end', async () => {
    const { endOne, ends, most, work } = works();
    const line = createWorkLine({ atOnce: 2, waiting: 10, waitingEach: 10 });
    const all = Array.from({ length: 9 }, () => line.enter(by('a'), work));
    while (await soon().then(() => ends.length)) endOne();
    expect(await Promise.all(all)).toEqual(Array(9).fill('done'));
    expect(most()).toBe(2);
  });

  it('refuses at once whoever finds it full, and takes the next when there is room', async () => {
    const { endOne, work } = works();
    const line = createWorkLine({ atOnce: 1, waiting: 2, waitingEach: 2 });
    const taken = [1, 2, 3].map(() => line.enter(by('a'), work));
    expect(line.enter(by('b'), work)).toBeNull();
    await soon();
    endOne();
    await taken[0];
    expect(line.enter(by('b'), work)).not.toBeNull();
  });

  it('keeps places for others when one caller asks for many', () => {
    const { work } = works();
    const line = createWorkLine({ atOnce: 1, waiting: 4, waitingEach: 2 });
    const taken = [1, 2, 3, 4, 5].map(() => line.enter(by('greedy'), work));
    expect(taken.map((each) => each !== null)).toEqual([true, true, true, false, false]);
    expect(line.enter(by('modest'), work)).not.toBeNull();
  });

  it('goes on after work that fails', async () => {
    const line = createWorkLine({ atOnce: 1, waiting: 4, waitingEach: 4 });
    const failing = line.enter(by('a'), () => Promise.reject(new Error('no picture')));
    const next = line.enter(by('a'), async () => 'done');
    await expect(failing).rejects.toThrow('no picture');
    expect(await next).toBe('done');
  });

  it('gives the places of those who went away to others, without doing their work', async () => {
    const { endOne, ends, work } = works();
    const line = createWorkLine({ atOnce: 1, waiting: 2, waitingEach: 2 });
    let isThere = true;
    const first = line.enter(by('a'), work);
    const gone = [1, 2].map(() => line.enter({ caller: 'b', isWanted: () => isThere }, work));
    const left = Promise.allSettled(gone);
    expect(line.enter(by('c'), work)).toBeNull();
    isThere = false;
    const next = line.enter(by('c'), work);
    expect((await left).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await soon();
    endOne();
    expect(await first).toBe('done');
    await soon();
    expect(ends).toHaveLength(1);
    endOne();
    expect(await next).toBe('done');
  });
});
