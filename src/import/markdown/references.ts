// Slugs in Markdown, ids in the database: finds every reference first and asks for each once, so that the
// conversion itself stays synchronous.
import type { Nodes } from 'mdast';
import type { BlockReference } from '../../../collections/blocks/articleBlock.js';
import { idOf, isRecord } from '../../../collections/blocks/fieldValues.js';
import { placedByNode } from '../../../collections/blocks/placedByNode.js';
import type { Placed } from '../../../collections/blocks/placedIds.js';
import { blockByName } from '../../../collections/blocks/registry.js';
import { valueByName } from '../../../collections/values/registry.js';
import { documentOfUrl, linkedDocument } from './links.js';

export interface DocumentName {
  collection: string;
  slug: string;
}

/** A name and the line in the Markdown where it stands. */
export interface NamedAt extends DocumentName {
  line: number | undefined;
}

/** Answers of a resolver, by collection and slug (or id). */
export type Resolved = (collection: string, name: string) => string | undefined;

export type Resolver = (collection: string, name: string) => Promise<string | undefined> | string | undefined;

/** Asks the resolver for every slug in the tree. */
export function resolveSlugs(tree: Nodes, find: Resolver): Promise<Resolved> {
  return resolveAll(slugsIn(tree), find);
}

/** Asks the resolver for every id in the rich text. */
export function resolveIds(richText: unknown, find: Resolver): Promise<Resolved> {
  return resolveAll(idsIn(richText), find);
}

async function resolveAll(names: DocumentName[], find: Resolver): Promise<Resolved> {
  const known = new Map<string, string | undefined>();
  for (const { collection, slug } of names) {
    const key = `${collection}:${slug}`;
    if (!known.has(key)) known.set(key, await find(collection, slug));
  }
  return (collection, name) => known.get(`${collection}:${name}`);
}

/** Every document that the tree names by its slug. */
export function slugsIn(node: Nodes): NamedAt[] {
  const below = 'children' in node ? node.children.flatMap((child) => slugsIn(child)) : [];
  return [...ownSlugs(node).map((own) => ({ ...own, line: node.position?.start.line })), ...below];
}

function ownSlugs(node: Nodes): DocumentName[] {
  const linked = node.type === 'link' || node.type === 'definition' ? documentOfUrl(node.url) : undefined;
  if (linked) return [linked];
  const reference = referenceOf(node);
  if (!reference || !('attributes' in node)) return [];
  const { collection } = reference;
  return slugsNamed(reference, node.attributes?.[reference.attribute]).map((slug) => ({ collection, slug }));
}

function referenceOf(node: Nodes): BlockReference | undefined {
  if (node.type === 'textDirective') return valueByName(node.name)?.reference;
  const isBlock = node.type === 'leafDirective' || node.type === 'containerDirective';
  return isBlock ? blockByName(node.name)?.reference : undefined;
}

/** The slugs in an attribute: one, or several with spaces between. */
export function slugsNamed({ many }: BlockReference, attribute: string | null | undefined): string[] {
  if (!many) return attribute ? [attribute] : [];
  return (attribute ?? '').split(/\s+/).filter(Boolean);
}

function idsIn(value: unknown): DocumentName[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  const own = relationOf(value);
  // A populated document inside of a relation is not ours to walk through.
  const rest = own ? childrenAndFields(value, own.field) : value;
  const names = own?.ids.map((slug) => ({ collection: own.collection, slug })) ?? [];
  return [...names, ...Object.values(rest).flatMap(idsIn)];
}

function relationOf(node: Record<string, unknown>): Placed | undefined {
  const { fields } = node;
  if (!isRecord(fields)) return undefined;
  const placed = placedByNode(node);
  const linked = linkedDocument(fields);
  const id = idOf(linked?.value);
  return placed ?? (linked && id ? { collection: linked.collection, field: 'doc', ids: [id] } : undefined);
}

function childrenAndFields(node: Record<string, unknown>, without: string): Record<string, unknown> {
  const { [without]: _relation, ...fields } = node.fields as Record<string, unknown>;
  return { ...node, fields };
}
