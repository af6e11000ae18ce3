/** How what can change is named: by whoever reads it, and by whoever writes it. */
import type { FlattenedField, Payload } from 'payload';
import type { Tag } from './reads.js';

/** Moves with every write to the collection. */
export const collectionTag = (collection: string): Tag => told(collection);

/** Moves with every write to this document. */
export const documentTag = (collection: string, id: string): Tag => `${told(collection)}/${id}`;

/**
 * Moves when a document of the collection may have lost a relation because the document at its other end was deleted: on
 * SQLite the database takes the relation away, and nobody writes the document that had it.
 */
export const lossTag = (collection: string): Tag => `${told(collection)}~`;

/** Made of the ledger alone, and changed together with it: nobody hears of their own writes. */
const derived = new Set(['publication-references', 'publication-spans']);

const told = (collection: string) => (derived.has(collection) ? 'publications' : collection);

/** What no answer to strangers is made of, and what is written all the time. */
const unheard = new Set([
  ...['audit-log', 'users', 'api-clients'],
  ...['payload-jobs', 'payload-kv', 'payload-locked-documents', 'payload-migrations', 'payload-preferences'],
]);

/** Whether the writes of a collection move its tags. */
export const isHeard = (collection: string): boolean => !unheard.has(collection) && !derived.has(collection);

/** Whether something moves when a document of the collection changes: what was read of another may not be kept. */
export const isTold = (collection: string): boolean => !unheard.has(collection);

/** More documents of one collection than this are taken for all of it: each is compared at every hit. */
const mostDocuments = 100;

/** What moves whenever one of these moves, said in few tags: a collection stands for each of its documents. */
export function fewestTags(tags: Iterable<Tag>): Tag[] {
  const byCollection = new Map<string, Tag[]>();
  for (const tag of tags) {
    const [collection = tag] = tag.split(/[/~]/, 1);
    const known = byCollection.get(collection);
    if (known) known.push(tag);
    else byCollection.set(collection, [tag]);
  }
  return [...byCollection].flatMap(([collection, own]) =>
    own.length > mostDocuments || own.includes(collection) ? [collection] : own,
  );
}

function relationsIn(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    if ('relationTo' in field) return [field.relationTo].flat();
    if ('blocks' in field) {
      const blocks = field.blocks as readonly { flattenedFields: FlattenedField[] }[];
      return blocks.flatMap(({ flattenedFields }) => relationsIn(flattenedFields));
    }
    return 'flattenedFields' in field ? relationsIn(field.flattenedFields) : [];
  });
}

function findReferrers({ config }: Payload): Map<string, string[]> {
  const referrers = new Map<string, string[]>();
  for (const { flattenedFields, slug } of config.collections)
    for (const to of new Set(relationsIn(flattenedFields)))
      referrers.set(to, [...(referrers.get(to) ?? []), slug]);
  return referrers;
}

const known = new WeakMap<Payload['config'], Map<string, string[]>>();

/** The collections whose documents can have a relation to one of `collection`. */
export function referrersOf(payload: Payload, collection: string): readonly string[] {
  const referrers = known.get(payload.config) ?? findReferrers(payload);
  known.set(payload.config, referrers);
  return referrers.get(collection) ?? [];
}
