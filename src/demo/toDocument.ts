// Turns a record of the files into the data of a document: slugs into ids, Markdown into rich text. Knows the fields
// from Payload's own config, so that a field that does not exist is found at once.
import type { FlattenedField } from 'payload';
import type { Locale } from '../../collections/locales.js';
import { markdownToLexical } from '../import/markdown/markdownToLexical.js';
import { demoId } from './demoId.js';
import type { Fields } from './readContent.js';

interface Place {
  origin: string;
  locale: Locale;
  /** Localized rows keep the ids of the rows that they translate. */
  stored?: Fields;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function relation(field: FlattenedField & { relationTo: string | string[] }, value: unknown): unknown {
  const { relationTo } = field;
  if (typeof relationTo !== 'string') throw new Error(`${field.name} leads to several collections.`);
  const ids = asList(value).map((slug) => demoId(relationTo, String(slug)));
  return 'hasMany' in field && field.hasMany ? ids : ids[0];
}

async function rows(fields: FlattenedField[], value: unknown, place: Place, name: string): Promise<Fields[]> {
  const stored = (place.stored?.[name] as Fields[] | undefined) ?? [];
  return Promise.all(
    asList(value).map(async (row, index) => ({
      ...stored[index],
      ...(await toDocument(fields, row as Fields, { ...place, stored: stored[index] })),
    })),
  );
}

async function convert(field: FlattenedField, value: unknown, place: Place): Promise<unknown> {
  if (value === null || value === undefined) return value;
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return relation(field as never, value);
    case 'richText':
      return markdownToLexical(String(value), {
        findId: (collection, slug) => demoId(collection, slug),
        locale: place.locale,
        place: field.name === 'body' ? 'body' : 'text',
      });
    case 'array':
      return rows(field.flattenedFields, value, place, field.name);
    case 'group':
      return toDocument(field.flattenedFields, value as Fields, {
        ...place,
        stored: place.stored?.[field.name] as Fields | undefined,
      });
    default:
      return value;
  }
}

/** The data of a document in one locale. Throws when the record has a field that the collection has not. */
export async function toDocument(fields: FlattenedField[], record: Fields, place: Place): Promise<Fields> {
  const entries = await Promise.all(
    Object.entries(record).map(async ([name, value]) => {
      const field = fields.find((each) => each.name === name);
      if (!field) throw new Error(`${place.origin}: there is no field “${name}”.`);
      return [name, await convert(field, value, place)] as const;
    }),
  );
  return Object.fromEntries(entries);
}
