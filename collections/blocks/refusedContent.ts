// What rich text may hold, whichever door it came through: nothing that Markdown and the formats cannot carry.
import { isRecord } from './fieldValues.js';
import { CARRIED_FORMATS, childrenOf, type RichTextNode } from './richTextNodes.js';

/** The deepest nesting of lists and quotes; deeper ones are attacks or accidents. Each level of a list takes two nodes. */
export const MAX_NESTING = 50;

/** The longest text in characters, over all nodes; a book of 300 pages has about half of it. */
export const MAX_CHARACTERS = 1_000_000;

const KNOWN = [
  'paragraph',
  'heading',
  'list',
  'listitem',
  'quote',
  'horizontalrule',
  'text',
  'linebreak',
  'tab',
  'link',
];

/** Says in words what is refused; undefined when all is well. `more` names further node types, such as `block`. */
export function refusedContent(richText: unknown, more: readonly string[] = []): string | undefined {
  if (!isRecord(richText) || !isRecord(richText.root)) return undefined;
  const known = new Set([...KNOWN, ...more]);
  let characters = 0;
  // A list of what is left to look at, because recursion would end at the depth that is to be refused.
  const left = childrenOf(richText.root as unknown as RichTextNode).map((node) => ({ node, depth: 1 }));
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    const refused = refusedNode(node, depth, known);
    if (refused) return refused;
    characters += typeof node.text === 'string' ? node.text.length : 0;
    left.push(...childrenOf(node).map((child) => ({ node: child, depth: depth + 1 })));
  }
  return characters > MAX_CHARACTERS ? `The text is longer than ${MAX_CHARACTERS} characters.` : undefined;
}

function refusedNode(node: RichTextNode, depth: number, known: Set<string>): string | undefined {
  if (!isRecord(node) || !known.has(String(node.type)))
    return `This text may not hold "${String(node?.type)}".`;
  if (depth > 2 * MAX_NESTING) return `Lists and quotes may be nested up to ${MAX_NESTING} levels.`;
  if (node.type === 'inlineBlock' && 'text' in node)
    return 'A value holds no words of its own: its record has them.';
  if (node.type !== 'text') return undefined;
  if (typeof node.text !== 'string') return 'A text without its words.';
  const format = typeof node.format === 'number' ? node.format : 0;
  return format & ~CARRIED_FORMATS
    ? 'Only bold, italic, strikethrough and code can be kept, no underline.'
    : undefined;
}
