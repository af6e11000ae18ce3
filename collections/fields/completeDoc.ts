/** Makes what a document has not explicit. Works on documents with all their languages. */
import type { FlattenedField } from 'payload';

type Doc = Record<string, unknown>;

const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (field: FlattenedField) =>
  field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany === true);

function complete(field: FlattenedField, value: unknown): unknown {
  if (field.type === 'group' || field.type === 'tab') {
    return completeDoc(field.flattenedFields, isObject(value) ? value : {});
  }
  if (value !== undefined) return value;
  return isList(field) ? [] : null;
}

/**
 * The document with `null`, or an empty list, for each of these fields that it lacks: MongoDB leaves out what is empty, and
 * Payload takes what is left out for what is to stay as it is.
 */
export function completeDoc(fields: readonly FlattenedField[], doc: Doc): Doc {
  const stored = fields.filter((field) => !('virtual' in field && field.virtual) && field.type !== 'join');
  const completed = stored.map((field) => [field.name, complete(field, doc[field.name])] as const);
  return { ...doc, ...Object.fromEntries(completed) };
}
