import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { saysSomething } from '../../../collections/blocks/fieldValues.js';
import { childrenOf, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { richText } from '../../../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../../../src/import/markdown/MarkdownError.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { renderHtml } from '../../../src/pages/formats/renderHtml.js';
import { renderText } from '../../../src/pages/formats/renderText.js';
import { hostileRichText, ordinaryRichText } from '../markdown/randomRichText.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';
import { demoContext } from './demoContext.js';
import { randomBlocks } from './randomBlocks.js';

/** The same blocks in every run; FUZZ=5000 tries that many new ones. */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 200, seed: 20261121 };

const options = slugsAsIds();
const read = (markdown: string) => markdownToLexical(markdown, options);
const write = (state: unknown) => lexicalToMarkdown(state, options);

/** Inside of blocks headings are of level 4. */
function inBlock(node: RichTextNode): RichTextNode {
  const tag = node.type === 'heading' ? { tag: 'h4' } : {};
  return { ...node, ...tag, ...(node.children ? { children: childrenOf(node).map(inBlock) } : {}) };
}

const inBlocks = (flow: fc.Arbitrary<RichTextNode[]>) => flow.map((nodes) => nodes.map(inBlock));

const ordinary = randomBlocks({
  line: fc.constantFrom(
    'word',
    'two words',
    'At 10:30',
    '(b) *c*',
    '¿Qué?',
    '1. one',
    'a | b',
    '"q" & [r]',
    '#5',
  ),
  flow: inBlocks(ordinaryRichText).filter((nodes) => saysSomething(richText(nodes))),
});

const hostile = randomBlocks({
  line: fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      ':::',
      '](x)',
      '{a=b}',
      '\\',
      '|',
      '\n',
      '<b>',
      '&amp;',
      '\0',
      '\ud800',
      '- a',
      '# b',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  ),
  flow: inBlocks(hostileRichText),
});

/** Breaks at the edges of paragraphs show nothing and are not kept. */
const wordsOf = (state: unknown) =>
  renderText(state, demoContext())
    .replace(/[\s>]+/g, ' ')
    .trim();

const onlyTags = /^<\/?[a-z0-9]+( [a-z-]+="[^"<>]*")*>$/;

describe('blocks filled at random', () => {
  it('come back from Markdown as they were, whatever editors write in them', async () => {
    await fc.assert(
      fc.asyncProperty(ordinary, async (nodes) => {
        const once = await write(richText(nodes));
        const back = await read(once);
        expect(await write(back)).toBe(once);
        expect(wordsOf(back)).toBe(wordsOf(richText(nodes)));
      }),
      runs,
    );
  });

  it('are kept or refused when they hold hostile text, but never changed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (nodes) => {
        const once = await write(richText(nodes)).catch((error: unknown) => {
          if (error instanceof MarkdownError) return undefined;
          throw error;
        });
        if (once !== undefined) expect(await write(await read(once))).toBe(once);
      }),
      runs,
    );
  });

  it('show nothing but their own markup, however hostile the text', () => {
    fc.assert(
      fc.property(hostile, (nodes) => {
        const html = renderHtml(richText(nodes), demoContext());
        expect(html).not.toMatch(/\p{Surrogate}|\0/u);
        expect((html.match(/<[^>]*>/g) ?? []).every((tag) => onlyTags.test(tag))).toBe(true);
        renderText(richText(nodes), demoContext());
      }),
      runs,
    );
  });
});
