/** Documents that rich text places or links to: finds them, and takes out those that may not be shown. Pure. */
import { idOf, isRecord } from '../../collections/blocks/fieldValues.js';
import { blockBySlug } from '../../collections/blocks/registry.js';

export interface BodyReference {
  collection: string;
  id: string;
  /** Placed: a block shows it. Linked: words lead to it. */
  how: 'placed' | 'linked';
  /** The placement id of a call to action. */
  placementId: string | null;
}

/** The ids of this collection that are named, in reading order, each as often as it is named. */
export function idsNamed(references: readonly BodyReference[], collection: string): string[] {
  return references.filter((each) => each.collection === collection).map(({ id }) => id);
}

type Node = Record<string, unknown>;

function placedBy({ fields, type }: Node): BodyReference | undefined {
  const block = type === 'block' && isRecord(fields) ? blockBySlug(fields.blockType) : undefined;
  if (!block?.reference || !isRecord(fields)) return undefined;
  const { collection, field } = block.reference;
  const placementId =
    typeof fields.placementId === 'string' && fields.placementId ? fields.placementId : null;
  return { collection, how: 'placed', id: idOf(fields[field]) ?? '', placementId };
}

function linkedBy({ fields, type }: Node): BodyReference | undefined {
  if (type !== 'link' || !isRecord(fields) || fields.linkType !== 'internal') return undefined;
  const target = isRecord(fields.doc) ? fields.doc : {};
  return {
    collection: String(target.relationTo),
    how: 'linked',
    id: idOf(target.value) ?? '',
    placementId: null,
  };
}

const referenceOf = (node: Node) => placedBy(node) ?? linkedBy(node);

/** Every reference in reading order; the same document as often as it is named. Empty relations are left out. */
export function bodyReferences(richText: unknown): BodyReference[] {
  if (Array.isArray(richText)) return richText.flatMap(bodyReferences);
  if (!isRecord(richText)) return [];
  const own = referenceOf(richText);
  return [...(own?.id ? [own] : []), ...Object.values(richText).flatMap(bodyReferences)];
}

type IsShown = (reference: BodyReference) => boolean;

/** What stays of one node: itself, the words of a hidden link, or nothing of a hidden block. */
function shownParts(node: unknown, isShown: IsShown): unknown[] {
  const reference = isRecord(node) ? referenceOf(node) : undefined;
  if (!isRecord(node) || !reference || isShown(reference)) return [withoutHidden(node, isShown)];
  const words = reference.how === 'linked' && Array.isArray(node.children) ? node.children : [];
  return words.flatMap((word) => shownParts(word, isShown));
}

const isText = (node: unknown): node is Node & { text: string } =>
  isRecord(node) && typeof node.text === 'string';

/** Words that a link stood between become one text again where they look alike: Markdown would not tell them apart. */
function joinTexts(nodes: unknown[]): unknown[] {
  const joined: unknown[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const isAlike = isText(node) && isText(last) && node.format === last.format;
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

function shownNodes(nodes: unknown[], isShown: IsShown): unknown[] {
  const shown = nodes.flatMap((node) => shownParts(node, isShown));
  const unlinked = nodes.some((node) => isRecord(node) && linkedBy(node) !== undefined);
  return unlinked ? joinTexts(shown) : shown;
}

/** The rich text without blocks that place a hidden document; of links to one, the words stay. */
export function withoutHidden<T>(richText: T, isShown: IsShown): T {
  if (Array.isArray(richText)) return shownNodes(richText, isShown) as T;
  if (!isRecord(richText)) return richText;
  const entries = Object.entries(richText).map(([key, value]) => [key, withoutHidden(value, isShown)]);
  return Object.fromEntries(entries) as T;
}
