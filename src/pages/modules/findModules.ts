/** The modules of a page: its parts by the health aspect that they speak of, as schema.org names them. Pure. */
import type { HealthAspect } from '../../../collections/blocks/aspect.js';
import { saysSomething, textOf } from '../../../collections/blocks/fieldValues.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import type { ContentKind } from '../../compliance/pageProperties.js';
import { aspectOfBlock } from './blockAspects.js';
import { fieldsOfBlock, type Section, sectionsOf } from './sections.js';

export interface FoundPart {
  aspect: HealthAspect;
  /** The heading of the section that it stands in; null before the first one. */
  heading: RichTextNode | null;
  /** The block that it is, by its name in the registry; null: a whole section. */
  block: string | null;
  nodes: RichTextNode[];
}

export interface FoundModule {
  aspect: HealthAspect;
  /** In reading order. */
  parts: FoundPart[];
}

const ownAspect = (node: RichTextNode) => {
  const fields = fieldsOfBlock(node);
  return fields && aspectOfBlock(fields);
};

/** What the section is about as a whole: as editors say, else an overview when it opens the page. */
function wholeParts({ aspects, heading, nodes }: Section): FoundPart[] {
  if (aspects.length > 0) {
    const all = heading ? [heading, ...nodes] : nodes;
    return aspects.map((aspect) => ({ aspect, heading, block: null, nodes: all }));
  }
  const opening = heading ? [] : nodes.filter((node) => ownAspect(node) === undefined);
  const says = opening.some((node) => node.type !== 'block' && saysSomething(node));
  return says ? [{ aspect: 'Overview', heading: null, block: null, nodes: opening }] : [];
}

/** Blocks that speak of something else than their section as a whole. */
function blockParts({ aspects, heading, nodes }: Section): FoundPart[] {
  return nodes.flatMap((node): FoundPart[] => {
    const aspect = ownAspect(node);
    if (!aspect || aspects.includes(aspect)) return [];
    return [{ aspect, heading, block: textOf(fieldsOfBlock(node) ?? {}, 'blockType'), nodes: [node] }];
  });
}

function partsOf(body: unknown, kind: ContentKind): FoundPart[] {
  const sections = sectionsOf(body);
  if (kind === 'article') return sections.flatMap((each) => [...wholeParts(each), ...blockParts(each)]);
  const nodes = sections.flatMap((each) => (each.heading ? [each.heading, ...each.nodes] : each.nodes));
  return kind === 'misconception' ? [{ aspect: 'Misconceptions', heading: null, block: null, nodes }] : [];
}

/** Each aspect once, in the order in which a reader first meets it. A part may stand in several. */
export function findModules(body: unknown, kind: ContentKind): FoundModule[] {
  const found = new Map<HealthAspect, FoundPart[]>();
  for (const part of partsOf(body, kind)) {
    found.set(part.aspect, [...(found.get(part.aspect) ?? []), part]);
  }
  return [...found].map(([aspect, parts]) => ({ aspect, parts }));
}
