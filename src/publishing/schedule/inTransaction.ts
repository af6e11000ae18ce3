/** Work that is done whole or not at all. */
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload';

/** Runs `work` in the transaction of `req`, or in one of its own that ends with it. Without transactions it just runs it. */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
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
