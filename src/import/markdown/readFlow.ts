// Paragraphs, headings, lists, quotes, code and rules, from mdast to Lexical.
import type { Code, Heading, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { MAX_NESTING } from '../../../collections/blocks/refusedContent.js';
import { type RichTextNode, trimBreaks } from '../../../collections/blocks/richTextNodes.js';
import * as lexical from './lexicalNodes.js';
import { readBlock } from './readBlock.js';
import { type Reader, refuse } from './reader.js';
import { readInline } from './readInline.js';
import { readBareTable } from './readTable.js';
import { refuseLookalikes } from './refuseLookalikes.js';

interface Nesting {
  depth: number;
  /** Lists around, as the editor counts indents. */
  indent: number;
}

/** Reads what stands at the top of a document or of a block's body. */
export function readFlow(nodes: RootContent[], reader: Reader): RichTextNode[] {
  return apart(
    nodes.flatMap((node) => readNode(node, reader, { depth: 0, indent: 0 })),
    () => lexical.paragraph([]),
  );
}

function readNode(node: RootContent, reader: Reader, nesting: Nesting): RichTextNode[] {
  if (nesting.depth > MAX_NESTING)
    return refuse(node, `lists and quotes nested deeper than ${MAX_NESTING} levels`);
  switch (node.type) {
    case 'paragraph':
      return paragraphs(readParagraph(node, reader));
    case 'heading':
      return [readHeading(node, reader)];
    case 'list':
      return [readList(node, reader, nesting)];
    case 'blockquote':
      return [lexical.quote(readMixed(node.children, reader, { depth: nesting.depth + 1, indent: 0 }))];
    case 'thematicBreak':
      return [lexical.horizontalRule()];
    case 'code':
      return [readCode(node, reader)];
    case 'table':
      return [readBareTable(node, reader)];
    case 'containerDirective':
    case 'leafDirective':
      return [readBlock(node, reader)];
    default:
      return readSilent(node);
  }
}

/** A break and nothing else, before a comment say, is no paragraph. */
function paragraphs(inline: RichTextNode[]): RichTextNode[] {
  return inline.length > 0 ? [lexical.paragraph(inline)] : [];
}

/** What says nothing by itself, and what is refused. */
function readSilent(node: Nodes): RichTextNode[] {
  if (node.type === 'definition') {
    return node.label?.startsWith('^') ? refuse(node, 'footnotes are not taken') : [];
  }
  if (node.type === 'html' && /^<!--\s*-->$/.test(node.value.trim())) return [];
  if (node.type === 'html')
    return refuse(node, `raw HTML (${node.value.trim().split('\n')[0]}) is not taken`);
  return refuse(node, `"${node.type}" is not taken`);
}

function readParagraph(node: Paragraph, reader: Reader): RichTextNode[] {
  refuseLookalikes(node, reader.source);
  return readInline(node.children, reader);
}

function readHeading(node: Heading, reader: Reader): RichTextNode {
  const { headings } = reader.place;
  if (!headings.includes(node.depth)) {
    const allowed = headings.map((level) => '#'.repeat(level)).join(', ');
    return refuse(node, `a heading of level ${node.depth} is not taken here; use ${allowed}`);
  }
  // Small headings have no Markdown form with lines in it, so their breaks are written as character references.
  return lexical.heading(node.depth, readInline(node.children, reader, node.depth > 2 ? 'break' : 'space'));
}

function readCode(node: Code, reader: Reader): RichTextNode {
  if (reader.place.blocks === 'none') return refuse(node, 'a code block is not taken here');
  const info = [node.lang, node.meta].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
  return lexical.block(reader.nextId(), 'code', { ...(info ? { info } : {}), code: node.value });
}

function readList(node: List, reader: Reader, nesting: Nesting): RichTextNode {
  const start = node.ordered ? (node.start ?? 1) : undefined;
  const items: RichTextNode[] = [];
  let value = start ?? 1;
  for (const item of node.children) {
    items.push(...readItem(item, reader, { value, nesting }));
    value += 1;
  }
  return lexical.list(start, items);
}

/** The editor keeps the list at an item's end in an item of its own; anything else stays inside the item. */
function readItem(
  item: ListItem,
  reader: Reader,
  place: { value: number; nesting: Nesting },
): RichTextNode[] {
  const { value, nesting } = place;
  const inner = { depth: nesting.depth + 1, indent: nesting.indent + 1 };
  const last = item.children.at(-1);
  const isPlain =
    item.children.length > 1 && item.children.filter((child) => child.type === 'list').length === 1;
  if (last?.type !== 'list' || !isPlain) {
    const children = readMixed(item.children, reader, inner);
    // A first break tells an item that begins with a list from a list that belongs to the item before.
    const first = children[0]?.type === 'list' ? [lexical.lineBreak()] : [];
    return [lexical.listItem(value, nesting.indent, [...first, ...children])];
  }
  return [
    lexical.listItem(value, nesting.indent, readMixed(item.children.slice(0, -1), reader, inner)),
    lexical.listItem(value + 1, nesting.indent, readNode(last, reader, inner)),
  ];
}

/** Content of list items and quotes: two breaks stand between paragraphs (see richTextNodes.ts). */
function readMixed(nodes: RootContent[], reader: Reader, nesting: Nesting): RichTextNode[] {
  const parts = nodes.map((node) =>
    node.type === 'paragraph' ? trimBreaks(readParagraph(node, reader)) : readNode(node, reader, nesting),
  );
  const said = nodes
    .map((node, index) => ({ node, part: parts[index] ?? [] }))
    .filter(({ part }) => part.length > 0);
  const joined = said.flatMap(({ node, part }, index) => {
    const follows = node.type === 'paragraph' && said[index - 1]?.node.type === 'paragraph';
    return follows ? [lexical.lineBreak(), lexical.lineBreak(), ...part] : part;
  });
  return apart(joined, lexical.lineBreak);
}

/** The editor melts neighbouring lists of one kind into one: something empty keeps them apart. */
function apart(nodes: RichTextNode[], separator: () => RichTextNode): RichTextNode[] {
  return nodes.flatMap((node, index) => {
    const previous = nodes[index - 1];
    const melts = node.type === 'list' && previous?.type === 'list' && previous.listType === node.listType;
    return melts ? [separator(), node] : [node];
  });
}
