/**
 * Availability as it is published now, kept in memory, one book for each database that this process has open. It never answers
 * what a committed write has replaced: whatever public changes appends to the ledger, so while the ledger stands where it stood
 * when the book was read, nothing of it has changed. On SQLite this process alone writes, and hears it; on MongoDB others write
 * too, and the ledger is asked at every question.
 */
import type { CollectionSlug, DatabaseAdapter, Payload } from 'payload';
import { type Locale, locales } from '../../../collections/locales.js';
import { readsAgain } from '../../freshness/hearReads.js';
import { unrecorded } from '../../freshness/reads.js';
import { LedgerDocuments, type Moment } from '../../pages/ledgerDocuments.js';
import { type DocumentsIn, readInLocalesAt } from '../../pages/readAt.js';
import { latestPosition } from '../../publishing/ledger/positions.js';
import { publicationsHeard } from '../../publishing/ledger/publicationsHeard.js';
import type { Publication } from '../../publishing/ledger/record.js';
import { type BookInLocale, readBook } from './bookInLocale.js';

export interface AvailabilityBook {
  /** The position of the ledger that it is of. */
  position: number;
  in: Readonly<Record<Locale, BookInLocale>>;
}

/** What the book is made of. */
export const bookedCollections: ReadonlySet<string> = new Set([
  ...['availability', 'licenses', 'services', 'sites'],
  ...['calls-to-action', 'disclaimers', 'rules', 'topics'],
]);

/** How many records are looked through before the book is rather read again. */
const mostRecords = 200;

async function inAllLocales(documentsIn: DocumentsIn): Promise<AvailabilityBook['in']> {
  const books = await Promise.all(locales.map(async (each) => [each, await readBook(documentsIn(each))]));
  return Object.fromEntries(books) as AvailabilityBook['in'];
}

async function readWhole(payload: Payload): Promise<AvailabilityBook> {
  const { answer, position } = await readInLocalesAt({ payload }, inAllLocales);
  return { position, in: answer };
}

/** The same book at the end of the ledger, when nothing since has touched it; else null. */
async function moveOn(payload: Payload, book: AvailabilityBook): Promise<AvailabilityBook | null> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications' as CollectionSlug, limit: mostRecords, pagination: false },
    ...{ select: { collectionSlug: true, position: true }, sort: 'position' },
    where: { position: { greater_than: book.position } },
  });
  const isTouched = docs.some(({ collectionSlug }) => bookedCollections.has(collectionSlug));
  if (isTouched || docs.length === mostRecords) return null;
  return { ...book, position: docs.at(-1)?.position ?? book.position };
}

class BookKeeper {
  private book: AvailabilityBook | undefined;
  /** The count of publications that the book surely holds. */
  private holds = -1;
  private refreshing: Promise<void> | undefined;

  constructor(private readonly payload: Payload) {}

  async current(): Promise<AvailabilityBook> {
    const { db } = this.payload;
    const heard = publicationsHeard(db);
    if (this.book && this.holds >= heard && db.name !== 'mongoose') return this.book;
    const latest = await latestPosition(this.payload);
    for (;;) {
      const { book } = this;
      if (book && book.position >= latest) {
        this.holds = Math.max(this.holds, heard);
        return book;
      }
      // one that began before this question may end before `latest`: then another one does not
      // whoever asked first asks for all: what the book is made of, each says for himself
      this.refreshing ??= unrecorded(() => this.refresh()).finally(() => {
        this.refreshing = undefined;
      });
      await this.refreshing;
    }
  }

  private async refresh(): Promise<void> {
    const moved = this.book && (await moveOn(this.payload, this.book));
    this.book = moved ?? (await readWhole(this.payload));
  }
}

/** By adapter: this module may be loaded more than once, and each copy keeps a book that is exact. */
const keepers = new WeakMap<DatabaseAdapter, BookKeeper>();

/** The book as of now. No query on SQLite while nothing is published, one small one on MongoDB. */
export async function bookNow(payload: Payload): Promise<AvailabilityBook> {
  await readsAgain(payload.db, bookedCollections);
  const known = keepers.get(payload.db);
  const keeper = known ?? new BookKeeper(payload);
  if (!known) keepers.set(payload.db, keeper);
  return keeper.current();
}

/** The book of a moment of the past, from the ledger; not kept. */
export function bookThen(payload: Payload, locale: Locale, moment: Moment): Promise<BookInLocale> {
  return readBook(new LedgerDocuments(payload, locale, moment));
}
