// Opening an imported document in the admin must not change it: the editor's own nodes load and save our JSON.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from './slugsAsIds.js';

// Lexical alone and first; collections/fields/richText.ts says why.
await import('lexical');
const { createHeadlessEditor } = await import('@lexical/headless');
const { ListItemNode, ListNode } = await import('@lexical/list');
const { HeadingNode, QuoteNode } = await import('@lexical/rich-text');
const { LinkNode, ServerBlockNode, ServerInlineBlockNode } = await import('@payloadcms/richtext-lexical');

const nodes = [
  ListNode,
  ListItemNode,
  HeadingNode,
  QuoteNode,
  ServerBlockNode,
  ServerInlineBlockNode,
  LinkNode,
];

function loadAndSave(state: unknown): unknown {
  const editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error;
    },
  });
  editor.setEditorState(editor.parseEditorState(JSON.stringify(state)));
  editor.update(() => {}, { discrete: true });
  return JSON.parse(JSON.stringify(editor.getEditorState().toJSON()));
}

describe('the editor', () => {
  // The rule's node belongs to the browser's editor and cannot be loaded here.
  it.each(['text', 'blocks.en'])('saves the fixture "%s" as it was imported', async (name) => {
    const markdown = readFileSync(`tests/fixtures/markdown/${name}.md`, 'utf8').replace(
      /^(---|\*\*\*)$/gm,
      '',
    );
    const state = await markdownToLexical(markdown, slugsAsIds());
    expect(loadAndSave(state)).toEqual(state);
  });
});
