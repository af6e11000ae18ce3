/**
 * Publishing is an act per language: what is drafted in other languages stays a draft, whichever door the write came
 * through. Payload publishes all languages at once, or (publishSpecificLocale) joins the rows of lists by their position;
 * so before it reads the draft we put one in its way that has the other languages as they are public, and afterwards we
 * put the drafted ones back. `publishAllLocales` asks for all at once.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type Where,
} from 'payload';
import { mixLocales } from '../fields/mixLocales.js';
import { withoutNulls } from './withoutNulls.js';

type Doc = Record<string, unknown> & { id: string; _status?: string };

/** A draft whose other languages wait until the write is through. */
interface HeldBack {
  id: string;
  draft: Doc;
  standInId: string;
}

interface WriteArgs {
  collection: { config: { slug: string; flattenedFields: FlattenedField[] } };
  data?: { _status?: string };
  draft?: boolean;
  duplicateFromID?: unknown;
  heldBack?: HeldBack[];
  id?: string;
  limit?: number;
  overrideAccess?: boolean;
  publishAllLocales?: boolean;
  publishSpecificLocale?: string;
  where?: Where;
}

interface Place {
  slug: string;
  fields: FlattenedField[];
  locale: string;
  req: PayloadRequest;
}

async function idsOf(
  { id, limit, overrideAccess, where }: WriteArgs,
  { req, slug }: Place,
): Promise<string[]> {
  if (id !== undefined || !where) return id === undefined ? [] : [id];
  const { docs } = await req.payload.find({
    collection: slug as 'articles',
    depth: 0,
    limit,
    overrideAccess: overrideAccess ?? false,
    pagination: false,
    req,
    select: {},
    where,
  });
  return docs.map((doc) => doc.id);
}

/** The row that readers see, or null when nothing of the document is public. */
async function publicState(id: string, { req, slug }: Place): Promise<Doc | null> {
  const row = await req.payload.db.findOne<Doc>({
    collection: slug as 'articles',
    locale: 'all',
    req,
    where: { id: { equals: id } },
  });
  return row?._status === 'published' ? row : null;
}

async function latestState(
  id: string,
  { req, slug }: Place,
): Promise<{ doc: Doc; updatedAt: string } | null> {
  const { docs } = await req.payload.db.findVersions<Doc>({
    collection: slug as 'articles',
    limit: 1,
    locale: 'all',
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  });
  return docs[0] ? { doc: docs[0].version, updatedAt: String(docs[0].updatedAt) } : null;
}

/** Makes `doc` the draft that is read next. The database tells the latest by its time, so each is later than the last. */
async function putDraft(id: string, doc: Doc, after: string, { req, slug }: Place): Promise<string> {
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

function refuseToGuess(): never {
  const message =
    'There is a draft newer than what is public. Say what is meant: publish it with _status “published”, or save a draft with draft=true.';
  throw new APIError(message, 409, null, true);
}

async function holdBack(id: string, isExplicit: boolean, place: Place): Promise<HeldBack | null> {
  const latest = await latestState(id, place);
  if (!latest) return null;
  const shown = await publicState(id, place);
  if (!isExplicit && !shown) return null; // saves a draft in place; nothing becomes public
  if (!isExplicit && latest.doc._status === 'draft') refuseToGuess();
  const standIn = mixLocales(place.fields, { base: latest.doc, others: shown, locale: place.locale });
  if (isDeepStrictEqual(withoutNulls(standIn), withoutNulls(latest.doc))) return null;
  const standInId = await putDraft(id, standIn as Doc, latest.updatedAt, place);
  return { id, draft: latest.doc, standInId };
}

const refuseUnknown = (locale: string, { payload }: PayloadRequest) => {
  const { localization } = payload.config;
  if (localization && localization.localeCodes.includes(locale)) return;
  throw new APIError(`publishSpecificLocale “${locale}” is no language of this house.`, 400, null, true);
};

/** Before Payload reads the draft that it is about to publish. */
export const holdOtherLocales: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  if (operation === 'create' && write.duplicateFromID && write.data?._status === 'published') {
    write.data._status = 'draft'; // a copy has every language of the draft it is made from
  }
  const status = write.data?._status;
  if (operation !== 'update' || write.draft || status === 'draft') return args;
  const { publishSpecificLocale, ...rest } = write;
  if (publishSpecificLocale) {
    refuseUnknown(publishSpecificLocale, req);
    req.locale = publishSpecificLocale as typeof req.locale;
  }
  const all = write.publishAllLocales || req.locale === 'all' || !req.locale;
  if (all) return args;
  const { flattenedFields: fields, slug } = write.collection.config;
  const place: Place = { fields, locale: String(req.locale), req, slug };
  const heldBack: HeldBack[] = [];
  for (const id of await idsOf(write, place)) {
    const held = await holdBack(id, status === 'published', place);
    if (held) heldBack.push(held);
  }
  return { ...rest, heldBack } as unknown as typeof args;
};

async function giveBack({ draft, id, standInId }: HeldBack, place: Place): Promise<void> {
  const { payload } = place.req;
  const latest = await latestState(id, place);
  const base = latest?.doc._status === 'published' ? latest.doc : draft; // in a bulk, this one may have failed
  const next =
    base === draft ? draft : mixLocales(place.fields, { base, others: draft, locale: place.locale });
  await putDraft(
    id,
    { ...next, _status: 'draft' } as Doc,
    latest?.updatedAt ?? new Date().toISOString(),
    place,
  );
  await payload.db.deleteVersions({
    collection: place.slug as 'articles',
    req: place.req,
    where: { id: { equals: standInId } },
  });
}

/** After the write, before its transaction is committed. */
export const giveBackOtherLocales: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (operation !== 'update' && operation !== 'updateByID') return result;
  const { collection, heldBack = [] } = args as unknown as WriteArgs;
  const { flattenedFields: fields, slug } = collection.config;
  for (const held of heldBack) await giveBack(held, { fields, locale: String(req.locale), req, slug });
  return result;
};
