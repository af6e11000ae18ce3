/** Positions in the ledger and the moments that they stand for. */
import type { Payload, PayloadRequest, Where } from 'payload';
import type { Publication } from './record.js';

/** The last record that satisfies `where`; null when there is none. */
export async function lastPublication(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  where: Where = {},
  fields?: readonly (keyof Publication)[],
): Promise<Publication | null> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: 1, pagination: false, req, sort: '-position', where },
    select: fields && Object.fromEntries(fields.map((field) => [field, true as const])),
  });
  return docs[0] ?? null;
}

/** The position of the last record; 0 while there is none. */
export async function latestPosition(payload: Payload, req?: PayloadRequest): Promise<number> {
  return (await lastPublication({ payload, req }, {}, ['position']))?.position ?? 0;
}

/** The last position of a moment (ISO 8601); 0 when the ledger begins later. */
export async function positionAt(payload: Payload, at: string): Promise<number> {
  const where: Where = { createdAt: { less_than_equal: new Date(at).toISOString() } };
  return (await lastPublication({ payload }, where, ['position']))?.position ?? 0;
}
