/** Which documents, or whole collections, the answer to a question of the database hangs on. */
import type { FlattenedField, Payload, Where } from 'payload';
import type { Tag } from './reads.js';
import { collectionTag, documentTag, lossTag } from './tags.js';

export interface Read {
  collection: string;
  where?: Where;
  sort?: string | string[];
}

type Condition = Record<string, unknown>;

const isJunction = (name: string) => /^(and|or)$/i.test(name);

/** What must all be true: nested `and`s laid flat. Nothing of an `or` is among them. */
function conjuncts(where: Where | undefined): Condition[] {
  return Object.entries(where ?? {}).flatMap(([name, condition]) => {
    if (name.toLowerCase() === 'and') return (condition as Where[]).flatMap(conjuncts);
    return [{ [name]: condition }];
  });
}

/** The ids that a question is narrowed to; null when it is not. */
function idsIn(conditions: readonly Condition[]): string[] | null {
  for (const { id } of conditions as { id?: { equals?: unknown; in?: unknown } }[]) {
    if (typeof id?.equals === 'string') return [id.equals];
    if (Array.isArray(id?.in)) return id.in.map(String);
  }
  return null;
}

/** Slugs are unique in every collection: nothing else can come to be found by this one while the document has it. */
const isBySlug = (conditions: readonly Condition[]): boolean =>
  conditions.some(({ slug }) => typeof (slug as { equals?: unknown } | undefined)?.equals === 'string');

/** GraphQL writes the dot of a path as two underscores, and so do adapters read it. */
const plainPath = (path: string) => path.replace(/^-/, '').replaceAll('__', '.');

const isNested = (operand: unknown): operand is Where =>
  typeof operand === 'object' && operand !== null && !Array.isArray(operand);

/** Payload writes `topics.slug` as `{ topics: { contains: { slug } } }`, together with what may be read of the other collection. */
function pathsIn(where: Where | undefined): string[] {
  return Object.entries(where ?? {}).flatMap(([name, condition]) => {
    if (isJunction(name)) return (condition as Where[]).flatMap(pathsIn);
    const path = plainPath(name);
    const nested = Object.values(condition ?? {})
      .filter(isNested)
      .flatMap(pathsIn);
    return [path, ...nested.map((each) => `${path}.${each}`)];
  });
}

/** The collections that a path such as `category.slug` leads through, beyond its own. */
function alongPath(
  payload: Payload,
  fields: readonly FlattenedField[],
  [first, ...rest]: string[],
): string[] {
  const field = fields.find(({ name }) => name === first);
  if (rest.length === 0) return [];
  if (!field) return alongPath(payload, fields, rest); // a language
  if ('flattenedFields' in field) return alongPath(payload, field.flattenedFields, rest);
  if (!('relationTo' in field)) return [];
  const leadsTo = [field.relationTo].flat();
  return leadsTo.flatMap((slug) => [
    slug,
    ...alongPath(payload, payload.collections[slug].config.flattenedFields, rest),
  ]);
}

/** The collections that the conditions and the order of a question lead through. */
export function relatedTo(payload: Payload, { collection, sort, where }: Read): string[] {
  const sorts = [sort ?? []].flat().flatMap((each) => each.split(','));
  const paths = [...pathsIn(where), ...sorts.map(plainPath)].filter((path) => path.includes('.'));
  if (paths.length === 0) return [];
  const { flattenedFields } = payload.collections[collection as keyof Payload['collections']].config;
  return paths.flatMap((path) => alongPath(payload, flattenedFields, path.split('.')));
}

/**
 * What a question depends on in its own collection: the documents that it names by id, whether or not they are there; the one
 * that it finds by its slug; else all of it. `found` are the ids that came back.
 */
export function tagsOf({ collection, where }: Read, found: readonly string[] | null): Tag[] {
  const conditions = conjuncts(where);
  const bySlug = found && found.length > 0 && isBySlug(conditions) ? found : null;
  const ids = idsIn(conditions) ?? bySlug;
  if (!ids) return [collectionTag(collection)];
  const documents = ids.map((id) => documentTag(collection, id));
  return ids.length > 0 ? [...documents, lossTag(collection)] : [];
}
