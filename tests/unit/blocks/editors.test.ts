import { describe, expect, it } from '@jest/globals';
import type { Block, Field } from 'payload';
import { payloadBlock } from '../../../collections/blocks/articleBlock.js';
import { refusedContent } from '../../../collections/blocks/refusedContent.js';
import { articleBlocks, blockByName, blockBySlug } from '../../../collections/blocks/registry.js';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import { bodyEditor, textEditor } from '../../../collections/fields/richText.js';
import * as lexical from '../../../src/import/markdown/lexicalNodes.js';

describe('the registry of blocks', () => {
  it('has one block for each slug, type name and Markdown name', () => {
    for (const of of [
      articleBlocks.map(({ slug }) => slug),
      articleBlocks.map(({ interfaceName }) => interfaceName),
      articleBlocks.flatMap(({ markdown }) => markdown?.name ?? []),
    ]) {
      expect(new Set(of).size).toBe(of.length);
    }
    expect(blockBySlug('mythList')).toBe(blockByName('myths'));
    expect(blockBySlug('toString')).toBeUndefined();
  });

  it('gives fresh fields each time, so that no configuration shares state', () => {
    for (const block of articleBlocks) {
      const make = (): Block => payloadBlock(block, { cell: () => textEditor, item: () => textEditor });
      expect(make().fields).not.toBe(make().fields);
    }
  });

  it('has labels for people on every field', () => {
    const unlabelled = (fields: Field[]): string[] =>
      fields.flatMap((field) => {
        const below = 'fields' in field ? unlabelled(field.fields) : [];
        return 'name' in field && !('label' in field && field.label) ? [field.name ?? '', ...below] : below;
      });
    for (const block of articleBlocks) {
      expect(
        unlabelled(payloadBlock(block, { cell: () => textEditor, item: () => textEditor }).fields),
      ).toEqual([]);
    }
  });
});

describe('the editors', () => {
  it('are providers that Payload calls once per field', () => {
    expect(typeof bodyEditor).toBe('function');
    expect(typeof textEditor).toBe('function');
  });
});

describe('what rich text may hold', () => {
  const deep = (levels: number) => {
    let node = lexical.paragraph([]);
    for (let level = 0; level < levels; level += 1) node = lexical.quote([node]);
    return lexical.richText([node]);
  };

  it.each([
    [
      'blocks where there are none',
      lexical.richText([lexical.block('1', 'notice', {})]),
      'may not hold "block"',
    ],
    [
      'values where there are none',
      lexical.richText([lexical.paragraph([lexical.inlineBlock('1', 'price', {})])]),
      'may not hold "inlineBlock"',
    ],
    ['unknown nodes', lexical.richText([{ type: 'iframe', version: 1 }]), 'may not hold "iframe"'],
    ['no node at all', { root: { children: [null] } }, 'may not hold'],
    ['underline', lexical.richText([lexical.paragraph([lexical.text('a', 8)])]), 'no underline'],
    ['200 levels', deep(200), 'up to 50 levels'],
    ['100,000 levels', deep(100_000), 'up to 50 levels'],
    [
      'a text too long',
      lexical.richText([lexical.paragraph([lexical.text('a'.repeat(1_000_001), 0)])]),
      'longer than',
    ],
  ])('refuses %s', (_name, state, message) => {
    expect(refusedContent(state)).toContain(message);
  });

  it('takes what the editor makes', () => {
    expect(refusedContent(deep(40))).toBeUndefined();
    expect(refusedContent(lexical.richText([lexical.block('1', 'notice', {})]), ['block'])).toBeUndefined();
    const value = lexical.inlineBlock('1', 'price', {});
    const line = (node: object) => lexical.richText([lexical.paragraph([node as typeof value])]);
    expect(refusedContent(line(value), ['inlineBlock'])).toBeUndefined();
    expect(refusedContent(line({ ...value, text: '$1' }), ['inlineBlock'])).toContain('no words of its own');
    expect(refusedContent(null)).toBeUndefined();
  });
});

describe('addresses in links', () => {
  it.each([
    'https://a.b/c_(d)?e=f&g#h',
    'http://a.b',
    'mailto:a@b.c',
    'tel:+1-800',
    '/a',
    '#a',
    '?a',
    'a/b:c',
    '//a.b',
    'más',
  ])('takes %s', (url) => expect(safeUrl(url)).toBe(url));

  it.each([
    '',
    'javascript:x',
    'JaVaScRiPt:x',
    'java\tscript:x',
    '\u0001javascript:x',
    'data:x',
    'vbscript:x',
    'file:///x',
    'ftp://x',
    'a b',
    '\\\\a',
    'java\u00adscript:x',
    ':x',
  ])('refuses %j', (url) => expect(safeUrl(url)).toBeUndefined());
});
