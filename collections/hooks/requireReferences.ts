/** What a document refers to must exist: said in words on every database, before anything is written. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from 'payload';

interface Reference {
  collection: string;
  id: string;
  path: string;
}

type Doc = Record<string, unknown>;

const isObject = (value: unknown): value is Doc => typeof value === 'object' && value !== null;

const idOf = (value: unknown): string | undefined => {
  const id = isObject(value) ? value.id : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
};

function referencesOf(fields: FlattenedField[], doc: Doc, prefix = ''): Reference[] {
  return fields.flatMap((field) => {
    const value = doc[field.name];
    const path = `${prefix}${field.name}`;
    if (field.type === 'relationship' || field.type === 'upload') return idsIn(field.relationTo, value, path);
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, at) => referencesOf(field.flattenedFields, row as Doc, `${path}.${at}.`));
    }
    if ((field.type === 'group' || field.type === 'tab') && isObject(value)) {
      return referencesOf(field.flattenedFields, value, `${path}.`);
    }
    return [];
  });
}

function idsIn(relationTo: string | string[], value: unknown, path: string): Reference[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => {
    const isPolymorphic = Array.isArray(relationTo) && isObject(each);
    const id = idOf(isPolymorphic ? each.value : each);
    const collection = isPolymorphic ? String(each.relationTo) : String(relationTo);
    return id === undefined ? [] : [{ collection, id, path }];
  });
}

async function missingAmong(references: Reference[], req: PayloadRequest): Promise<Reference[]> {
  const missing: Reference[] = [];
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const asked = references.filter((reference) => reference.collection === collection);
    const { docs } = await req.payload.db.find<{ id: string; deletedAt?: unknown }>({
      ...{ collection: collection as 'articles', pagination: false, req, select: { deletedAt: true } },
      where: { id: { in: [...new Set(asked.map(({ id }) => id))] } },
    });
    // what lies in the trash is as good as gone
    const found = new Set(docs.filter((doc) => !doc.deletedAt).map(({ id }) => id));
    missing.push(...asked.filter(({ id }) => !found.has(id)));
  }
  return missing;
}

/** Only what is new is looked up: a document stays editable when something that it refers to has gone since. */
export const requireReferences: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const key = ({ collection: slug, id, path }: Reference) => `${slug} ${id} ${path}`;
  const known = new Set(referencesOf(collection.flattenedFields, originalDoc ?? {}).map(key));
  const added = referencesOf(collection.flattenedFields, data).filter(
    (reference) => !known.has(key(reference)),
  );
  const missing = await missingAmong(added, req);
  if (missing.length === 0) return data;
  const errors = missing.map(({ collection: slug, id, path }) => ({
    message: `There is nothing in “${slug}” with the id ${id}.`,
    path,
  }));
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
};
