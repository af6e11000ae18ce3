/** What is read once for many answers: kept no longer than it is true, and never without saying what it depends on. */
import { describe, expect, it } from '@jest/globals';
import type { DatabaseAdapter } from 'payload';
import { holdGenerations, moveListener } from '../../../src/freshness/moves.js';
import { dependsOn, makeHeard, neverKeep, trueUntil } from '../../../src/freshness/reads.js';
import { eachWhileTrue, whileTrue } from '../../../src/freshness/whileTrue.js';
import { Generations, slotOf } from '../../../src/front/generations.js';

/** A reader of `sites` that counts how often it has read. */
function open(name = 'mongoose', alsoNote: () => void = () => undefined) {
  const adapter = { name, payload: { config: { collections: [] } } } as unknown as DatabaseAdapter;
  const generations = new Generations();
  holdGenerations(adapter, generations);
  let reads = 0;
  const read = async () => {
    dependsOn(['sites']);
    alsoNote();
    reads += 1;
    return reads;
  };
  return { adapter, generations, read, ask: () => whileTrue(adapter, 'sites', read) };
}

describe('what many answers are made of', () => {
  it('is read once while nothing changes, and again after a write', async () => {
    const { ask, generations } = open();
    expect([await ask(), await ask()]).toEqual([1, 1]);
    generations.move([slotOf('articles')]);
    expect(await ask()).toBe(1);
    generations.move([slotOf('sites')]);
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });

  it('is depended on by every answer that is made of it, whether or not it was read for it', async () => {
    const { ask } = open();
    const [first, second] = [await makeHeard(ask), await makeHeard(ask)];
    expect([first, second]).toMatchObject([{ outcome: { value: 1 } }, { outcome: { value: 1 } }]);
    expect([...first.reads.tags]).toEqual(['sites']);
    expect([...second.reads.tags]).toEqual(['sites']);
  });

  it('is read again when a write came while it was read', async () => {
    const { adapter, generations, read, ask } = open();
    await whileTrue(adapter, 'sites', async () => {
      generations.move([slotOf('sites')]);
      return read();
    });
    expect(await ask()).toBe(2);
  });

  it('is read again when its time is over, and each time when nobody would hear of a change', async () => {
    const timed = open('mongoose', () => trueUntil(Date.now() - 1));
    expect([await timed.ask(), await timed.ask()]).toEqual([1, 2]);
    const unheard = open('mongoose', neverKeep);
    expect([await unheard.ask(), await unheard.ask()]).toEqual([1, 2]);
  });

  it('is read each time where no changes are heard at all', async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
    };
    const adapter = {} as DatabaseAdapter;
    await whileTrue(adapter, 'sites', read);
    await whileTrue(adapter, 'sites', read);
    expect(reads).toBe(2);
  });
});

describe('what is read in the name of a position of the ledger', () => {
  it('is not answered in the name of another one', async () => {
    const { adapter, read } = open();
    expect(await whileTrue(adapter, 'sites', read, 7)).toBe(1);
    expect(await whileTrue(adapter, 'sites', read, 7)).toBe(1);
    expect(await whileTrue(adapter, 'sites', read, 8)).toBe(2);
    expect(await whileTrue(adapter, 'sites', read)).toBe(3);
  });

  describe('where only this process writes', () => {
    const commit = (adapter: DatabaseAdapter, ending: 'committed' | 'unknown') =>
      moveListener.ended?.(ending, [{ collection: 'articles', id: '1' }], adapter, 'one');

    it('is answered in the name of the next one when nothing of it was written', async () => {
      const { adapter, read, generations } = open('sqlite');
      expect(await whileTrue(adapter, 'sites', read, 7)).toBe(1);
      generations.move([slotOf('articles')]);
      expect(await whileTrue(adapter, 'sites', read, 8)).toBe(1);
      generations.move([slotOf('sites')]);
      expect(await whileTrue(adapter, 'sites', read, 9)).toBe(2);
      expect(await whileTrue(adapter, 'sites', read)).toBe(3);
    });

    it.each(['committed', 'unknown'] as const)(
      'is not, from before a commit until it is known what it wrote (%s)',
      async (ending) => {
        const { adapter, read } = open('sqlite');
        expect(await whileTrue(adapter, 'sites', read, 7)).toBe(1);
        moveListener.committing?.(adapter);
        expect(await whileTrue(adapter, 'sites', read, 8)).toBe(2);
        await commit(adapter, ending);
        expect(await whileTrue(adapter, 'sites', read, 9)).toBe(2);
      },
    );
  });
});

describe('documents by id', () => {
  /** A reader of topics, of which all are there but `none`; it says which ids it was asked for. */
  function openTopics() {
    const { adapter, generations } = open();
    const asked: string[][] = [];
    const read = async (ids: readonly string[]) => {
      asked.push([...ids]);
      dependsOn([...ids.map((id) => `topics/${id}`), 'topics~']);
      return ids.filter((id) => id !== 'none').map((id) => ({ id, read: asked.length }));
    };
    const ask = (ids: string[], of = 7) =>
      makeHeard(() => eachWhileTrue(adapter, { collection: 'topics', ids, name: 'topics', read }, of));
    const idsOf = async (ids: string[], of?: number) => {
      const { outcome } = await ask(ids, of);
      return outcome.status === 'fulfilled' ? outcome.value.map(({ id }) => id).sort() : outcome.reason;
    };
    return { adapter, ask, asked, generations, idsOf };
  }

  it('are read once each, whoever asks for them together with which others', async () => {
    const { asked, idsOf } = openTopics();
    expect(await idsOf(['one', 'two', 'none'])).toEqual(['one', 'two']);
    expect(await idsOf(['two', 'three', 'none'])).toEqual(['three', 'two']);
    expect(asked).toEqual([['one', 'two', 'none'], ['three']]);
  });

  it('are depended on one by one, also those that are not there', async () => {
    const { ask } = openTopics();
    await ask(['one', 'two', 'none']);
    const { reads } = await ask(['two', 'none']);
    expect([...reads.tags].sort()).toEqual(['topics/none', 'topics/two', 'topics~']);
  });

  it('are read again one by one when they have been written, and all in the name of another position', async () => {
    const { asked, generations, idsOf } = openTopics();
    await idsOf(['one', 'two']);
    generations.move([slotOf('topics/two')]);
    await idsOf(['one', 'two']);
    await idsOf(['one', 'two'], 8);
    expect(asked).toEqual([['one', 'two'], ['two'], ['one', 'two']]);
  });

  it('are not kept when one came to be written while they were read', async () => {
    const { adapter, generations, asked, idsOf } = openTopics();
    const read = async (ids: readonly string[]) => {
      generations.move([slotOf('topics/one')]);
      dependsOn(ids.map((id) => `topics/${id}`));
      return ids.map((id) => ({ id }));
    };
    await eachWhileTrue(adapter, { collection: 'topics', ids: ['one', 'two'], name: 'topics', read }, 7);
    await idsOf(['one', 'two']);
    expect(asked).toEqual([['one']]);
  });

  it('say why they could not be read, and are asked for again', async () => {
    const { adapter, idsOf } = openTopics();
    const read = async () => Promise.reject(new Error('The database is away.'));
    const single = { collection: 'topics', ids: ['one'], name: 'topics', read };
    await expect(eachWhileTrue(adapter, single, 7)).rejects.toThrow('The database is away.');
    expect(await idsOf(['one'])).toEqual(['one']);
  });
});
