// Rich text as plain text: lines, lists and their nesting stay; formatting goes, addresses of links follow in brackets.
import { quotedText, textOf, wellFormed } from '../../../collections/blocks/fieldValues.js';
import { blockBySlug } from '../../../collections/blocks/registry.js';
import {
  type ContentPart,
  childrenOf,
  contentParts,
  type ListEntry,
  listEntries,
  type RichTextNode,
} from '../../../collections/blocks/richTextNodes.js';
import { sayValuesInLine } from '../values/sayValues.js';
import { blockRender, type RenderContext } from './context.js';
import { linkTarget } from './linkTarget.js';
import { topNodes } from './richTextRoot.js';

/** Writes rich text as plain text, an empty line between paragraphs, none at the end. */
export function renderText(state: unknown, context: RenderContext): string {
  return joinBlocks(topNodes(state).map((node) => blockText(node, context)));
}

function joinBlocks(texts: string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

function blockText(node: RichTextNode, context: RenderContext): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(childrenOf(node), context);
    case 'list':
      return listText(node, context);
    case 'quote':
      return quotedText(joinBlocks(partTexts(contentParts(childrenOf(node)), context)));
    case 'horizontalrule':
      return '---';
    case 'block':
      return articleBlockText(node, context);
    default:
      return inlineText([node], context);
  }
}

function listText(node: RichTextNode, context: RenderContext): string {
  const isNumbered = node.listType === 'number';
  return listEntries(node)
    .map((entry) => itemText(entry, isNumbered ? `${entry.value}. ` : '- ', context))
    .join('\n');
}

/** The lines after the first are indented as far as the words after the mark. */
function itemText({ parts }: ListEntry, mark: string, context: RenderContext): string {
  const texts = partTexts(parts, context);
  const body = texts.reduce((all, text, index) => {
    if (index === 0) return text;
    const part = parts[index];
    const isClose = part !== undefined && 'block' in part && part.block.type === 'list';
    return `${all}${isClose ? '\n' : '\n\n'}${text}`;
  }, '');
  return mark + body.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`);
}

function partTexts(parts: ContentPart[], context: RenderContext): string[] {
  return parts.map((part) =>
    'inline' in part ? inlineText(part.inline, context) : blockText(part.block, context),
  );
}

function articleBlockText(node: RichTextNode, context: RenderContext): string {
  const fields = node.fields ?? {};
  const render = blockRender(context, (text) => renderText(text, context));
  return blockBySlug(textOf(fields, 'blockType'))?.text(fields, render) ?? '';
}

function inlineText(nodes: RichTextNode[], context: RenderContext): string {
  return sayValuesInLine(nodes, context)
    .map((node) => {
      if (node.type === 'linebreak') return '\n';
      if (typeof node.text === 'string') return wellFormed(node.text);
      const words = inlineText(childrenOf(node), context);
      const isLink = node.type === 'link' || node.type === 'autolink';
      return isLink ? withAddress(words, linkTarget(node, context)) : words;
    })
    .join('');
}

function withAddress(words: string, address: string | undefined): string {
  return address === undefined || address === words ? words : `${words} (${address})`;
}
