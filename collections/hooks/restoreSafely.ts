/** Bringing an old draft back must not take down what is public; Payload would. */
import { APIError, type CollectionBeforeOperationHook, NotFound, type Where } from 'payload';

interface RestoreArgs {
  collection: { config: { slug: string } };
  draft?: boolean;
  id: string;
}

const message =
  'This version was a draft, and the document is public now. Bring it back as a draft (draft=true), then publish it.';

export const restoreSafely: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { collection, draft, id } = args as unknown as RestoreArgs;
  if (operation !== 'restoreVersion' || draft) return args;
  const slug = collection.config.slug as 'articles';
  const { docs } = await req.payload.db.findVersions<{ id: string; _status?: string }>({
    ...{ collection: slug, limit: 1, pagination: false, req },
    where: { id: { equals: id } },
  });
  if (!docs[0]) throw new NotFound(req.t);
  if (docs[0].version._status === 'published') return args;
  const where: Where = { and: [{ id: { equals: docs[0].parent } }, { _status: { equals: 'published' } }] };
  if (await req.payload.db.findOne({ collection: slug, req, where }))
    throw new APIError(message, 409, null, true);
  return args;
};
