/** Reads what was public at a position of the ledger: the same answers as the published rows gave then. */
import type { Payload } from 'payload';
import { idOf, isRecord } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import { type Dated, isEffective } from '../compliance/effectiveDates.js';
import { readSnapshots, type WhichDocuments } from '../publishing/ledger/readSnapshots.js';
import { spanKeyOf } from '../publishing/ledger/spans.js';
import { AskedDocuments } from './askedDocuments.js';
import { documentsInLocale } from './documentsInLocale.js';
import { isOnSite, type OnSites } from './onSite.js';
import {
  type Answered,
  type Asked,
  isDated,
  newestFirst,
  type Question,
  titleFields,
  type Which,
} from './questions.js';
import { byText } from './sorting.js';

type Row = Record<string, unknown> & { id: string };

/** A place in the ledger, and the moment at which effective dates are judged. */
export interface Moment {
  position: number;
  /** ISO 8601. */
  at: string;
}

function whichOf(collection: Asked, which: Which): WhichDocuments {
  if (which === 'all' || 'ids' in which) return which;
  // no key for them: every row is read, and those about them are kept
  if ('topicIds' in which) return 'all';
  if ('serviceIds' in which) return { keys: which.serviceIds };
  const row = 'slug' in which ? which : { site: which.siteId, from: which.from };
  return { keys: [spanKeyOf(collection, { id: '', ...row }) ?? ''] };
}

/** What the ledger has no key for. */
function isMeant(row: Row, which: Which): boolean {
  if (which === 'all' || !('topicIds' in which)) return true;
  const { topics } = row;
  const isAbout = Array.isArray(topics) && topics.some((topic) => which.topicIds.includes(idOf(topic) ?? ''));
  return isAbout && isOnSite(row as OnSites, which.siteId);
}

const textIn = (value: unknown, locale: Locale) => (isRecord(value) ? value[locale] : value);

// what is empty comes first
const textAt = (row: Row, name: string) => String(row[name] ?? '');

const inOrder = (rows: readonly Row[], order = 'id'): Row[] =>
  [...rows].sort(
    (one, other) => byText(textAt(one, order), textAt(other, order)) || byText(one.id, other.id),
  );

/** What was public at a position, in one locale and no other. */
export class LedgerDocuments extends AskedDocuments {
  constructor(
    private readonly payload: Payload,
    locale: Locale,
    private readonly moment: Moment,
  ) {
    super(locale);
  }

  /** Where there is one, it decides what is public; a box that was never ticked, written past the product, is empty. */
  private hasLiveBox(collection: Asked): boolean {
    const { flattenedFields } = this.payload.collections[collection].config;
    return flattenedFields.some(({ name }) => name === 'live');
  }

  /** The ledger holds what is public in any language and at any time; this asks the rest of what strangers may see. */
  private isShown(collection: Asked, row: Row, locale: Locale): boolean {
    if (row.live !== true && this.hasLiveBox(collection)) return false;
    const title = titleFields[collection];
    const text = title ? textIn(row[title], locale) : '';
    if (text === null || text === undefined) return false;
    const { effectiveTo } = row as Dated;
    return !isDated(collection) || isEffective({ effectiveTo }, this.moment.at);
  }

  protected async find<C extends Asked>(collection: C, question: Question): Promise<Answered<C>[]> {
    const { payload } = this;
    const { position } = this.moment;
    const which = whichOf(collection, question.which);
    const rows = await readSnapshots(payload, { collection, position, which });
    const shown = rows.filter(
      (row) => isMeant(row, question.which) && this.isShown(collection, row, question.locale),
    );
    const { newest, order } = question;
    const sorted = newest ? shown.sort(newestFirst).slice(0, newest) : inOrder(shown, order);
    const docs = await documentsInLocale({ payload, collection }, sorted, question);
    return docs as unknown as Answered<C>[];
  }
}
