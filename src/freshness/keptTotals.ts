/**
 * How many documents a list has in all. SQLite counts in our own thread, and would count 20,000 articles anew for each page, order
 * and selection of one list: so it counts once until something is written. MongoDB counts in its own processes.
 */
import type { DatabaseAdapter, PaginatedDocs, Where } from 'payload';
import { whileTrue } from './whileTrue.js';

interface ListArgs {
  collection: string;
  limit?: number;
  locale?: string;
  page?: number;
  pagination?: boolean;
  req?: { transactionID?: unknown };
  where?: Where;
}

type Find = (args: ListArgs) => Promise<PaginatedDocs>;

interface Lists {
  find: Find;
  count(args: ListArgs): Promise<{ totalDocs: number }>;
}

/** As the adapter would have written it. */
function withTotal(
  found: PaginatedDocs,
  { limit = 0, page = 1 }: ListArgs,
  totalDocs: number,
): PaginatedDocs {
  const totalPages = Math.ceil(totalDocs / limit);
  const [hasPrevPage, hasNextPage] = [page > 1, totalPages > page];
  return {
    ...{ ...found, hasNextPage, hasPrevPage, limit, totalDocs, totalPages },
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: (page - 1) * limit + 1,
    prevPage: hasPrevPage ? page - 1 : null,
  };
}

/** A page that is not full is the last one: it says how many there are. */
const lastTotal = ({ docs }: PaginatedDocs, { limit = 0, page = 1 }: ListArgs): number | undefined =>
  docs.length < limit ? (page - 1) * limit + docs.length : undefined;

/** Within a transaction its own writes count, of which nobody else hears yet. */
const isCounted = ({ limit = 0, pagination = true, req }: ListArgs): boolean =>
  pagination && limit > 0 && !req?.transactionID;

/** From now on lists read through this adapter are counted once while nothing changes them. */
export function keepTotals(adapter: DatabaseAdapter): void {
  if (adapter.name !== 'sqlite') return;
  const lists = adapter as unknown as Lists;
  const find = lists.find.bind(adapter);
  const total = ({ collection, locale, where }: ListArgs) =>
    whileTrue(adapter, `total ${JSON.stringify([collection, locale, where])}`, async () => {
      const { totalDocs } = await lists.count({ collection, locale, where });
      return totalDocs;
    });
  lists.find = async (args) => {
    if (!isCounted(args)) return find(args);
    const found = await find({ ...args, pagination: false });
    if (found.docs.length === 0) return found; // nothing, or beyond the last page: told as the adapter tells it
    return withTotal(found, args, lastTotal(found, args) ?? (await total(args)));
  };
}
