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
  type PayloadRequest,
} from 'payload';
import { mixLocales } from '../fields/mixLocales.js';
import {
  type Doc,
  type HeldBack,
  idsOf,
  latestState,
  type Place,
  publishedRow,
  putDraft,
  type WriteArgs,
} from './documentStates.js';
import { withoutNulls } from './withoutNulls.js';

function refuseToGuess(): never {
  const message =
    'There is a draft newer than what is public. Say what is meant: publish it with _status “published”, or save a draft with draft=true.';
  throw new APIError(message, 409, null, true);
}

async function holdBack(id: string, { data }: WriteArgs, place: Place): Promise<HeldBack | null> {
  const isExplicit = data?._status === 'published';
  const latest = await latestState(id, place);
  if (!latest) return null;
  const shown = await publishedRow(id, place);
  if (shown?.deletedAt && data?.deletedAt === undefined) return null; // it lies in the trash, and stays as it is
  if (!isExplicit && !shown) return null; // saves a draft in place; nothing becomes public
  if (!isExplicit && latest.doc._status === 'draft') refuseToGuess();
  const standIn = mixLocales(place.fields, { base: latest.doc, others: shown, locale: place.locale });
  if (isDeepStrictEqual(withoutNulls(standIn), withoutNulls(latest.doc))) return null;
  const standInId = await putDraft(id, standIn as Doc, latest.updatedAt, place);
  return { id, draft: latest.doc, standInId };
}

const refuseUnknown = (locale: string, { payload }: PayloadRequest) => {
  const { localization } = payload.config;
  if (localization !== false && localization.localeCodes.includes(locale)) return;
  throw new APIError(`publishSpecificLocale “${locale}” is no language of this house.`, 400, null, true);
};

/** Before Payload reads the draft that it is about to publish. */
export const holdOtherLocales: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  if (operation === 'create' && write.duplicateFromID && write.data?._status === 'published') {
    write.data._status = 'draft'; // a copy has every language of the draft it is made from
  }
  const status = write.data?._status;
  // “draft” says where to read from; with “published” it publishes all the same
  const isDraft = status === 'draft' || (write.draft && status !== 'published');
  if (operation !== 'update' || write.heldBack || isDraft) return args;
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
    const held = await holdBack(id, write, place);
    if (held) heldBack.push(held);
  }
  return { ...rest, heldBack } as unknown as typeof args;
};

async function giveBack({ draft, id, isWhole, standInId }: HeldBack, place: Place): Promise<void> {
  const { payload } = place.req;
  const latest = await latestState(id, place);
  const hasFailed = latest?.doc._status !== 'published'; // possible in a bulk
  const base = isWhole || hasFailed ? draft : latest.doc;
  const next =
    base === draft ? draft : mixLocales(place.fields, { base, others: draft, locale: place.locale });
  const isWritten = isWhole && latest && latest.id !== standInId;
  // a draft stands and lies in the trash with its document, and is as new as what was written last
  const kept = {
    ...(latest && 'deletedAt' in latest.doc ? { deletedAt: latest.doc.deletedAt } : {}),
    ...(isWritten ? { updatedAt: latest.doc.updatedAt } : {}),
  };
  await putDraft(
    id,
    { ...next, ...kept, _status: 'draft' } as Doc,
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
