/**
 * Indexes that hold a list in its order: what is public first, then what it is sorted by, then what decides between equals. A list
 * of ten then costs the same among 20,000 documents as among 200. Part of the schema on SQLite: migrations carry it. MongoDB makes
 * them on connect.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite';

export interface ListIndex {
  readonly collection: string;
  /** Fields that are the same for all that is public. */
  readonly same: readonly string[];
  /** The field by which the list is sorted, forwards or backwards. */
  readonly sort: string;
  /** A text per language. */
  readonly isLocalized?: boolean;
}

/**
 * What decides between equals of a list whose last sort key is `last`. Ties always fall the same way, so that pages of a list never
 * overlap; and as the list runs, so that one index holds it in both directions. Payload would add the moment of making by itself, but
 * backwards in every list.
 */
export const tiesOf = (last: string): string[] =>
  last.startsWith('-') ? ['-id', '-createdAt'] : ['id', 'createdAt'];

interface RawIndex {
  name: string;
  on: string | string[];
}

interface RawTable {
  readonly columns: Record<string, { name: string } | undefined>;
  readonly indexes?: Record<string, RawIndex>;
}

type RawTables = Record<string, RawTable | undefined>;

const tableOf = ({ collection }: ListIndex) => collection.replaceAll('-', '_');

function addTo(tables: RawTables, wanted: ListIndex): void {
  const table = tables[tableOf(wanted)];
  const column = table?.columns[wanted.sort];
  if (!table?.indexes || !column) throw new Error(`${wanted.collection} has no field ${wanted.sort}.`);
  const name = `${tableOf(wanted)}_public_${column.name}_idx`;
  table.indexes[`public_${wanted.sort}`] = { name, on: [...wanted.same, wanted.sort, 'id'] };
}

/** Payload's index of a translated text begins with the text: put the other way round it holds one language in its order. */
function turnLocalized(tables: RawTables, { sort, ...wanted }: ListIndex): void {
  const indexes = Object.values(tables[`${tableOf({ sort, ...wanted })}_locales`]?.indexes ?? {});
  const index = indexes.find(({ on }) => Array.isArray(on) && on[0] === sort);
  if (!index) throw new Error(`${wanted.collection} has no index of ${sort}.`);
  index.on = ['_locale', sort, '_parentID'];
}

/** Payload's hook between the schema as it would be and as it is made. */
export function indexLists(wanted: readonly ListIndex[]): SQLiteSchemaHook {
  return (args) => {
    // The types leave the adapter out; Payload passes it.
    const { adapter } = args as unknown as { adapter: { rawTables: RawTables } };
    for (const each of wanted) (each.isLocalized ? turnLocalized : addTo)(adapter.rawTables, each);
    return args.schema;
  };
}

/** An absent date is asked for in three ways at once, which no index of MongoDB can follow: it is looked at in what is found. */
const followed = (field: string) => field !== 'deletedAt';

function keysOf({ isLocalized, same, sort }: ListIndex, locale: string): Record<string, 1> {
  const fields = [...same.filter(followed), isLocalized ? `${sort}.${locale}` : sort, '_id', 'createdAt'];
  return Object.fromEntries(fields.map((field) => [field, 1 as const]));
}

/** Once the models are there, and before they are connected. */
export function indexListsOnMongodb(
  { collections, payload }: MongooseAdapter,
  wanted: readonly ListIndex[],
): void {
  const { localization } = payload.config;
  const locales = localization ? localization.localeCodes : [];
  for (const each of wanted) {
    const schema = collections[each.collection]?.schema;
    for (const locale of each.isLocalized ? locales : ['']) schema?.index(keysOf(each, locale));
  }
}
