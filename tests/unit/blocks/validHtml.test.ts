import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { heading, richText, text } from '../../../src/import/markdown/lexicalNodes.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { nestedHtml, renderHtml } from '../../../src/pages/formats/renderHtml.js';
import { tableOfContents } from '../../../src/pages/formats/tableOfContents.js';
import { sayValues } from '../../../src/pages/values/sayValues.js';
import { asPage, htmlProblems, landmarksIn } from '../../helpers/htmlProblems.js';
import { ordinaryRichText } from '../markdown/randomRichText.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';
import { demoContext } from './demoContext.js';
import { randomBlocks } from './randomBlocks.js';

const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 150, seed: 20261121 };

const read = (markdown: string) => markdownToLexical(markdown, slugsAsIds());
const html = async (markdown: string) => renderHtml(await read(markdown), demoContext());
const levelsIn = (shown: string) => [...shown.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));

/** No heading is more than one level below the one before it. */
function skips(shown: string, above = 1): boolean {
  const levels = [above, ...levelsIn(shown)];
  return levels.some((level, index) => level > (levels[index - 1] ?? above) + 1);
}

const anyHeading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('One', 'Two', ''))
  .map(([level, words]) => heading(level, words ? [text(words, 0)] : []));
const anyBody: fc.Arbitrary<RichTextNode[]> = fc
  .array(
    fc.oneof(
      anyHeading.map((node) => [node]),
      randomBlocks({ line: fc.constantFrom('words', 'A & B'), flow: ordinaryRichText }),
      ordinaryRichText,
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.flat());

describe('headings of a text', () => {
  it('stand as they were typed where no level is left out', async () => {
    expect(levelsIn(await html('## a\n\n### b\n\n#### c\n\n### d\n\n## e'))).toEqual([2, 3, 4, 3, 2]);
  });

  it('leave no level out, and the table of contents says the same', async () => {
    const state = await read('#### a\n\n### b\n\n## c\n\n#### d\n\n### e');
    expect(levelsIn(renderHtml(state, demoContext()))).toEqual([2, 2, 2, 3, 3]);
    expect(tableOfContents(state).map(({ level }) => level)).toEqual([2, 2, 2, 3, 3]);
  });

  it('inside of blocks follow the heading above the block', async () => {
    const steps = ':::steps\n### First\n\n#### Within\n\nText.\n:::';
    expect(levelsIn(await html(steps))).toEqual([2, 3]);
    expect(levelsIn(await html(`## a\n\n${steps}`))).toEqual([2, 3, 4]);
    expect(levelsIn(await html(`## a\n\n### b\n\n${steps}`))).toEqual([2, 3, 4, 5]);
    expect(levelsIn(await html('## a\n\n:::callout{kind=risk}\n#### Within\n\nText.\n:::'))).toEqual([2, 3]);
  });

  it('are not there when they have no words', () => {
    const state = richText([heading(2, []), heading(2, [text('a', 0)])]);
    expect(renderHtml(state, demoContext())).toBe('<h2 id="a">a</h2>');
    expect(tableOfContents(state)).toEqual([{ level: 2, text: 'a', anchor: 'a' }]);
  });
});

describe('whatever editors write', () => {
  it('is valid HTML with headings in order, and no landmark of its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyBody, async (nodes) => {
        const shown = renderHtml(sayValues(richText(nodes), demoContext()), demoContext());
        expect(skips(shown)).toBe(false);
        expect(landmarksIn(shown)).toEqual([]);
        expect(await htmlProblems(asPage(shown))).toEqual([]);
        const levels = levelsIn(nestedHtml(richText(nodes), demoContext(), 3));
        expect(Math.min(3, ...levels)).toBe(3);
      }),
      runs,
    );
  });
});
