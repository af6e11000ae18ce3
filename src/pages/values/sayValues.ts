/** Puts the words of values into rich text. A value that is said is a text as others are, but that it keeps where it came from. Pure. */
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { formatOfMarks } from '../../../collections/values/marks.js';
import { valueBySlug } from '../../../collections/values/registry.js';
import { type RenderContext, valueRender } from '../formats/context.js';
import { withCapital } from './withCapital.js';

/** A sentence ended: its mark, quotes or brackets that close, a space. */
const sentenceEnd = /[.!?…]["'”’»)\]]*\s+$/u;

const beginsSentence = (before: string) => before.trim() === '' || sentenceEnd.test(before);

interface Line {
  nodes: RichTextNode[];
  /** The end of what was said so far on this line. */
  said: string;
}

function wordsOf({ fields = {} }: RichTextNode, context: RenderContext, said: string): string | undefined {
  const words = valueBySlug(fields.blockType)?.words(fields, valueRender(context));
  return words && beginsSentence(said) ? withCapital(words) : words;
}

function sayOne(node: RichTextNode, context: RenderContext, said: string): Line {
  if (typeof node.text === 'string') return { nodes: [node], said: said + node.text };
  if (node.type === 'inlineBlock') {
    const text = wordsOf(node, context, said);
    if (text === undefined) return { nodes: [], said };
    return { nodes: [{ ...node, text, format: formatOfMarks(node.fields ?? {}) }], said: said + text };
  }
  const isLink = node.type === 'link' || node.type === 'autolink';
  if (!isLink || !Array.isArray(node.children)) return { nodes: [node], said: '' };
  const inside = sayLine(node.children, context, said);
  return { nodes: [{ ...node, children: inside.nodes }], said: inside.said };
}

function sayLine(nodes: readonly RichTextNode[], context: RenderContext, start: string): Line {
  const out: RichTextNode[] = [];
  let said = start;
  for (const node of nodes) {
    const one = sayOne(node, context, said);
    out.push(...one.nodes);
    // nothing looks further back than to the end of a sentence
    said = one.said.slice(-20);
  }
  return { nodes: out, said };
}

/**
 * One line of inline nodes with the words of its values, as `text` and `format`; a value that has nothing to say is left out.
 * The first letter is a capital at the start of the line and of a sentence. Values that are said already stay as they are.
 */
export function sayValuesInLine(nodes: readonly RichTextNode[], context: RenderContext): RichTextNode[] {
  return sayLine(nodes, context, '').nodes;
}

/** The same for rich text of any depth. */
export function sayValues<T>(richText: T, context: RenderContext): T {
  if (Array.isArray(richText)) return richText.map((each) => sayValues(each, context)) as T;
  if (!isRecord(richText)) return richText;
  const { children } = richText;
  const said = Array.isArray(children) ? { children: sayValuesInLine(children, context) } : {};
  const entries = Object.entries({ ...richText, ...said });
  return Object.fromEntries(entries.map(([key, value]) => [key, sayValues(value, context)])) as T;
}

/** Rich text whose values have been said, with plain text in their place: for formats that others read on. */
export function valuesAsText<T>(richText: T): T {
  if (Array.isArray(richText)) return richText.map(valuesAsText) as T;
  if (!isRecord(richText)) return richText;
  if (richText.type === 'inlineBlock') {
    const { format, text } = richText;
    return {
      ...{ type: 'text', version: 1, text, format },
      ...{ detail: 0, mode: 'normal', style: '' },
    } as T;
  }
  return Object.fromEntries(Object.entries(richText).map(([key, value]) => [key, valuesAsText(value)])) as T;
}
