/** Which public documents refer to which others: relations, links in texts, what blocks place. Made from the ledger's snapshots. */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug, FlattenedField, Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { idOf, isRecord } from '../../../collections/blocks/fieldValues.js';
import { placedByNode } from '../../../collections/blocks/placedByNode.js';
import type { Place, Row } from './publicState.js';

export interface Reference {
  fromCollection: string;
  fromId: string;
  toCollection: string;
  toId: string;
}

type Target = Pick<Reference, 'toCollection' | 'toId'>;

const collection = 'publication-references' as CollectionSlug;

const target = (toCollection: unknown, value: unknown): Target[] => {
  const toId = idOf(value);
  return typeof toCollection === 'string' && toId ? [{ toCollection, toId }] : [];
};

/** A relation is an id, or says its collection where it may lead to several. */
function inRelation(relationTo: string | readonly string[], value: unknown): Target[] {
  if (Array.isArray(value)) return value.flatMap((each) => inRelation(relationTo, each));
  if (typeof relationTo === 'string') return target(relationTo, value);
  return isRecord(value) ? target(value.relationTo, value.value) : [];
}

function inNode({ fields, relationTo, type, value }: Record<string, unknown>): Target[] {
  if (type === 'upload' || type === 'relationship') return target(relationTo, value);
  if (!isRecord(fields)) return [];
  if (type === 'link' && isRecord(fields.doc)) return target(fields.doc.relationTo, fields.doc.value);
  const placed = placedByNode({ fields, type });
  return (placed?.ids ?? []).flatMap((id) => target(placed?.collection, id));
}

function inRichText(value: unknown): Target[] {
  if (Array.isArray(value)) return value.flatMap(inRichText);
  if (!isRecord(value)) return [];
  return [...inNode(value), ...Object.values(value).flatMap(inRichText)];
}

function inValue(field: FlattenedField, value: unknown): Target[] {
  if (value === null || value === undefined) return [];
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return inRelation(field.relationTo, value);
    case 'richText':
      return inRichText(value);
    case 'array':
      return Array.isArray(value) ? value.flatMap((row) => inFields(field.flattenedFields, row)) : [];
    case 'group':
    case 'tab':
      return inFields(field.flattenedFields, value);
    default:
      return [];
  }
}

function inFields(fields: readonly FlattenedField[], row: unknown): Target[] {
  if (!isRecord(row)) return [];
  return fields.flatMap((field) => {
    const value = row[field.name];
    const isByLocale =
      'localized' in field && field.localized && isRecord(value) && field.type !== 'richText';
    const values = isByLocale ? Object.values(value as object) : [value];
    return values.flatMap((each) => inValue(field, each));
  });
}

/** Everything that a row (in all languages) refers to, each once; itself left out. */
export function referencesIn(payload: Payload, from: CollectionKey, row: Row): Reference[] {
  const { flattenedFields } = payload.collections[from].config;
  const found = new Map(
    inFields(flattenedFields, row)
      .filter(({ toId }) => toId !== row.id)
      .map((each) => [`${each.toCollection} ${each.toId}`, each]),
  );
  return [...found.values()].map((each) => ({ fromCollection: from, fromId: row.id, ...each }));
}

const keyOf = ({ toCollection, toId }: Target) => `${toCollection} ${toId}`;

/** Makes the stored references of a document those of `row`; none when it is no longer public. */
export async function replaceReferences(
  { payload, req }: Place,
  from: { collection: CollectionKey; id: string },
  row: Row | null,
): Promise<void> {
  const wanted = new Map(
    (row ? referencesIn(payload, from.collection, row) : []).map((each) => [keyOf(each), each]),
  );
  const { docs: stored } = await payload.db.find<Reference & { id: string }>({
    ...{ collection, limit: 0, pagination: false, req },
    where: { and: [{ fromCollection: { equals: from.collection } }, { fromId: { equals: from.id } }] },
  });
  const gone = stored.filter((each) => !wanted.has(keyOf(each))).map(({ id }) => id);
  for (const each of stored) wanted.delete(keyOf(each));
  if (gone.length > 0) await payload.db.deleteMany({ collection, req, where: { id: { in: gone } } });
  for (const each of wanted.values()) {
    await payload.db.create({ collection, data: { id: randomUUID(), ...each }, req, returning: false });
  }
}

/** The public documents that refer to any of these, themselves left out. */
export async function referrersOf(
  { payload, req }: Place,
  toCollection: string,
  ids: readonly string[],
): Promise<Reference[]> {
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find<Reference>({
    ...{ collection, limit: 0, pagination: false, req },
    where: { and: [{ toCollection: { equals: toCollection } }, { toId: { in: [...ids] } }] },
  });
  return docs;
}
