/** What of a document is public, what is drafted, and how a draft is put before Payload's eyes. For the hooks beside this. */
import type { FlattenedField, PayloadRequest, Where } from 'payload';

export type Doc = Record<string, unknown> & { id: string; _status?: string; deletedAt?: unknown };

/** A draft whose other languages wait until the write is through. */
export interface HeldBack {
  id: string;
  draft: Doc;
  standInId: string;
  /** The draft comes back as it was, not with what has just been published. */
  isWhole?: boolean;
}

export interface WriteArgs {
  collection: { config: { slug: string; flattenedFields: FlattenedField[]; admin: { useAsTitle: string } } };
  data?: Record<string, unknown> & { _status?: string };
  draft?: boolean;
  duplicateFromID?: unknown;
  heldBack?: HeldBack[];
  id?: string;
  limit?: number;
  overrideAccess?: boolean;
  publishAllLocales?: boolean;
  publishSpecificLocale?: string;
  trash?: boolean;
  where?: Where;
}

export interface Place {
  slug: string;
  fields: FlattenedField[];
  locale: string;
  req: PayloadRequest;
}

/** Enough of a place to read there. */
type Whereabouts = Pick<Place, 'req' | 'slug'> & Partial<Place>;

/** The documents that a write is about. */
export async function idsOf(
  { draft, id, limit, overrideAccess, trash, where }: WriteArgs,
  { req, slug }: Place,
): Promise<string[]> {
  if (id !== undefined || !where) return id === undefined ? [] : [id];
  const { docs } = await req.payload.find({
    collection: slug as 'articles',
    depth: 0,
    draft,
    limit,
    overrideAccess: overrideAccess ?? false,
    pagination: false,
    req,
    select: {},
    trash,
    where,
  });
  return docs.map((doc) => doc.id);
}

/** The row of a document in all its languages, trashed or not; null when there is none. */
export function rowOf(id: string, { req, slug }: Whereabouts): Promise<Doc | null> {
  return req.payload.db.findOne<Doc>({
    collection: slug as 'articles',
    locale: 'all',
    req,
    where: { id: { equals: id } },
  });
}

/** The row as it was published; in the trash nobody reads it, but it comes out of it as it is. */
export async function publishedRow(id: string, place: Whereabouts): Promise<Doc | null> {
  const row = await rowOf(id, place);
  return row?._status === 'published' ? row : null;
}

/** The row that readers see, or null when nothing of the document is public. */
export async function publicState(id: string, place: Whereabouts): Promise<Doc | null> {
  const row = await publishedRow(id, place);
  return row?.deletedAt ? null : row;
}

/** The last version of a document, be it public or a draft; null when it has none. */
export async function latestState(
  id: string,
  { req, slug }: Whereabouts,
): Promise<{ doc: Doc; id: string; updatedAt: string } | null> {
  const { docs } = await req.payload.db.findVersions<Doc>({
    collection: slug as 'articles',
    limit: 1,
    locale: 'all',
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  });
  const [latest] = docs;
  return latest ? { doc: latest.version, id: String(latest.id), updatedAt: String(latest.updatedAt) } : null;
}

/** Makes `doc` the draft that is read next. The database tells the latest by its time, so each is later than the last. */
export async function putDraft(id: string, doc: Doc, after: string, { req, slug }: Place): Promise<string> {
  const time = new Date(new Date(after).getTime() + 1).toISOString();
  const made = await req.payload.db.createVersion<Doc>({
    autosave: false,
    collectionSlug: slug as 'articles',
    createdAt: time,
    parent: id,
    req,
    snapshot: true,
    updatedAt: time,
    versionData: doc,
  });
  return String(made.id);
}
