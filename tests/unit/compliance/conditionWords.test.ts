/** Conditions as sentences, for people who read rules. */
import { describe, expect, it } from '@jest/globals';
import { conditionWords } from '../../../src/compliance/conditionWords.js';

const florida = [{ value: 'FL', label: 'Florida (FL)' }];

describe('a condition', () => {
  it.each([
    ['state', 'is', 'FL', 'The visitor is in Florida (FL)'],
    ['state', 'isNot', ' fl ', 'The visitor is not in Florida (FL)'],
    ['topic', 'includes', 'ptsd', 'A topic is ptsd'],
    ['topic', 'isNot', 'ptsd', 'No topic is ptsd'],
    ['offersFree', 'is', 'true', 'An offer is free'],
    ['offersFree', 'is', 'false', 'No offer is free'],
    ['offersFree', 'isNot', 'true', 'No offer is free'],
    ['offersFree', 'isNot', 'false', 'An offer is free'],
    ['phrase', 'includes', ' cure ', 'The words “cure” are used'],
    ['phrase', 'isNot', 'cure', 'The words “cure” are not used'],
  ])('%s %s %s reads as a sentence', (property, operator, value, words) => {
    expect(conditionWords({ property, operator, value }, property === 'state' ? florida : null)).toBe(words);
  });

  it.each([
    {},
    { property: 'topic', operator: 'is', value: ' ' },
    { property: 'moon', operator: 'is', value: 'full' },
    { property: 'topic', operator: null, value: 'ptsd' },
  ])('that is not filled in, such as %j, says nothing', (given) => {
    expect(conditionWords(given, null)).toBeNull();
  });
});
