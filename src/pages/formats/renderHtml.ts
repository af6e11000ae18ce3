// Rich text as HTML: semantic, escaped, with the class names of class-names.md. Reads Lexical's JSON and the block registry.
import { escapeHtml, textOf } from '../../../collections/blocks/fieldValues.js';
import { blockBySlug } from '../../../collections/blocks/registry.js';
import {
  type ContentPart,
  childrenOf,
  contentParts,
  FORMAT,
  listEntries,
  type RichTextNode,
} from '../../../collections/blocks/richTextNodes.js';
import { valueBySlug } from '../../../collections/values/registry.js';
import { sayValues, sayValuesInLine } from '../values/sayValues.js';
import { blockRender, type RenderContext } from './context.js';
import { linkTarget } from './linkTarget.js';
import { bodyOutline, type Outline, outlineOf } from './outline.js';
import { topNodes } from './richTextRoot.js';
import { anchoredHeadings, type TocEntry } from './tableOfContents.js';

/** Of a whole body: the ids of its headings, and the levels of everything in it. */
export interface Headings {
  anchors: ReadonlyMap<RichTextNode, TocEntry>;
  outline: Outline;
}

interface HtmlState extends Headings {
  context: RenderContext;
  /** Of a heading that stands here. */
  level: number;
}

export const headingsOf = (body: unknown): Headings => ({
  anchors: anchoredHeadings(body),
  outline: bodyOutline(topNodes(body)),
});

/** Writes a body as HTML; headings carry the ids that `tableOfContents` names. Odd input shows less, never markup. `headings` when it is a part of another. */
export function renderHtml(
  state: unknown,
  context: RenderContext,
  headings: Headings = headingsOf(state),
): string {
  return flow(topNodes(state), { ...headings, context, level: 2 });
}

/** Rich text inside of a block or beside a body: its headings are not in the table of contents and carry no ids; the outermost have this level. */
export function nestedHtml(state: unknown, context: RenderContext, level: number): string {
  // said first: a heading that only a silent value stood in is none
  const nodes = topNodes(sayValues(state, context));
  return flow(nodes, { anchors: new Map(), outline: outlineOf(nodes, level), context, level });
}

function flow(nodes: RichTextNode[], state: HtmlState): string {
  return nodes
    .map((node) => blockHtml(node, { ...state, level: state.outline.get(node) ?? state.level }))
    .join('');
}

function blockHtml(node: RichTextNode, state: HtmlState): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(childrenOf(node), state);
    case 'heading':
      return heading(node, state);
    case 'list':
      return list(node, state);
    case 'quote':
      return `<blockquote>${parts(contentParts(childrenOf(node)), state)}</blockquote>`;
    case 'horizontalrule':
      return '<hr>';
    case 'block':
      return articleBlock(node, state);
    default:
      // Only through the API could something unknown come in: its words are shown, its look is not.
      return paragraph([node], state);
  }
}

function paragraph(nodes: RichTextNode[], state: HtmlState): string {
  const html = inline(nodes, state);
  return html === '' ? '' : `<p>${html}</p>`;
}

function heading(node: RichTextNode, state: HtmlState): string {
  const { level } = state;
  const words = inline(childrenOf(node), state);
  if (!hasWords(words)) return '';
  const anchor = state.anchors.get(node)?.anchor;
  return `<h${level}${anchor ? ` id="${escapeHtml(anchor)}"` : ''}>${words}</h${level}>`;
}

/** Attributes hold no angle brackets that are not escaped. */
const hasWords = (html: string) => html.replace(/<[^>]*>/g, '').trim() !== '';

function list(node: RichTextNode, state: HtmlState): string {
  const tag = node.listType === 'number' ? 'ol' : 'ul';
  const start =
    tag === 'ol' && Number.isInteger(node.start) && node.start !== 1 ? ` start="${node.start}"` : '';
  const items = listEntries(node).map((entry) => `<li>${itemHtml(entry.parts, state)}</li>`);
  return `<${tag}${start}>${items.join('')}</${tag}>`;
}

/** An item of one paragraph, with lists below it or not, needs no `<p>`. */
function itemHtml(content: ContentPart[], state: HtmlState): string {
  const isPlain = content.every((part, index) => (index === 0 ? 'inline' in part : isList(part)));
  if (!isPlain) return parts(content, state);
  return content
    .map((part) => ('inline' in part ? inline(part.inline, state) : blockHtml(part.block, state)))
    .join('');
}

function isList(part: ContentPart): boolean {
  return 'block' in part && part.block.type === 'list';
}

function parts(content: ContentPart[], state: HtmlState): string {
  return content
    .map((part) => ('inline' in part ? paragraph(part.inline, state) : blockHtml(part.block, state)))
    .join('');
}

function articleBlock(node: RichTextNode, { context, level }: HtmlState): string {
  const fields = node.fields ?? {};
  const render = blockRender(context, (text, inside) => nestedHtml(text, context, inside), level);
  return blockBySlug(textOf(fields, 'blockType'))?.html(fields, render) ?? '';
}

function inline(nodes: RichTextNode[], state: HtmlState): string {
  return sayValuesInLine(nodes, state.context)
    .map((node) => inlineHtml(node, state))
    .join('');
}

function inlineHtml(node: RichTextNode, state: HtmlState): string {
  if (node.type === 'linebreak') return '<br>';
  if (typeof node.text === 'string') return saidHtml(node, textHtml(node.text, node.format));
  const words = inline(childrenOf(node), state);
  const href = node.type === 'link' || node.type === 'autolink' ? linkTarget(node, state.context) : undefined;
  // a link around nothing is a stop on the way of a keyboard, and says nothing
  if (href === undefined || !hasWords(words)) return words;
  const title = textOf(node.fields ?? {}, 'title');
  return `<a href="${escapeHtml(href)}"${title ? ` title="${escapeHtml(title)}"` : ''}>${words}</a>`;
}

/** Text as it is; what a value says stands in an element of its own. */
function saidHtml({ fields, type }: RichTextNode, html: string): string {
  const value = type === 'inlineBlock' ? valueBySlug(fields?.blockType) : undefined;
  return value ? `<span class="fr-value fr-value-${value.name}">${html}</span>` : html;
}

const TAGS = [
  [FORMAT.code, 'code'],
  [FORMAT.strikethrough, 's'],
  [FORMAT.italic, 'em'],
  [FORMAT.bold, 'strong'],
] as const;

function textHtml(text: string, format: unknown): string {
  const bits = typeof format === 'number' ? format : 0;
  return TAGS.reduce(
    (html, [bit, tag]) => (bits & bit ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(text),
  );
}
