/** No request from outside reads a whole table: `limit=0`, `-1`, a million, `pagination=false` are brought down. */
import type { CollectionBeforeOperationHook } from 'payload';

/** The most rows that one answer to a signed-in person or client has. */
export const mostRows = 500;
const usualRows = 10;

interface ReadArgs {
  limit?: number;
  page?: number;
  pagination?: boolean;
}

function clampLimit(limit: number | undefined, isPaginated: boolean): number {
  if (limit === undefined || Number.isNaN(limit)) return isPaginated ? usualRows : mostRows;
  return limit <= 0 || limit > mostRows ? mostRows : limit;
}

export const clampReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isFromOutside = req.payloadAPI === 'REST' || req.payloadAPI === 'GraphQL';
  if (!isFromOutside || !['read', 'findVersions', 'readDistinct'].includes(operation)) return args;
  const readArgs = args as ReadArgs;
  // findByID also comes as `read`; it has an id and no limit
  if ('id' in args) return args;
  readArgs.limit = clampLimit(readArgs.limit, readArgs.pagination !== false);
  if (readArgs.page !== undefined && !(readArgs.page >= 1 && readArgs.page <= 1_000_000)) readArgs.page = 1;
  return args;
};
