// Paragraphs, headings, lists, quotes, code and rules, from Lexical to mdast.
import type { BlockContent, Code, DefinitionContent, Heading, List, ListItem } from 'mdast';
import { textOf, wellFormed } from '../../../collections/blocks/fieldValues.js';
import {
  type ContentPart,
  childrenOf,
  contentParts,
  type ListEntry,
  listEntries,
  type RichTextNode,
} from '../../../collections/blocks/richTextNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { writeBlock } from './writeBlock.js';
import { writeInline } from './writeInline.js';
import type { Writer } from './writer.js';

type Flow = BlockContent | DefinitionContent;

/** Writes the children of a root. Empty paragraphs say nothing and are left out. */
export function writeFlow(nodes: RichTextNode[], writer: Writer): Flow[] {
  return nodes.flatMap((node) => writeNode(node, writer));
}

function writeNode(node: RichTextNode, writer: Writer): Flow[] {
  switch (node.type) {
    case 'paragraph':
      return writeParagraph(childrenOf(node), writer);
    case 'heading':
      return [writeHeading(node, writer)];
    case 'list':
      return [writeList(node, writer)];
    case 'quote':
      return [{ type: 'blockquote', children: writeParts(contentParts(childrenOf(node)), writer) }];
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }];
    case 'block':
      return [node.fields?.blockType === 'code' ? writeCode(node.fields) : writeBlock(node, writer)];
    default:
      throw new MarkdownError(`"${node.type}" has no form in Markdown`);
  }
}

function writeParagraph(nodes: RichTextNode[], writer: Writer): Flow[] {
  const children = writeInline(nodes, writer);
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

function writeHeading(node: RichTextNode, writer: Writer): Heading {
  const depth = Number(String(node.tag).slice(1)) as Heading['depth'];
  return {
    type: 'heading',
    depth,
    children: writeInline(childrenOf(node), writer, depth > 2 ? 'character' : 'break'),
  };
}

function writeList(node: RichTextNode, writer: Writer): List {
  if (node.listType !== 'bullet' && node.listType !== 'number') {
    throw new MarkdownError(`a list of the kind "${node.listType}" has no form in Markdown`);
  }
  const children = listEntries(node).map((entry) => writeItem(entry, writer));
  const order = node.listType === 'number' ? { ordered: true, start: node.start ?? 1 } : { ordered: false };
  return { type: 'list', spread: false, ...order, children };
}

/** Items of one paragraph, with a simple list below it or not, stand close together; others get empty lines. */
function writeItem(entry: ListEntry, writer: Writer): ListItem {
  return listItem(writeParts(entry.parts, writer));
}

/** An item of a list with this content. */
export function listItem(children: Flow[]): ListItem {
  const [first, second] = children;
  const isClose =
    children.length <= 2 && (!first || first.type === 'paragraph') && (!second || followsClosely(second));
  return { type: 'listItem', spread: !isClose, children };
}

/** Only a list that begins with words can follow a paragraph without an empty line. */
function followsClosely(node: Flow): boolean {
  return node.type === 'list' && node.children[0]?.children[0]?.type === 'paragraph';
}

function writeParts(parts: ContentPart[], writer: Writer): Flow[] {
  return parts.flatMap((part) =>
    'inline' in part ? writeParagraph(part.inline, writer) : writeNode(part.block, writer),
  );
}

function writeCode(fields: Record<string, unknown>): Code {
  const [lang, ...meta] = wellFormed(textOf(fields, 'info')).trim().split(/\s+/);
  return {
    type: 'code',
    ...(lang ? { lang } : {}),
    ...(meta.length > 0 ? { meta: meta.join(' ') } : {}),
    value: wellFormed(textOf(fields, 'code')).replace(/\r\n?/g, '\n'),
  };
}
