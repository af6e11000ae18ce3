// Headings and their anchors. An anchor comes from the heading's own words, so links keep working when others change.
import { childrenOf, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { bodyOutline } from './outline.js';
import { topNodes } from './richTextRoot.js';

export interface TocEntry {
  /** That of the heading in HTML. */
  level: number;
  text: string;
  /** The id of the heading in HTML, unique in the document. */
  anchor: string;
}

/** The headings of a body, in order. Headings inside of blocks are left out: they have no anchors. So are those without words. */
export function tableOfContents(state: unknown): TocEntry[] {
  return [...anchoredHeadings(state).values()].filter(({ text }) => text !== '');
}

/** Every heading node at the top of a body, with its entry. */
export function anchoredHeadings(state: unknown): Map<RichTextNode, TocEntry> {
  const outline = bodyOutline(topNodes(state));
  const headings = [...outline].filter(([node]) => node.type === 'heading');
  const taken = new Set<string>();
  return new Map(
    headings.map(([node, level]) => {
      const text = oneLine(plainText(node));
      // without what values say: a new price must not break links to the heading
      const anchor = freeAnchor(anchorFrom(oneLine(plainText(node, isNoValue))), taken);
      taken.add(anchor);
      return [node, { level, text, anchor }];
    }),
  );
}

const isNoValue = ({ type }: RichTextNode) => type !== 'inlineBlock';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function plainText(node: RichTextNode, isMeant: (node: RichTextNode) => boolean = () => true): string {
  if (!isMeant(node)) return '';
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'linebreak') return ' ';
  return childrenOf(node)
    .map((child) => plainText(child, isMeant))
    .join('');
}

/** "¿Qué es?" becomes `que-es`; letters of any script stay, so that no heading is left without words. */
function anchorFrom(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words || 'section';
}

function freeAnchor(anchor: string, taken: Set<string>): string {
  let free = anchor;
  for (let count = 2; taken.has(free); count += 1) free = `${anchor}-${count}`;
  return free;
}
