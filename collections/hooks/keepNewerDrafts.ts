/**
 * A document may have a draft newer than its row. Payload forgets it when the document is put in the trash or taken out, and
 * in every write of many documents that says nothing of drafts: it reads the rows then. Here the newer drafts stay.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import {
  type Doc,
  type HeldBack,
  idsOf,
  latestState,
  type Place,
  putDraft,
  rowOf,
  type WriteArgs,
} from './documentStates.js';
import { withoutNulls } from './withoutNulls.js';

const isTrashing = ({ data }: WriteArgs) => data?.deletedAt !== undefined;

/** Writes that leave drafts as they are. */
const leavesDrafts = ({ data, where, ...write }: WriteArgs) =>
  data?._status !== 'published' && (isTrashing({ data, ...write }) || (where && data?._status === 'draft'));

function placeOf({ collection }: WriteArgs, req: PayloadRequest): Place {
  const { flattenedFields: fields, slug } = collection.config;
  return { fields, locale: String(req.locale), req, slug };
}

interface Behind {
  id: string;
  row: Doc;
  draft: Doc;
  draftedAt: string;
}

/** The row and the draft of a document whose draft is the newer one. */
async function rowBehind(id: string, place: Place): Promise<Behind | null> {
  const row = await rowOf(id, place);
  const latest = await latestState(id, place);
  if (!row || latest?.doc._status !== 'draft') return null;
  const { updatedAt: _written, ...shown } = row;
  const { updatedAt: _drafted, ...drafted } = latest.doc;
  const isSame = isDeepStrictEqual(withoutNulls(shown), withoutNulls({ ...drafted, id }));
  return isSame ? null : { id, row, draft: latest.doc, draftedAt: latest.updatedAt };
}

/** Nobody reads a row that is not public: it takes on its newer draft, and the write goes on top of that. */
async function catchUp({ draft, id, row }: Behind, { req, slug }: Place): Promise<void> {
  const data = { ...draft, id, deletedAt: row.deletedAt ?? null };
  await req.payload.db.updateOne({ collection: slug as 'articles', data, id, req, returning: false });
}

/** For beforeOperation: trash and taking down many leave the newer drafts; giveBackOtherLocales puts them back. */
export const keepNewerDrafts: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  if (operation !== 'update' || write.heldBack || write.draft || !leavesDrafts(write)) return args;
  const place = placeOf(write, req);
  const heldBack: HeldBack[] = [];
  for (const id of await idsOf(write, place)) {
    const behind = await rowBehind(id, place);
    if (behind?.row._status !== 'published') continue;
    const standInId = await putDraft(id, behind.row, behind.draftedAt, place);
    heldBack.push({ id, draft: behind.draft, standInId, isWhole: true });
  }
  return { ...args, heldBack } as typeof args;
};

/** For beforeOperation, last: a write of many starts from what was drafted last, as a write of one does. */
export const startFromDrafts: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  const isPublishing = write.data?._status === 'published';
  if (operation !== 'update' || !write.where || (write.draft && !isPublishing)) return args;
  const place = placeOf(write, req);
  const ids = await idsOf(write, place);
  if (ids.length === 0) return args;
  if (isPublishing) return { ...args, draft: true, where: { id: { in: ids } } } as typeof args;
  for (const id of ids) {
    const behind = await rowBehind(id, place);
    if (behind && behind.row._status !== 'published') await catchUp(behind, place);
  }
  return args;
};
