/**
 * Rich text for readers of Markdown, who see a notice and not the name of one: what blocks place stands as words, links to
 * documents lead to their pages, and what only sorts the text into modules is gone. Pure.
 */
import { isRecord, textOf, wellFormed } from '../../../collections/blocks/fieldValues.js';
import { placedBy } from '../../../collections/blocks/placedIds.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { link, paragraph, textLines } from '../../import/markdown/lexicalNodes.js';
import { bodyReferences } from '../bodyReferences.js';
import type { RenderContext } from '../formats/context.js';
import { linkTarget } from '../formats/linkTarget.js';
import { renderHtml } from '../formats/renderHtml.js';
import { renderText } from '../formats/renderText.js';
import { addressOf } from './part.js';

type Node = Record<string, unknown>;

/** Paragraphs with the lines of a text; spaces at the ends of lines show nowhere. */
function wordsOf(text: string): Node[] {
  const paragraphs = text.split(/\n\s*\n/).map((each) => each.split('\n').map((line) => line.trim()));
  return paragraphs
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => paragraph(textLines(lines)));
}

function linkTo(address: string, words: string): Node[] {
  const text = wellFormed(words).replace(/\s+/g, ' ').trim();
  const url = addressOf({ text, href: address });
  if (text === '') return [];
  if (url === undefined) return [paragraph(textLines([text]))];
  return [paragraph([link('', { linkType: 'custom', newTab: false, url }, textLines([text]))])];
}

/** A call to action leads where it leads, a picture to itself; undefined for all else. */
function asLink(node: Node, fields: Node, context: RenderContext): Node[] | undefined {
  const [placed] = bodyReferences(node);
  const document = placed && context.document(placed.collection, placed.id);
  if (placed?.collection === 'media' && document)
    return [
      ...linkTo(textOf(document, 'url'), textOf(document, 'alt')),
      ...wordsOf(textOf(fields, 'caption')),
    ];
  if (placed?.collection !== 'calls-to-action' || !isRecord(document?.target)) return undefined;
  return linkTo(textOf(document.target, 'url'), textOf(document, 'label'));
}

/** Undefined for what stays a block. */
function asWords(node: Node, context: RenderContext): Node[] | undefined {
  if (node.type !== 'block' || !isRecord(node.fields)) return undefined;
  const alone = { root: { children: [node] } };
  const text = renderText(alone, context);
  const isPlacing = placedBy(node.fields) !== undefined;
  if (isPlacing) return asLink(node, node.fields, context) ?? wordsOf(text);
  return text === '' && renderHtml(alone, context) === '' ? [] : undefined;
}

/** A link to a document, as one to its page. */
function asPlainLink(node: Node, context: RenderContext): Node {
  const { fields } = node;
  if (node.type !== 'link' || !isRecord(fields) || fields.linkType !== 'internal') return node;
  const url = linkTarget(node as unknown as RichTextNode, context);
  const { title } = fields;
  return url === undefined ? node : { ...node, fields: { linkType: 'custom', newTab: false, title, url } };
}

function nodesFor(node: unknown, context: RenderContext): unknown[] {
  if (!isRecord(node)) return [node];
  return asWords(node, context) ?? [forReaders(asPlainLink(node, context), context)];
}

/** The same rich text, for readers. What may not be shown has been taken out before. */
export function forReaders<T>(richText: T, context: RenderContext): T {
  if (Array.isArray(richText)) return richText.flatMap((each) => nodesFor(each, context)) as T;
  if (!isRecord(richText)) return richText;
  const entries = Object.entries(richText).map(([key, value]) => [key, forReaders(value, context)]);
  return Object.fromEntries(entries) as T;
}
