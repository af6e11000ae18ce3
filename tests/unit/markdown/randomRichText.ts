// Random rich text, as editors and hostile clients could store it; only what the editor itself offers.
import fc from 'fast-check';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import * as lexical from '../../../src/import/markdown/lexicalNodes.js';

const ORDINARY = [
  'word',
  'two words',
  ' ',
  'a',
  '. ',
  '(b)',
  '—',
  'é ',
  '1.',
  '"q"',
  '$5',
  '🙂',
  '-',
  ':',
  ',',
  '10:30',
];
const HOSTILE = [
  '*',
  '_',
  '`',
  '~~',
  '\\',
  '[',
  '](u)',
  '!',
  '<b>',
  '<!--',
  '&amp;',
  '# x',
  '- z',
  '1. y',
  '---',
  '===',
  '::',
  ':::steps',
  '|',
  '+',
  '\t',
  '\n',
  '\0',
  '\ud800',
  '\ufeff',
  '\u200b',
  '\u00a0',
  '> q',
  '    x',
  '```',
  '&#32;',
  'javascript:x',
  ':price{service=a}',
  ':a[',
  ']{',
];

function inlineOf(words: fc.Arbitrary<string>): fc.Arbitrary<RichTextNode[]> {
  const text = fc
    .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 7 }), fc.nat(9))
    .map(([parts, format, code]) => lexical.text(parts.join(''), code === 0 ? format | 16 : format));
  const marks = fc.subarray(['bold', 'italic', 'strikethrough']);
  const value = fc
    .tuple(fc.constantFrom('price', 'availabilityWording'), marks)
    .map(([type, look]) => lexical.inlineBlock('id', type, { service: 'services/a', marks: look }));
  const link = fc
    .array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: value }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((children) =>
      lexical.link('id', { linkType: 'custom', url: '/a_b?c=(d', title: 'T "t"' }, children),
    );
  const node = fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant(lexical.lineBreak()) },
    { weight: 1, arbitrary: link },
    { weight: 1, arbitrary: value },
  );
  return fc.array(node, { maxLength: 5 });
}

interface Blocks {
  block: RichTextNode;
  item: RichTextNode[];
}

function blocksOf(words: fc.Arbitrary<string>): fc.Arbitrary<RichTextNode> {
  const inline = inlineOf(words);
  const start = fc.option(fc.nat(99), { nil: undefined });
  const blocks = fc.letrec<Blocks>((tie) => {
    const block = tie('block') as fc.Arbitrary<RichTextNode>;
    const item = tie('item') as fc.Arbitrary<RichTextNode[]>;
    const items = fc.array(item, { minLength: 1, maxLength: 3 });
    return {
      item: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        inline,
        fc.tuple(inline, block).map(([text, below]) => [...text, below]),
        fc.tuple(inline, block, inline).map(([before, between, after]) => [...before, between, ...after]),
      ),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        inline.map((children) => lexical.paragraph(children)),
        inline.map((children) => lexical.heading(3, children)),
        fc.tuple(words, words).map(([info, code]) => lexical.block('id', 'code', { info, code })),
        fc.tuple(start, items).map(([first, all]) => listOf(first, all)),
        item.map((children) => lexical.quote(children)),
      ),
    };
  });
  return blocks.block;
}

function listOf(start: number | undefined, items: RichTextNode[][]): RichTextNode {
  const first = start ?? 1;
  return lexical.list(
    start,
    items.map((children, index) => lexical.listItem(first + index, 0, children)),
  );
}

const flow = (words: fc.Arbitrary<string>) => fc.array(blocksOf(words), { maxLength: 4 });

/** What editors write: every one of them must be kept. */
export const ordinaryRichText = flow(fc.constantFrom(...ORDINARY));

/** What nobody writes by accident: kept or refused, never changed. */
export const hostileRichText = flow(
  fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 4, unit: 'binary' })),
);
