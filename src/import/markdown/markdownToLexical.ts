// Markdown in: what CommonMark and the article blocks can say becomes Lexical's JSON, exactly, or is refused by line.
import type { SerializedEditorState } from 'lexical';
import type { Root } from 'mdast';
import type { Locale } from '../../../collections/locales.js';
import { richText } from './lexicalNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { PLACES, type PlaceName } from './place.js';
import { createReader } from './reader.js';
import { readFlow } from './readFlow.js';
import { type Resolver, resolveSlugs } from './references.js';
import { refuseExcess } from './refuseExcess.js';
import { parseMarkdown } from './syntax.js';

export interface MarkdownReading {
  /** The text's language: the words of block headings depend on it. */
  locale: Locale;
  /** The id of a document by its slug; undefined when there is none. */
  findId: Resolver;
  /** `body` (default): article bodies with blocks. `text`: answers and explanations, without. */
  place?: PlaceName;
}

/**
 * Reads Markdown (without front matter) as the rich text that the editors store. Ids are made from the text, so that
 * equal Markdown gives equal JSON.
 * @throws MarkdownError naming line and construct when something cannot be kept, or a slug is unknown.
 */
export async function markdownToLexical(
  markdown: string,
  options: MarkdownReading,
): Promise<SerializedEditorState> {
  refuseExcess(markdown);
  return treeToLexical(parseMarkdown(markdown), markdown, options);
}

/**
 * The same for Markdown that is parsed already; positions in `tree` are those in `markdown`.
 * @throws MarkdownError as markdownToLexical does.
 */
export async function treeToLexical(
  tree: Root,
  markdown: string,
  options: MarkdownReading,
): Promise<SerializedEditorState> {
  const reader = await readerOf(tree, markdown, options);
  return richText(readFlow(tree.children, reader)) as unknown as SerializedEditorState;
}

/** Everything at the top of the tree that is refused, not only the first: for people who mend a file. */
export async function refusedParts(
  tree: Root,
  markdown: string,
  options: MarkdownReading,
): Promise<MarkdownError[]> {
  const reader = await readerOf(tree, markdown, options);
  return tree.children.flatMap((node) => {
    try {
      readFlow([node], reader);
      return [];
    } catch (error) {
      if (error instanceof MarkdownError) return [error];
      throw error;
    }
  });
}

async function readerOf(tree: Root, markdown: string, { findId, locale, place }: MarkdownReading) {
  const resolved = await resolveSlugs(tree, findId);
  return createReader(tree, markdown, { locale, place: PLACES[place ?? 'body'], resolved });
}
