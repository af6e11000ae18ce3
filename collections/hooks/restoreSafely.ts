/** Brings a version back as it was. An old draft must not take down what is public; Payload would. */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  NotFound,
  type PayloadRequest,
  type TypeWithVersion,
  type Where,
} from 'payload';
import { completeDoc } from '../fields/completeDoc.js';

type Doc = Record<string, unknown> & { id: string; _status?: string };
type Config = { slug: string; flattenedFields: FlattenedField[] };

interface RestoreArgs {
  collection: { config: Config };
  draft?: boolean;
  id: string;
}

const message =
  'This version was a draft, and the document is public now. Bring it back as a draft (draft=true), then publish it.';

/** What was empty in a version is to be empty again; where the database leaves it out, Payload would keep what is there now. */
async function makeEmptyExplicit(
  version: TypeWithVersion<Doc>,
  { flattenedFields, slug }: Config,
  req: PayloadRequest,
): Promise<void> {
  if (req.payload.db.name !== 'mongoose') return;
  const completed = completeDoc(flattenedFields, version.version) as Doc;
  const versionData = { ...version, version: completed };
  await req.payload.db.updateVersion({ collection: slug as 'articles', id: version.id, req, versionData });
}

export const restoreSafely: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { collection, draft, id } = args as unknown as RestoreArgs;
  if (operation !== 'restoreVersion') return args;
  const slug = collection.config.slug as 'articles';
  const { docs } = await req.payload.db.findVersions<Doc>({
    ...{ collection: slug, limit: 1, locale: 'all', pagination: false, req },
    where: { id: { equals: id } },
  });
  if (!docs[0]) throw new NotFound(req.t);
  await makeEmptyExplicit(docs[0], collection.config, req);
  if (draft || docs[0].version._status === 'published') return args;
  const where: Where = { and: [{ id: { equals: docs[0].parent } }, { _status: { equals: 'published' } }] };
  if (await req.payload.db.findOne({ collection: slug, req, where }))
    throw new APIError(message, 409, null, true);
  return args;
};
