/** Finding one's way in a parsed page. */
import type { Element, Nodes } from 'hast';

/** All elements below a node with this name, in order; `*` is any. */
export function allOf(node: Nodes, name: string): Element[] {
  if (!('children' in node)) return [];
  return (node.children as Nodes[]).flatMap((child) => {
    const own = child.type === 'element' && (name === '*' || child.tagName === name) ? [child] : [];
    return [...own, ...allOf(child, name)];
  });
}

export const firstOf = (node: Nodes, name: string): Element | undefined => allOf(node, name)[0];

/** An attribute as text; lists such as `rel` and `class` with spaces between. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name === 'class' ? 'className' : name];
  if (value === null || value === undefined || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The words of a node on one line. */
export function wordsOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? (node.children as Nodes[]).map(textOf).join('') : '';
}

export const lineOfNode = (node: Nodes): number => node.position?.start.line ?? 1;
