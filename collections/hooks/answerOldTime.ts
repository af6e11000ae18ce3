/**
 * A save that changes nothing does not make a public document newer: the ledger leaves its time as it was, and the answer to
 * whoever saved says so, too. For collections without drafts; where there are drafts the version has a time of its own.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload';
import { type Doc, idsOf, type Place, rowOf, type WriteArgs } from './documentStates.js';
import { withoutNulls } from './withoutNulls.js';

interface Remembering extends WriteArgs {
  rowsBefore?: Doc[];
}

/** Remembers the rows that are about to be written. */
export const rememberRows: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as Remembering;
  if (operation !== 'update') return args;
  const { flattenedFields: fields, slug } = write.collection.config;
  const place: Place = { fields, locale: String(req.locale), req, slug };
  const rowsBefore: Doc[] = [];
  for (const id of await idsOf(write, place)) {
    const row = await rowOf(id, place);
    // what is not public is in no ledger, and every save of it counts
    if (row && row.live !== false) rowsBefore.push(row);
  }
  return { ...args, rowsBefore } as typeof args;
};

function isSame({ updatedAt: _before, ...before }: Doc, { updatedAt: _after, ...after }: Doc): boolean {
  return isDeepStrictEqual(withoutNulls(before), withoutNulls(after));
}

/** Before the commit, when the rows are as they will be. */
export const answerOldTime: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  if (operation !== 'update' && operation !== 'updateByID') return result;
  const { collection, rowsBefore = [] } = args as unknown as Remembering;
  const { docs } = result as unknown as { docs?: Partial<Doc>[] };
  const answered = docs ?? [result as Partial<Doc>];
  for (const before of rowsBefore) {
    const doc = answered.find(({ id }) => id === before.id);
    if (!doc?.updatedAt) continue;
    const after = await rowOf(before.id, { req, slug: collection.config.slug });
    if (after && isSame(before, after)) doc.updatedAt = before.updatedAt;
  }
  return result;
};
