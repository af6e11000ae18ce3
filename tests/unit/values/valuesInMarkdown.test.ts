/** Values in Markdown: what is markup and what stays words, in and out. */
import { describe, expect, it } from '@jest/globals';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';

const options = slugsAsIds();
const read = (markdown: string) => markdownToLexical(markdown, options);
const write = (state: unknown) => lexicalToMarkdown(state, options);
const firstLine = async (markdown: string) =>
  ((await read(markdown)).root.children[0] as unknown as RichTextNode).children ?? [];

const price = ':price{service=at-home-program as=from}';

describe('a value in Markdown', () => {
  it('names its service by slug and its wording', async () => {
    expect(await firstLine(`It costs ${price}.`)).toMatchObject([
      { type: 'text', text: 'It costs ' },
      {
        type: 'inlineBlock',
        version: 1,
        fields: { blockType: 'price', service: 'services/at-home-program', wording: 'from' },
      },
      { type: 'text', text: '.' },
    ]);
  });

  it.each([
    [':price[]{service=a}', ':price{service=a as=as-set}\n'],
    [':price{as="amount" service="a"}', ':price{service=a as=amount}\n'],
    [':count{service=a}', ':count{service=a of=states as=noun}\n'],
  ])('%s is written %s', async (given, written) => {
    expect(await write(await read(given))).toBe(written);
    expect(await write(await read(written))).toBe(written);
  });

  it.each([
    ['text around', `a ${price} b\n`],
    ['a colon before', `cost\\:${price}, or: ${price}\n`],
    ['a colon after', `${price}: a\n`],
    ['another value beside', `${price}${price} ${price}\n`],
    ['a heading', `## From ${price}\n`],
    ['a small heading', `### ${price}\n`],
    ['a list', `- ${price}\n- a\\\n  ${price}\n`],
    ['a quote', `> ${price}\n`],
    ['a link', `[${price}](/pricing)\n`],
    ['a document of our own', `[see ${price}](faqs:cost)\n`],
    ['bold words', `**from ${price} on** and *${price}*\n`],
    ['bold links', `**[${price}](/pricing)** ~~${price}~~\n`],
    ['a break before and after', `a\\\n${price}\\\nb\n`],
    ['availability', 'In :availability{service=a as=counties}.\n'],
    [
      'counts',
      ':count{service=a of=counties state=FL as=of-all} of :count{service=a of=services as=number}\n',
    ],
    ['a block', `:::callout{kind=important}\nOnly ${price}.\n:::\n`],
    ['letters that look alike', 'a\\:price{service=b} and \\:note\\[x]{y} or \\:a{b}\n'],
    ['words with colons', 'note:this at 10:30, :price, :price[x](/y), ::that and 10:{a}\n'],
    ['code', '`:price{service=a}`\n'],
  ])('is kept with %s', async (_name, markdown) => {
    const once = await read(markdown);
    expect(await write(once)).toBe(markdown);
    expect(await read(await write(once))).toEqual(once);
  });

  it.each([
    [
      'an unknown name',
      ':prise{service=a}',
      'there is no value "prise"; known are price, availability, count',
    ],
    ['no service', ':price{as=from}', '"price" needs {service=…}'],
    ['an unknown attribute', ':price{service=a kind=b}', 'knows no "kind"; known: service, as'],
    [
      'an unknown wording',
      ':price{service=a as=cheap}',
      '"cheap" is no wording; use as= with one of as-set,',
    ],
    ['a label', ':price[250]{service=a}', 'takes no [label]'],
    ['what cannot be counted', ':count{service=a of=people}', '"people" cannot be counted'],
    ['no state', ':count{service=a of=counties state=XX}', '"XX" is no state'],
    ['a state for states', ':count{service=a of=states state=FL}', 'state= goes with of=counties only'],
    ['a title', '::::steps\n### At :price{service=a}\n\nb\n::::', 'titles and labels take plain words only'],
  ])('is refused with %s, and the line', async (_name, markdown, message) => {
    await expect(read(`a\n\n${markdown}`)).rejects.toThrow(message);
    await expect(read(`a\n\n${markdown}`)).rejects.toThrow(/^line [34]: /);
  });

  it('has to name a service that is there', async () => {
    const nobody = { ...options, findId: () => undefined };
    await expect(markdownToLexical(price, nobody)).rejects.toThrow(
      'there is no "at-home-program" in services',
    );
  });
});
