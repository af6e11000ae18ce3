/**
 * What the database should hold in order for the lists that strangers may ask for. Made from the allow-list. What still grows with
 * the number of documents: a page far from the first (all before it are passed over), a filter that hardly anything satisfies (the
 * list is walked in its order), titles with a fallback language (they are in two orders at once), and on MongoDB several sort keys.
 */
import type { ListIndex } from '../database/listIndexes.js';
import { allowList, type PublicCollection } from './allowList.js';

function ofCollection([collection, { publicWhen, sorts }]: [string, PublicCollection]): ListIndex[] {
  const same = publicWhen.publishedBy === 'draft' ? ['_status', 'deletedAt'] : ['live'];
  return sorts.map((sort) => ({
    ...{ collection, same, sort },
    isLocalized: sort === publicWhen.localizedTitle,
  }));
}

/** One for each sort of each public collection. */
export const listIndexes = (): ListIndex[] => Object.entries(allowList).flatMap(ofCollection);
