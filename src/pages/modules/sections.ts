/** A body cut into its sections: what stands before the first large heading, and what stands below each. Pure. */
import { type HealthAspect, isHealthAspect } from '../../../collections/blocks/aspect.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { bodyOutline } from '../formats/outline.js';
import { topNodes } from '../formats/richTextRoot.js';

export interface Section {
  /** Null before the first heading of level 2. */
  heading: RichTextNode | null;
  /** What stands below the heading, without what editors say of the section. */
  nodes: RichTextNode[];
  /** What editors say that it is about, each once, in their order. */
  aspects: HealthAspect[];
}

/** The fields of a block; undefined for any other node. */
export const fieldsOfBlock = ({ fields, type }: RichTextNode) => (type === 'block' ? fields : undefined);

function chosenBy(node: RichTextNode): HealthAspect[] | undefined {
  const fields = fieldsOfBlock(node);
  if (fields?.blockType !== 'aspect') return undefined;
  return isHealthAspect(fields.name) ? [fields.name] : [];
}

/** In reading order. The first one is what stands before any heading, and may be empty. */
export function sectionsOf(body: unknown): Section[] {
  const sections: Section[] = [{ heading: null, nodes: [], aspects: [] }];
  for (const [node, level] of bodyOutline(topNodes(body))) {
    const last = sections.at(-1);
    const chosen = chosenBy(node);
    if (node.type === 'heading' && level === 2) sections.push({ heading: node, nodes: [], aspects: [] });
    else if (chosen) last?.aspects.push(...chosen);
    else last?.nodes.push(node);
  }
  return sections.map((section) => ({ ...section, aspects: [...new Set(section.aspects)] }));
}
