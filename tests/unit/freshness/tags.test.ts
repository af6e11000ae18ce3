/** How what was read is named: as few tags as say the same. Pure, so tried over many cases. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  collectionTag,
  documentTag,
  fewestTags,
  isHeard,
  isTold,
  lossTag,
} from '../../../src/freshness/tags.js';
import { slotOf } from '../../../src/front/generations.js';
import { writeKeep } from '../../../src/front/keep.js';

const collections = ['articles', 'faqs', 'glossary-terms', 'publications'];
const tag = fc
  .tuple(fc.constantFrom(...collections), fc.constantFrom('1', '2', '3', 'all', 'lost'))
  .map(([collection, id]) => {
    if (id === 'all') return collectionTag(collection);
    return id === 'lost' ? lossTag(collection) : documentTag(collection, id);
  });

/** All that moves when a document is written, or lost a relation. */
const written = (collection: string, id: string) => [collectionTag(collection), documentTag(collection, id)];
const bereft = (collection: string) => [collectionTag(collection), lossTag(collection)];

describe('few tags for what was read', () => {
  it('move whenever one of all would have moved', () => {
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        const few = new Set(fewestTags(tags));
        for (const collection of collections) {
          const moves = [...['1', '2', '3'].map((id) => written(collection, id)), bereft(collection)];
          for (const moved of moves) {
            expect(moved.some((each) => few.has(each))).toBe(moved.some((each) => tags.includes(each)));
          }
        }
      }),
    );
  });

  it('fit in a header, however much was read', () => {
    const ids = Array.from({ length: 20_000 }, () => crypto.randomUUID());
    const some = collections.flatMap((collection) =>
      ids.slice(0, 100).map((id) => documentTag(collection, id)),
    );
    const most = fewestTags([...some, ...ids.map((id) => documentTag('people', id))]);
    expect(most).toContain('people');
    expect(writeKeep({ since: 1, until: null, slots: most.map(slotOf) }).length).toBeLessThan(8_000);
  });
});

describe('what is derived from the ledger', () => {
  it('moves with the ledger', () => {
    expect(collectionTag('publication-spans')).toBe('publications');
    expect([isHeard('publication-spans'), isTold('publication-spans')]).toEqual([false, true]);
    expect([isHeard('publications'), isHeard('licenses'), isHeard('users')]).toEqual([true, true, false]);
  });
});
