// The shapes of Lexical's JSON that this project stores, and the one way to read mixed content (list items, quotes).
// Pure: used by the Markdown import and by the formats of a page.

/** Bits of a text node's `format`. Markdown can carry these four; underline and the rest it cannot. */
export const FORMAT = { bold: 1, italic: 2, strikethrough: 4, code: 16 } as const;

export const CARRIED_FORMATS = FORMAT.bold | FORMAT.italic | FORMAT.strikethrough | FORMAT.code;

export interface RichTextNode {
  type: string;
  version: number;
  children?: RichTextNode[];
  text?: string;
  format?: number | string;
  tag?: string;
  listType?: string;
  start?: number;
  value?: number;
  indent?: number;
  fields?: Record<string, unknown>;
  [key: string]: unknown;
}

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock']);

/** One piece of mixed content: a paragraph's inline nodes, or a block. */
export type ContentPart = { inline: RichTextNode[] } | { block: RichTextNode };

/** Text nodes and what stands inside a line with them. */
export function isInline(node: RichTextNode): boolean {
  return INLINE.has(node.type);
}

export function childrenOf(node: RichTextNode): RichTextNode[] {
  return Array.isArray(node.children) ? node.children : [];
}

/**
 * Reads list items and quotes. Lexical's editor melts paragraphs inside of list items into one line, so two line
 * breaks in a row stand for a new paragraph there. Breaks at the edges of a paragraph say nothing and are dropped.
 */
export function contentParts(children: RichTextNode[]): ContentPart[] {
  const parts: ContentPart[] = [];
  let line: RichTextNode[] = [];
  const flush = () => {
    const inline = trimBreaks(line);
    if (inline.length > 0) parts.push({ inline });
    line = [];
  };
  children.forEach((child, index) => {
    if (!isInline(child)) {
      flush();
      parts.push(...(child.type === 'paragraph' ? contentParts(childrenOf(child)) : [{ block: child }]));
    } else if (isBreak(child) && isBreak(children[index + 1])) {
      flush();
    } else {
      line.push(child);
    }
  });
  flush();
  return parts;
}

/** One item of a list with the lists that Lexical keeps in sibling items of their own. */
export interface ListEntry {
  value: number;
  parts: ContentPart[];
}

/** The items as a reader counts them: an item that holds nothing but a list belongs to the item before it. */
export function listEntries(list: RichTextNode): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const item of childrenOf(list)) {
    const parts = contentParts(childrenOf(item));
    const previous = entries.at(-1);
    if (previous && holdsOnlyAList(item)) previous.parts.push(...parts);
    else entries.push({ value: (list.start ?? 1) + entries.length, parts });
  }
  return entries;
}

function holdsOnlyAList(item: RichTextNode): boolean {
  const children = childrenOf(item);
  return children.length === 1 && children[0]?.type === 'list';
}

function isBreak(node: RichTextNode | undefined): boolean {
  return node?.type === 'linebreak';
}

/** Inline nodes without line breaks at the start and the end, where they break nothing. */
export function trimBreaks(nodes: RichTextNode[]): RichTextNode[] {
  const said = nodes.filter(isSeen);
  const start = said.findIndex((node) => !isBreak(node));
  const end = said.findLastIndex((node) => !isBreak(node));
  return start === -1 ? [] : said.slice(start, end + 1);
}

/** Empty texts, and links around nothing else, show nothing. */
function isSeen(node: RichTextNode): boolean {
  return node.type === 'linebreak' || isSaid(node) || childrenOf(node).some(isSaid);
}

/** Whether the node itself says something: its own words, or a value. */
export function isSaid(node: RichTextNode): boolean {
  return node.type === 'inlineBlock' || Boolean(node.text);
}
