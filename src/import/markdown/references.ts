// Slugs in Markdown, ids in the database: finds every reference first and asks for each once, so that the
// conversion itself stays synchronous.
import type { Nodes } from 'mdast';
import { idOf, isRecord } from '../../../collections/blocks/fieldValues.js';
import { blockByName, blockBySlug } from '../../../collections/blocks/registry.js';
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
  const own = slugOf(node);
  return own ? [{ ...own, line: node.position?.start.line }, ...below] : below;
}

function slugOf(node: Nodes): DocumentName | undefined {
  if (node.type === 'link' || node.type === 'definition') return documentOfUrl(node.url);
  if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return undefined;
  const reference = blockByName(node.name)?.reference;
  const slug = reference && node.attributes?.[reference.attribute];
  return slug ? { collection: reference.collection, slug } : undefined;
}

function idsIn(value: unknown): DocumentName[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  const own = idInNode(value);
  // A populated document inside of a relation is not ours to walk through.
  const rest = own ? childrenAndFields(value, own.field) : value;
  return [...(own ? [own.name] : []), ...Object.values(rest).flatMap(idsIn)];
}

function idInNode(node: Record<string, unknown>): { name: DocumentName; field: string } | undefined {
  const { fields } = node;
  if (!isRecord(fields)) return undefined;
  const reference = node.type === 'block' ? blockBySlug(fields.blockType)?.reference : undefined;
  const linked = linkedDocument(fields);
  const collection = reference?.collection ?? linked?.collection;
  const id = idOf(reference ? fields[reference.field] : linked?.value);
  if (!collection || !id) return undefined;
  return { name: { collection, slug: id }, field: reference?.field ?? 'doc' };
}

function childrenAndFields(node: Record<string, unknown>, without: string): Record<string, unknown> {
  const { [without]: _relation, ...fields } = node.fields as Record<string, unknown>;
  return { ...node, fields };
}
