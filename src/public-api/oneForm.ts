/** MongoDB leaves out what is empty, SQLite does not: strangers see one form of a document on both. */
import type { FlattenedField } from 'payload';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What readers have no right to is not there at all. */
const isOpen = (field: FlattenedField): boolean => !('access' in field && field.access?.read);

function shownAs(field: FlattenedField, value: unknown): unknown {
  if (field.type === 'group') return inOneForm(field.flattenedFields, isValues(value) ? value : {});
  if (field.type === 'array') {
    const rows = Array.isArray(value) ? value : [];
    return rows.map((row) => (isValues(row) ? inOneForm(field.flattenedFields, row) : row));
  }
  return value ?? ('hasMany' in field && field.hasMany === true ? [] : null);
}

/** The values with `null` for what is empty, `[]` for empty lists, and groups whole; nothing else is added or changed. */
export function inOneForm(fields: readonly FlattenedField[], values: Values): Values {
  const open = fields.filter(isOpen).map((field) => [field.name, shownAs(field, values[field.name])]);
  return { ...values, ...Object.fromEntries(open) };
}
