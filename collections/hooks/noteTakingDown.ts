/** Tells the audit what a write takes down: afterwards a draft beside it and a document that was public look alike. */
import type { CollectionBeforeOperationHook } from 'payload';
import { idsOf, type Place, publicState, type WriteArgs } from './documentStates.js';

export const noteTakingDown: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as WriteArgs;
  if (operation !== 'update') return args;
  req.context.takenDown = [];
  if (write.draft || !(write.data?._status === 'draft' || write.data?.deletedAt)) return args;
  const { flattenedFields: fields, slug } = write.collection.config;
  const place: Place = { fields, locale: String(req.locale), req, slug };
  const ids = await idsOf(write, place);
  const shown = await Promise.all(ids.map((id) => publicState(id, place)));
  req.context.takenDown = ids.filter((_id, at) => shown[at] !== null);
  return args;
};
