// Markdown out: rich text as readable Markdown that reads back to the same rich text, or a refusal; never something close.
import { isDeepStrictEqual } from 'node:util';
import type { Root } from 'mdast';
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import { refusedContent } from '../../../collections/blocks/refusedContent.js';
import { childrenOf, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import type { Locale } from '../../../collections/locales.js';
import { MarkdownError } from './MarkdownError.js';
import { PLACES } from './place.js';
import { createReader } from './reader.js';
import { readFlow } from './readFlow.js';
import { type Resolved, type Resolver, resolveIds } from './references.js';
import { type Breaks, parseMarkdown, printMarkdown } from './syntax.js';
import { writeFlow } from './writeFlow.js';
import { createWriter, type Writer } from './writer.js';

export interface MarkdownWriting {
  /** The text's language: the words of block headings depend on it. */
  locale: Locale;
  /** The slug of a document by its id; undefined when there is none. */
  findSlug: Resolver;
  /** How a line break is written: with a backslash, which editors do not strip, or with two spaces, as most files have it. */
  breaks?: Breaks;
}

/**
 * Writes the rich text of the editors as Markdown; nothing (null, undefined) is the empty string.
 * @throws MarkdownError when something in it has no exact form in Markdown, or a related document is not there.
 */
export async function lexicalToMarkdown(state: unknown, options: MarkdownWriting): Promise<string> {
  if (!isRecord(state) || !isRecord(state.root)) return '';
  const refused = refusedContent(state, ['block', 'inlineBlock', 'autolink']);
  if (refused) throw new MarkdownError(refused);
  const writer = createWriter(options.locale, await resolveIds(state, options.findSlug));
  const tree = writeRoot(state.root as unknown as RichTextNode, writer);
  const markdown = printMarkdown(tree, options.breaks);
  assertReadsBack(tree, markdown, options.locale);
  return markdown;
}

function writeRoot(root: RichTextNode, writer: Writer): Root {
  return { type: 'root', children: writeFlow(childrenOf(root), writer) };
}

/** Reads the printed text and writes it once more: the two trees must be one, or something was lost on the way. */
function assertReadsBack(tree: Root, markdown: string, locale: Locale): void {
  const asItself: Resolved = (_collection, name) => name;
  const parsed = parseMarkdown(markdown);
  const reader = createReader(parsed, markdown, { locale, place: PLACES.body, resolved: asItself });
  const again = writeRoot(
    { type: 'root', version: 1, children: readFlow(parsed.children, reader) },
    createWriter(locale, asItself),
  );
  if (isDeepStrictEqual(again, tree)) return;
  const index = tree.children.findIndex((child, at) => !isDeepStrictEqual(child, again.children[at]));
  throw new MarkdownError(`part ${index + 1} of the text has no exact form in Markdown`);
}
