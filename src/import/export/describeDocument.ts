/** A stored document as the front matter that reads back to it. */
import type { FlattenedField, Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { isPlain } from '../../../collections/hooks/withoutNulls.js';
import type { Locale } from '../../../collections/locales.js';
import { writtenName } from '../content/people.js';
import type { ContentKind } from '../contentKinds.js';
import { article } from '../contentKinds.js';
import { type Fields, isSettable } from '../files/checkFields.js';
import type { Names } from './names.js';

export interface Describing {
  payload: Payload;
  kind: ContentKind;
  locale: Locale;
  names: Names;
  /** All languages share what has no language: only one file of a document has it. */
  withShared: boolean;
}

/** The order of what files usually have; the rest follows as the model has it. */
const usualOrder = [
  'summary',
  'category',
  'author',
  'authorRole',
  'site',
  'locale',
  'sites',
  'canonicalSite',
  'authors',
];

/** Values by key, in the order in which they are written. */
export async function describeDocument(doc: Fields, describing: Describing): Promise<Fields> {
  const { kind, locale } = describing;
  const fields = fieldsOf(describing).filter(({ name }) => name !== kind.title && name !== 'slug');
  const values: Fields = { locale };
  for (const field of fields) Object.assign(values, await describeField(field, doc[field.name], describing));
  const head: Fields = {
    ...(kind === article ? {} : { kind: kind.kind }),
    [kind.title]: doc[kind.title],
    slug: doc.slug,
  };
  const keys = [...new Set([...usualOrder, ...Object.keys(values)])].filter(
    (key) => values[key] !== undefined,
  );
  return { ...head, ...Object.fromEntries(keys.map((key) => [key, values[key]])) };
}

function fieldsOf({ kind, payload, withShared }: Describing): FlattenedField[] {
  const { flattenedFields } = payload.collections[kind.collection].config;
  return flattenedFields.filter((field) => isSettable(field) && (withShared || hasLanguage(field)));
}

const hasLanguage = (field: FlattenedField): boolean =>
  ('localized' in field && Boolean(field.localized)) ||
  (field.type === 'group' && field.flattenedFields.some(hasLanguage));

async function describeField(field: FlattenedField, value: unknown, describing: Describing): Promise<Fields> {
  if (isEmpty(value) || ('defaultValue' in field && field.defaultValue === value)) return {};
  if (field.type === 'group') return describeGroup(field, value, describing);
  if (field.type !== 'relationship' && field.type !== 'upload') return { [field.name]: value };
  const collection = field.relationTo as CollectionKey;
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  if (field.name === 'authors' && ids.length === 1) return describeAuthor(ids[0] as string, describing);
  if (field.name === 'category')
    return { category: await describing.names.titleOf(collection, ids[0] as string) };
  const slugs = await Promise.all(ids.map((id) => describing.names.slugOf(collection, id)));
  if (field.name === 'sites' && slugs.length === 1) return { site: slugs[0] };
  return { [field.name]: 'hasMany' in field && field.hasMany ? slugs : slugs[0] };
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

type Group = Extract<FlattenedField, { type: 'group' }>;

async function describeGroup(field: Group, value: unknown, describing: Describing): Promise<Fields> {
  if (!isPlain(value)) return {};
  const parts: Fields = {};
  for (const part of field.flattenedFields) {
    if (describing.withShared || hasLanguage(part)) {
      Object.assign(parts, await describeField(part, value[part.name], describing));
    }
  }
  return Object.keys(parts).length > 0 ? { [field.name]: parts } : {};
}

/** By name, when it means this person and nobody else; a slug stands in a list, so that the two are told apart. */
async function describeAuthor(id: string, { names }: Describing): Promise<Fields> {
  const person = await names.document('people', id);
  const name = writtenName(person);
  if (!(await names.means('people', name, id))) return { authors: [await names.slugOf('people', id)] };
  return { author: name, ...(person.jobTitle ? { authorRole: person.jobTitle } : {}) };
}
