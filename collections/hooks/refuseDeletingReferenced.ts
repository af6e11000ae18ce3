/** What something public refers to is neither deleted nor put in the trash; the refusal names what refers to it. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload';
import { referrersOf } from '../../src/publishing/ledger/references.js';
import { nameThem } from './nameReferrers.js';

/** Throws 409 when something else that is public refers to the document. */
export async function refuseWhenReferenced(
  collection: string,
  id: string,
  req: PayloadRequest,
): Promise<void> {
  // a document names each of the others once, and itself never
  const found = await referrersOf({ payload: req.payload, req }, collection, [id]);
  if (found.length === 0) return;
  const others = found.map(({ fromCollection, fromId }) => ({ collection: fromCollection, id: fromId }));
  const verb = others.length === 1 ? 'refers' : 'refer';
  const message = `${await nameThem(others, req)} ${verb} to it. Take it out there first.`;
  throw new APIError(`This cannot be deleted: ${message}`, 409, null, true);
}

export const refuseDeletingReferenced: CollectionBeforeDeleteHook = ({ collection, id, req }) =>
  refuseWhenReferenced(collection.slug, String(id), req);

/** Putting something in the trash takes it away from what refers to it, as deleting does. */
export const refuseTrashingReferenced: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (data.deletedAt && originalDoc && !originalDoc.deletedAt) {
    await refuseWhenReferenced(collection.slug, String(originalDoc.id), req);
  }
  return data;
};
