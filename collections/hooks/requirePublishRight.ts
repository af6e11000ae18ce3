/** Making public, changing what is public and taking it down are an act of their own, with a right of its own. */
import { APIError, type CollectionBeforeOperationHook, Forbidden } from 'payload';
import type { CollectionKey } from '../access/accessTable.js';
import { mayDo } from '../access/actors.js';

interface WriteArgs {
  data?: { _status?: string };
  draft?: boolean;
  publishAllLocales?: boolean;
  publishSpecificLocale?: string;
  unpublishAllLocales?: boolean;
  overrideAccess?: boolean;
}

/** True when the write reaches the public row, and not a draft beside it. */
function reachesThePublic(operation: string, args: WriteArgs): boolean {
  const { data, draft } = args;
  if (operation === 'restoreVersion') return true;
  // these turn a draft save into one that publishes, or that writes over the version that is public
  if (args.publishAllLocales || args.publishSpecificLocale || args.unpublishAllLocales) return true;
  if (operation === 'create') return data?._status === 'published';
  return operation === 'update' && (data?._status === 'published' || !draft);
}

/** Payload stores any word as a status, and takes the document down with it. */
function refuseUnknownStatus({ data }: WriteArgs): void {
  const status = data?._status;
  if (status === undefined || status === null || status === 'draft' || status === 'published') return;
  throw new APIError('_status is “draft” or “published”.', 400, null, true);
}

/** For collections with drafts: refuses such a write to people and clients without the right to publish. */
export function requirePublishRight(collection: CollectionKey): CollectionBeforeOperationHook {
  return ({ args, operation, req }) => {
    const writeArgs = args as WriteArgs;
    refuseUnknownStatus(writeArgs);
    if (writeArgs.overrideAccess || !reachesThePublic(operation, writeArgs)) return args;
    if (!mayDo(req, collection, 'publish')) throw new Forbidden(req.t);
    return args;
  };
}
