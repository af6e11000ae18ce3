/** If-None-Match, read by what Express reads it with: both say 304 to the same. */
import type { IncomingMessage } from 'node:http';
import fresh from 'fresh';

/** Whether the client has this representation already. `etag` is null for answers without one. */
export function hasAlready({ headers, method }: IncomingMessage, etag: string | null): boolean {
  // most clients ask without; GraphQL by POST is answered whole, as Express does
  if (headers['if-none-match'] === undefined || etag === null || method === 'POST') return false;
  return fresh(headers, { etag });
}
