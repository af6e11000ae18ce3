// How the headings of a text stand in HTML: no level is left out, whatever levels were typed.
import { saysSomething } from '../../../collections/blocks/fieldValues.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';

const DEEPEST = 6;

/** What an editor typed, 2 to 6. Level 1 is the page's title alone: an imported text that has one of its own shows it as level 2. */
function typedLevel(node: RichTextNode): number {
  const level = Number(String(node.tag).slice(1));
  if (level === 1) return 2;
  return level >= 2 && level <= DEEPEST ? level : 4;
}

/** Level by node: of a heading its own, of anything else the one that a heading inside of it has. */
export type Outline = ReadonlyMap<RichTextNode, number>;

/**
 * Screen readers list headings by level, and a list with holes reads as if something were missing: the outermost headings
 * have level `top`, and each other one stands one level below the heading above it that was typed larger. Levels that were
 * typed without holes stay as they are.
 */
export function outlineOf(nodes: readonly RichTextNode[], top: number): Outline {
  const open: { level: number; typed: number }[] = [];
  const below = () => Math.min(DEEPEST, (open.at(-1)?.level ?? top - 1) + 1);
  const levelAt = (node: RichTextNode): number => {
    // one without words is not written
    if (node.type !== 'heading' || !saysSomething(node)) return below();
    const typed = typedLevel(node);
    while ((open.at(-1)?.typed ?? 0) >= typed) open.pop();
    const level = below();
    open.push({ level, typed });
    return level;
  };
  return new Map(nodes.map((node) => [node, levelAt(node)]));
}

/** Of a whole body, below the title of its page. */
export const bodyOutline = (nodes: readonly RichTextNode[]): Outline => outlineOf(nodes, 2);
