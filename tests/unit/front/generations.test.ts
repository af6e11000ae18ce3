/** The table of generations and the header of kept answers: pure, so tried over many cases. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everything, Generations, slotOf } from '../../../src/front/generations.js';
import { readKeep, writeKeep } from '../../../src/front/keep.js';

const tag: fc.Arbitrary<string> = fc.constantFrom('articles', 'articles/1', 'articles/2', 'rules', 'sites/x');
const step = fc.oneof(
  fc.record({ move: fc.array(tag, { maxLength: 3 }) }),
  fc.record({ make: fc.array(tag, { maxLength: 3 }) }),
);

describe('the table of generations', () => {
  it('forgets exactly what changed after it was read', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const generations = new Generations();
        const made: { tags: string[]; since: number; changed: boolean }[] = [];
        for (const each of steps) {
          if ('make' in each) made.push({ tags: each.make, since: generations.now(), changed: false });
          else {
            generations.move(each.move.map(slotOf));
            for (const entry of made) entry.changed ||= entry.tags.some((name) => each.move.includes(name));
          }
        }
        for (const { changed, since, tags } of made) {
          expect(generations.isFresh(tags.map(slotOf), since)).toBe(!changed);
        }
      }),
    );
  });

  it('forgets everything when everything may have changed', () => {
    const generations = new Generations();
    const since = generations.now();
    generations.move([everything]);
    expect(generations.isFresh([], since)).toBe(false);
  });

  it('answers nothing from memory while it is dark, however many asked for it', () => {
    const generations = new Generations();
    generations.darken();
    generations.darken();
    generations.lighten();
    expect(generations.isFresh([], generations.now())).toBe(false);
    generations.lighten();
    expect(generations.isFresh([], generations.now())).toBe(true);
  });

  it('is one table for both threads', () => {
    const back = new Generations();
    const front = new Generations(back.memory);
    const since = front.now();
    back.move([slotOf('articles')]);
    expect(front.isFresh([slotOf('articles')], since)).toBe(false);
    expect(front.isFresh([slotOf('articles')], front.now())).toBe(true);
  });

  it('stays right when its clock overflows', () => {
    const generations = new Generations();
    const words = new Int32Array(generations.memory);
    words.fill(0x7fff_fffe);
    words[1] = 0;
    const since = generations.now();
    for (let count = 0; count < 4; count += 1) generations.move([slotOf('rules')]);
    expect(generations.now()).toBeLessThan(0);
    expect(generations.isFresh([slotOf('rules')], since)).toBe(false);
    expect(generations.isFresh([slotOf('articles')], since)).toBe(true);
    expect(generations.isFresh([slotOf('rules')], generations.now())).toBe(true);
  });
});

describe('a table that has been in use for years', () => {
  it('forgets what is so old that its moments could be taken for later ones', () => {
    const generations = new Generations();
    const words = new Int32Array(generations.memory);
    const since = generations.now();
    Atomics.store(words, 0, 0x1fff_ffff);
    generations.move([slotOf('rules')]);
    expect(generations.isFresh([slotOf('articles')], since)).toBe(false);
    Atomics.store(words, 0, 0x5fff_ffff);
    generations.move([]);
    Atomics.store(words, 0, 0x7fff_fff0 | 0);
    expect(generations.isFresh([slotOf('articles')], generations.now())).toBe(true);
  });
});

describe('the header of an answer that may be kept', () => {
  const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

  it('reads what it writes', () => {
    const keep = fc.record({
      since: int32,
      until: fc.option(fc.maxSafeNat()),
      slots: fc.uniqueArray(fc.nat(70_000)),
    });
    fc.assert(fc.property(keep, (given) => expect(readKeep(writeKeep(given))).toEqual(given)));
  });

  it.each([undefined, '', 'a;b', '1;-;2,x!', '1;2;3;4', ';-;'])('keeps nothing for %j', (value) => {
    expect(readKeep(value)).toBeNull();
  });
});
