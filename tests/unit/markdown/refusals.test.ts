import { describe, expect, it } from '@jest/globals';
import {
  list,
  listItem,
  paragraph,
  quote,
  richText,
  text,
} from '../../../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from './slugsAsIds.js';

const options = slugsAsIds();

describe('Markdown that cannot be kept', () => {
  it.each([
    [
      'a table with too few columns',
      'x\n\n| a | b |\n|---|\n| 1 | 2 |',
      'line 3: this table has more or fewer',
    ],
    [
      'a row with too many cells',
      '| a |\n|---|\n| 1 | 2 |',
      'line 3: this row of the table has more cells than the first',
    ],
    ['a table without rows', '| a |\n|---|', 'line 1: a table needs a row below its heads'],
    [
      'a table inside of a step',
      ':::steps\n### One\n\n| a |\n|---|\n| b |\n:::',
      'line 4: a table is not taken here',
    ],
    ['a footnote', 'a[^1]\n\n[^1]: two words', 'line 3: footnotes are not taken'],
    ['a footnote of one word', 'a[^1]\n\n[^1]: word', 'line 3: footnotes are not taken'],
    ['raw HTML', 'a\n\n<div>x</div>', 'line 3: raw HTML (<div>x</div>) is not taken'],
    ['raw HTML inside of text', 'a <b>x</b>', 'line 1: raw HTML (<b>) is not taken'],
    ['an image', '![a](b.png)', 'line 1: an image inside of text is not taken; upload it'],
    [
      'a large heading inside of a block',
      ':::callout{kind=risk}\n## x\n:::',
      'line 2: a heading of level 2 is not taken here; use ####, #####, ######',
    ],
    ['a script', '[a](javascript:alert(1))', 'line 1: the link to "javascript:alert(1)" is refused'],
    ['a hidden script', '[a](<java&#10;script:alert(1)>)', 'is refused'],
    ['data', '[a](data:text/html,x)', 'is refused'],
    [
      'lists of 200 levels',
      Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      'nested deeper than 50',
    ],
    ['quotes of 50,000 levels', '>'.repeat(50_000), 'line 1: more than 500 quotes or lists in one line'],
    ['a book', 'a'.repeat(1_000_001), 'longer than 1,000,000 characters'],
  ])('refuses %s with words', async (_name, markdown, message) => {
    await expect(markdownToLexical(markdown, options)).rejects.toThrow(message);
  });

  it('takes spaces in addresses as browsers do', async () => {
    const state = await markdownToLexical('[a](</b c>)', options);
    expect(await lexicalToMarkdown(state, options)).toBe('[a](/b%20c)\n');
  });
});

describe('rich text that Markdown cannot write', () => {
  const nested = (levels: number) => {
    let node = list(undefined, [listItem(1, 0, [text('a', 0)])]);
    for (let level = 1; level < levels; level += 1) node = list(undefined, [listItem(1, 0, [node])]);
    return node;
  };

  it.each([
    ['underline', paragraph([text('a', 8)]), 'no underline'],
    ['unknown nodes', { type: 'weird', version: 1 }, 'may not hold "weird"'],
    [
      'checklists',
      { ...list(undefined, [listItem(1, 0, [])]), listType: 'check' },
      'a list of the kind "check"',
    ],
    ['lists of 10,000 levels', nested(10_000), 'nested up to 50 levels'],
  ])('refuses %s with words', async (_name, node, message) => {
    await expect(lexicalToMarkdown(richText([node]), options)).rejects.toThrow(message);
  });

  it('writes half characters and NUL as U+FFFD', async () => {
    const state = richText([quote([text('a\ud800\0b', 0)])]);
    expect(await lexicalToMarkdown(state, options)).toBe('> a\ufffd\ufffdb\n');
  });
});
