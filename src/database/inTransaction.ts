/** Work that is done whole or not at all. */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type RequestContext,
} from 'payload';
import { retryWriteConflicts } from './retryWriteConflicts.js';
import type { TransactionRequest } from './tap.js';

export interface OpenPlace {
  payload: Payload;
  req: TransactionRequest;
}

/** From outside of any request. Answers what `work` answers. When it throws, nothing of it stays; after a write conflict it runs again. */
export function inTransaction<T>(
  payload: Payload,
  work: (place: OpenPlace) => Promise<T>,
  context: RequestContext = {},
): Promise<T> {
  return retryWriteConflicts(async () => {
    const req = await createLocalReq({ context: { ...context } }, payload);
    const id = await payload.db.beginTransaction();
    // a database without transactions has none
    const isOpen = id !== null && id !== undefined;
    if (isOpen) req.transactionID = id;
    try {
      const result = await work({ payload, req });
      if (isOpen) await payload.db.commitTransaction(id);
      return result;
    } catch (error) {
      if (isOpen) await payload.db.rollbackTransaction(id);
      throw error;
    }
  });
}

/** Runs `work` in the transaction of `req`, or in one of its own that ends with it. Without transactions it just runs it. */
export async function withinTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const isOurs = await initTransaction(req);
  if (!isOurs) return work();
  try {
    const result = await work();
    await commitTransaction(req as Parameters<typeof commitTransaction>[0]);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}
