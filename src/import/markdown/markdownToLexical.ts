// Markdown in: what CommonMark and the article blocks can say becomes Lexical's JSON, exactly, or is refused by line.
import type { SerializedEditorState } from 'lexical';
import type { Locale } from '../../../collections/locales.js';
import { richText } from './lexicalNodes.js';
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
  const tree = parseMarkdown(markdown);
  const resolved = await resolveSlugs(tree, options.findId);
  const place = PLACES[options.place ?? 'body'];
  const reader = createReader(tree, markdown, { locale: options.locale, place, resolved });
  return richText(readFlow(tree.children, reader)) as unknown as SerializedEditorState;
}
