/** Documents that rich text places or links to: finds them, and takes out those that may not be shown. Pure. */
import { idOf, isRecord } from '../../collections/blocks/fieldValues.js';
import { placedByNode } from '../../collections/blocks/placedByNode.js';
import { placedBy } from '../../collections/blocks/placedIds.js';

export interface BodyReference {
  collection: string;
  id: string;
  /** Placed: a block or a value shows it. Linked: words lead to it. */
  how: 'placed' | 'linked';
  /** The placement id of a call to action. */
  placementId: string | null;
}

/** The ids of this collection that are named, in reading order, each as often as it is named. */
export function idsNamed(references: readonly BodyReference[], collection: string): string[] {
  return references.filter((each) => each.collection === collection).map(({ id }) => id);
}

type Node = Record<string, unknown>;

function placementIdOf({ placementId }: Node): string | null {
  return typeof placementId === 'string' && placementId ? placementId : null;
}

function placedIn(node: Node): BodyReference[] {
  const { fields } = node;
  const placed = placedByNode(node);
  if (!placed || !isRecord(fields)) return [];
  const placementId = placementIdOf(fields);
  // an empty relation is a reference to nothing, which is never shown
  const ids = placed.ids.length > 0 ? placed.ids : [''];
  return ids.map((id) => ({ collection: placed.collection, how: 'placed', id, placementId }));
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

const referencesOf = (node: Node): BodyReference[] => {
  const linked = linkedBy(node);
  return linked ? [linked] : placedIn(node);
};

/** Every reference in reading order; the same document as often as it is named. Empty relations are left out. */
export function bodyReferences(richText: unknown): BodyReference[] {
  if (Array.isArray(richText)) return richText.flatMap(bodyReferences);
  if (!isRecord(richText)) return [];
  const own = referencesOf(richText).filter(({ id }) => id);
  return [...own, ...Object.values(richText).flatMap(bodyReferences)];
}

type IsShown = (reference: BodyReference) => boolean;

/** A block that places several documents, with those of them that are shown. */
function withShownOf(node: Node, shown: readonly BodyReference[]): Node {
  const fields = isRecord(node.fields) ? node.fields : {};
  const field = placedBy(fields)?.field;
  if (!field || !Array.isArray(fields[field])) return node;
  const ids = new Set(shown.map(({ id }) => id));
  const values = (fields[field] as unknown[]).filter((value) => ids.has(idOf(value) ?? ''));
  return { ...node, fields: { ...fields, [field]: values } };
}

/** What stays of one node: itself, the words of a hidden link, or nothing of a block whose documents are all hidden. */
function shownParts(node: unknown, isShown: IsShown): unknown[] {
  const references = isRecord(node) ? referencesOf(node) : [];
  const shown = references.filter(isShown);
  if (!isRecord(node) || references.length === shown.length) return [withoutHidden(node, isShown)];
  if (shown.length > 0) return [withoutHidden(withShownOf(node, shown), isShown)];
  const isLink = references.some(({ how }) => how === 'linked');
  const words = isLink && Array.isArray(node.children) ? node.children : [];
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
