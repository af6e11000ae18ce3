/** Phrases are found as readers see them. */
import { describe, expect, it } from '@jest/globals';
import { usesPhrase } from '../../../src/compliance/usesPhrase.js';

const cases: [text: string, phrase: string, found: boolean][] = [
  ['A cure? No.', 'cure', true],
  ['It is secure.', 'cure', false],
  ['Curé of the village', 'cure', false],
  ['GUARANTEED to work', 'guaranteed to work', true],
  ['guaranteed\n  to\twork', 'guaranteed to work', true],
  ['It’s safe', "it's safe", true],
  ['“cure”', '"cure"', true],
  ['risk‑free', 'risk-free', true],
  ['guar\u00adanteed', 'guaranteed', true],
  ['100% of people', '100%', true],
  ['It works 2100% of the time', '100%', false],
  ['¿Es una curación?', 'curación', true],
  ['costs $0 (free)', '$0 (free)', true],
  ['anything', '   ', false],
  ['', 'cure', false],
];

describe('a phrase', () => {
  it.each(cases)('in %j, looking for %j: %s', (text, phrase, found) => {
    expect(usesPhrase(text, phrase)).toBe(found);
  });
});
