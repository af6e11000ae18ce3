/** Which characters may be stored, and how what may not is told. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { characterProblem, characterProblems } from '../../collections/fields/soundCharacters.js';

describe('the characters of a text', () => {
  it.each([
    ['nothing', ''],
    ['lines and tabs, of Windows, too', 'a\tb\nc\r\nd'],
    ['letters with marks, Hebrew, Arabic', 'e\u0301 ñ \u05d0 \u0627'],
    ['pictures of several characters', '🧑\u200d⚕\ufe0f'],
    ['blanks of every width, and those that break words', '\u00a0\u2009\u200b\u00ad\ufeff\u2028'],
    ['what looks like code', '<script>&#0;\\u0000%00'],
  ])('may be %s', (_name, text) => {
    expect(characterProblem(text)).toBeNull();
  });

  it.each([
    ['ab\0', 'a control character (U+0000) after “ab”'],
    ['\x1b[2J', 'a control character (U+001B) at the start'],
    ['Some words\nand \x7f', 'a control character (U+007F) after “Some words and”'],
    ['\u0093quoted\u0094', 'a control character (U+0093) at the start'],
    ['x\ud800', 'half a character (U+D800)'],
    ['x\udc00\ud800', 'half a character (U+DC00)'],
    ['x\u202ey', 'an invisible character that turns the direction of text (U+202E)'],
    ['x\u2066y', 'an invisible character that turns the direction of text (U+2066)'],
    ['x\ufffe', 'what is no character (U+FFFE)'],
    ['x\u{1ffff}', 'what is no character (U+1FFFF)'],
    ['a'.repeat(1_000_001), 'longer than 1000000 characters'],
  ])('may not be %j', (text, words) => {
    expect(characterProblem(text.slice(0))).toContain(words);
  });

  it('are all that a database keeps: what is allowed is the same after UTF-8', () => {
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 });
    fc.assert(
      fc.property(anything, (units) => {
        const text = String.fromCharCode(...units);
        const kept = Buffer.from(text, 'utf8').toString('utf8');
        if (characterProblem(text) === null) expect(kept).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the texts of a document', () => {
  it('are told by field, a rich text as one', () => {
    const rich = { root: { type: 'root', children: [{ type: 'text', text: 'b\0' }] } };
    const document = { title: 'a', rows: [{ text: 'ok' }, { text: '\0' }], body: rich, count: 3, none: null };
    expect(characterProblems(document).map(({ path }) => path)).toEqual(['rows.1.text', 'body']);
    expect(characterProblems({ body: { root: {} }, when: new Date(), file: Buffer.from('\0') })).toEqual([]);
  });

  it('may be nested deeper than any program can call itself', () => {
    let node: object = { text: '\0' };
    for (let level = 0; level < 50_000; level += 1) node = { children: [node] };
    expect(characterProblems({ body: { root: node } })).toHaveLength(1);
  });

  it('hold marks within measure', () => {
    expect(characterProblems({ a: '*'.repeat(99_999) })).toEqual([]);
    expect(characterProblems({ a: '*'.repeat(60_000), b: '<'.repeat(60_000) })).toEqual([
      { path: 'b', message: expect.stringContaining('more than 100000 marks') },
    ]);
  });
});
