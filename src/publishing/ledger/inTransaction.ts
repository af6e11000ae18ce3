/** Work on the ledger from outside of any request, in one transaction. */
import { createLocalReq, type Payload, type RequestContext } from 'payload';
import { retryWriteConflicts } from '../../database/retryWriteConflicts.js';
import type { TransactionRequest } from '../../database/tap.js';

export interface OpenPlace {
  payload: Payload;
  req: TransactionRequest;
}

/** Answers what `work` answers. When it throws, nothing of it stays; after a write conflict it runs again. */
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
