// Makes Lexical nodes as the editor itself would export them, so that opening a document in the admin changes nothing.
import { createHash } from 'node:crypto';
import type { RichText } from '../../../collections/blocks/articleBlock.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';

const ELEMENT = { direction: null, format: '', indent: 0, version: 1 } as const;

export const lineBreak = (): RichTextNode => ({ type: 'linebreak', version: 1 });

export const tab = (format: number): RichTextNode => ({ ...text('\t', format), type: 'tab', detail: 2 });

export function text(value: string, format: number): RichTextNode {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 };
}

/** Plain words with a break between one line and the next; an empty line holds none. */
export const textLines = (lines: readonly string[]): RichTextNode[] =>
  lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [lineBreak()]),
    ...(line === '' ? [] : [text(line, 0)]),
  ]);

export function paragraph(children: RichTextNode[]): RichTextNode {
  const textFormat = children[0]?.type === 'text' ? (children[0].format ?? 0) : 0;
  return { ...ELEMENT, type: 'paragraph', children, textFormat, textStyle: '' };
}

export const heading = (level: number, children: RichTextNode[]): RichTextNode => ({
  ...ELEMENT,
  type: 'heading',
  tag: `h${level}`,
  children,
});

export const quote = (children: RichTextNode[]): RichTextNode => ({ ...ELEMENT, type: 'quote', children });

export const horizontalRule = (): RichTextNode => ({ type: 'horizontalrule', version: 1 });

export function list(start: number | undefined, children: RichTextNode[]): RichTextNode {
  const kind = start === undefined ? { listType: 'bullet', tag: 'ul' } : { listType: 'number', tag: 'ol' };
  return { ...ELEMENT, type: 'list', ...kind, start: start ?? 1, children };
}

export const listItem = (value: number, indent: number, children: RichTextNode[]): RichTextNode => ({
  ...ELEMENT,
  type: 'listitem',
  value,
  indent,
  children,
});

export const link = (
  id: string,
  fields: Record<string, unknown>,
  children: RichTextNode[],
): RichTextNode => ({
  ...ELEMENT,
  type: 'link',
  id,
  fields,
  children,
  version: 3,
});

export const block = (id: string, blockType: string, fields: Record<string, unknown>): RichTextNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id, blockName: '', blockType, ...fields },
});

/** A value inside of a line. */
export const inlineBlock = (
  id: string,
  blockType: string,
  fields: Record<string, unknown>,
): RichTextNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id, blockType, ...fields },
});

/** Rich text is never empty: the editor refuses a root without children. */
export function richText(children: RichTextNode[]): RichText {
  return { root: { ...ELEMENT, type: 'root', children: children.length > 0 ? children : [paragraph([])] } };
}

/** Ids are made from the place in the text, so that importing the same Markdown again changes nothing. */
export function stableId(...path: (string | number)[]): string {
  return createHash('sha256').update(path.join('/')).digest('hex').slice(0, 24);
}
