// Text inside a line: Markdown's nested emphasis becomes the flat, formatted text nodes of Lexical.
import type { Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import { FORMAT, isSaid, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { lineBreak, link, tab, text } from './lexicalNodes.js';
import { documentOfUrl, storedUrl } from './links.js';
import { type Reader, refuse } from './reader.js';
import { readValue } from './readValue.js';

/** Reads inline content. `newline` is what a line ending inside of text means: a space, but a break in small headings. */
export function readInline(
  nodes: PhrasingContent[],
  reader: Reader,
  newline: 'space' | 'break' = 'space',
): RichTextNode[] {
  const read = mergeText(nodes.flatMap((node) => readNode(node, { reader, newline, format: 0 })));
  // a break after the last word shows nothing, and Markdown cannot write it
  return read.slice(0, read.findLastIndex((node) => node.type !== 'linebreak') + 1);
}

interface InlineState {
  reader: Reader;
  newline: 'space' | 'break';
  format: number;
}

function readNode(node: PhrasingContent, state: InlineState): RichTextNode[] {
  switch (node.type) {
    case 'text':
      return readText(node.value, state);
    case 'strong':
      return readFormatted(node.children, state, FORMAT.bold);
    case 'emphasis':
      return readFormatted(node.children, state, FORMAT.italic);
    case 'delete':
      return readFormatted(node.children, state, FORMAT.strikethrough);
    case 'inlineCode':
      return [text(node.value.replace(/\r\n|[\r\n]/g, ' '), state.format | FORMAT.code)];
    case 'break':
      return [lineBreak()];
    case 'link':
    case 'linkReference':
      return [readLink(node, state)];
    case 'textDirective':
      return [readValue(node, state.reader, state.format)];
    default:
      return refuseInline(node);
  }
}

function readFormatted(nodes: PhrasingContent[], state: InlineState, format: number): RichTextNode[] {
  return nodes.flatMap((node) => readNode(node, { ...state, format: state.format | format }));
}

/** Lexical keeps tabs in nodes of their own. */
function readText(value: string, { format, newline }: InlineState): RichTextNode[] {
  const lines = newline === 'break' ? value.split(/\r\n|[\r\n]/) : [value.replace(/\r\n|[\r\n]/g, ' ')];
  return lines.flatMap((line, index) => [...(index > 0 ? [lineBreak()] : []), ...readTabs(line, format)]);
}

function readTabs(line: string, format: number): RichTextNode[] {
  return line
    .split('\t')
    .flatMap((part, index) => [...(index > 0 ? [tab(format)] : []), ...(part ? [text(part, format)] : [])]);
}

function readLink(node: Link | LinkReference, state: InlineState): RichTextNode {
  const { reader } = state;
  const target = node.type === 'link' ? node : reader.definitions.get(node.identifier);
  if (!target) return refuse(node, 'a link without its definition');
  const children = mergeText(readFormatted(node.children, state, 0));
  if (!children.some(isSaid)) return refuse(node, 'a link without words to click on');
  const id = reader.nextId();
  const title = target.title ? { title: target.title } : {};
  const name = documentOfUrl(target.url);
  if (!name) {
    const url = storedUrl(target.url, node.position?.start.line);
    return link(id, { linkType: 'custom', url, ...title }, children);
  }
  const doc = { relationTo: name.collection, value: reader.idOf(name, node) };
  return link(id, { linkType: 'internal', doc, ...title }, children);
}

function refuseInline(node: Nodes): RichTextNode[] {
  // The usual way to keep two constructs apart; it says nothing.
  if (node.type === 'html' && /^<!--\s*-->$/.test(node.value)) return [];
  if (node.type === 'html') return refuse(node, `raw HTML (${node.value.split('\n')[0]}) is not taken`);
  if (node.type === 'image' || node.type === 'imageReference') {
    return refuse(
      node,
      'an image inside of text is not taken; upload it and place it with ::figure{media=…}',
    );
  }
  return refuse(node, `"${node.type}" is not taken`);
}

/** Neighbours with the same format are one text, as in the editor. */
function mergeText(nodes: RichTextNode[]): RichTextNode[] {
  const merged: RichTextNode[] = [];
  for (const node of nodes) {
    const previous = merged.at(-1);
    if (previous?.type === 'text' && node.type === 'text' && previous.format === node.format) {
      merged[merged.length - 1] = { ...previous, text: `${previous.text}${node.text}` };
    } else merged.push(node);
  }
  return merged;
}
