/** Reads the published rows through Payload's Local API, without a user: what a page can show is what strangers may see. */
import type { Payload, SelectType, Where } from 'payload';
import { notEndedBy, publicConstraint } from '../../collections/access/publicConstraint.js';
import { shownOnSites } from '../../collections/access/siteScope.js';
import type { Locale } from '../../collections/locales.js';
import { tiesOf } from '../database/listIndexes.js';
import { eachWhileTrue, whileTrue } from '../freshness/whileTrue.js';
import { positionBegun } from '../publishing/ledger/atOnePosition.js';
import { type PageKind, pageKinds } from './addresses.js';
import { AskedDocuments } from './askedDocuments.js';
import { internalFields, pageFields } from './pageFields.js';
import { type Answered, type Asked, isDated, type Question, titleFields, type Which } from './questions.js';
import { byText } from './sorting.js';

interface Asking {
  collection: Asked;
  fields: readonly string[];
}

interface Part {
  after: Where[];
  limit: number | undefined;
}

function named(which: Which): Where[] {
  if (which === 'all') return [];
  if ('ids' in which) return [{ id: { in: [...which.ids] } }];
  if ('serviceIds' in which) return [{ service: { in: [...which.serviceIds] } }];
  if ('topicIds' in which)
    return [{ topics: { in: [...which.topicIds] } }, ...shownOnSites('sites', [which.siteId])];
  if ('slug' in which) return [{ slug: { equals: which.slug } }];
  return [{ site: { equals: which.siteId } }, { from: { equals: which.from } }];
}

const ofContent: ReadonlySet<Asked> = new Set(pageKinds);

/**
 * Whether many pages are made of it: not of texts, which are long, and each the text of one page; not of all content, of which there
 * is much; and not of redirects, of which hardly one is asked for twice.
 */
function isShared(collection: Asked, { fields, which }: Question): boolean {
  if (collection === 'redirects') return false;
  if (!ofContent.has(collection)) return true;
  const isWithText = fields === pageFields[collection as PageKind];
  return which !== 'all' && !isWithText;
}

/**
 * What is kept is kept until something in it begins or ends, so that the moment at which it is read matters no more, if it is now or
 * was a while ago. In milliseconds.
 */
const aboutNow = 60_000;

/** As newestFirst() has it. */
const newestKey = '-publishedAt';

/** As many documents as are read in one go: all of a large collection would hold everybody else up for seconds. */
const mostAtOnce = 500;

/** What is public at `at` (ISO 8601), in one locale and no other. */
export class PublishedDocuments extends AskedDocuments {
  constructor(
    private readonly payload: Payload,
    locale: Locale,
    private readonly at: string,
  ) {
    super(locale);
  }

  /** The constraint of strangers would hide what begins later, and all that is not public itself. */
  private constraints({ collection, fields }: Asking): { overrideAccess: boolean; where: Where[] } {
    if (collection === 'redirects' || collection === 'licenses') return { overrideAccess: true, where: [] };
    const localizedTitle = titleFields[collection];
    if (fields === internalFields.sites) {
      const live = publicConstraint({ publishedBy: 'live', localizedTitle }, { now: this.at });
      return { overrideAccess: true, where: live };
    }
    if (!isDated(collection)) return { overrideAccess: false, where: [] };
    const published = publicConstraint({ publishedBy: 'draft', localizedTitle }, { now: this.at });
    return { overrideAccess: true, where: [...published, notEndedBy(this.at)] };
  }

  /**
   * What many pages are made of is read once for all that are composed while the ledger ends at one position. Where nobody looks
   * whether it still ends there, or a date far from now is asked for, it is read each time.
   */
  protected async find<C extends Asked>(collection: C, question: Question): Promise<Answered<C>[]> {
    const of = this.isOfNow() ? positionBegun() : undefined;
    if (of === undefined || !isShared(collection, question)) return this.readAll(collection, question);
    const { fields, locale, newest, order, which } = question;
    const name = `published ${collection} ${locale} ${fields.join()}`;
    if (which !== 'all' && 'ids' in which)
      return this.findSingly(collection, question, { ids: which.ids, name, of });
    const whole = `${name} ${JSON.stringify([which, order, newest])}`;
    return whileTrue(this.payload.db, whole, () => this.readAll(collection, question), of);
  }

  private isOfNow(): boolean {
    const age = Date.now() - Date.parse(this.at);
    return age >= 0 && age < aboutNow;
  }

  /** In the order of `read`. */
  private async findSingly<C extends Asked>(
    collection: C,
    question: Question,
    { of, ...named }: { ids: readonly string[]; name: string; of: number },
  ): Promise<Answered<C>[]> {
    const read = (ids: readonly string[]) => this.readAll(collection, { ...question, which: { ids } });
    const found = await eachWhileTrue(this.payload.db, { ...named, collection, read }, of);
    return found.sort((one, other) => byText(one.id, other.id));
  }

  /** Slugs are unique: each part begins after the last of the one before. */
  private async readAll<C extends Asked>(collection: C, question: Question): Promise<Answered<C>[]> {
    if (question.which !== 'all' || question.order !== 'slug') return this.read(collection, question);
    const found: Answered<C>[] = [];
    for (let after: Where[] = []; ; ) {
      const part = await this.read(collection, question, { after, limit: mostAtOnce });
      found.push(...part);
      if (part.length < mostAtOnce) return found;
      after = [{ slug: { greater_than: (part.at(-1) as { slug?: string }).slug } }];
    }
  }

  // The types of the Local API know the document of each collection, but not of a collection that is a variable.
  private async read<C extends Asked>(
    collection: C,
    { fields, locale, newest, order, which }: Question,
    { after, limit }: Part = { after: [], limit: newest },
  ): Promise<Answered<C>[]> {
    const { overrideAccess, where } = this.constraints({ collection, fields });
    const { docs } = await this.payload.find({
      ...{ collection: collection as Asked, depth: 0, draft: false, fallbackLocale: false, locale },
      ...{ overrideAccess, pagination: false },
      select: Object.fromEntries(fields.map((field) => [field, true])) as SelectType as never,
      limit,
      sort: newest ? [newestKey, ...tiesOf(newestKey)] : [...(order ? [order] : []), 'id'],
      where: { and: [...named(which), ...after, ...where] },
    });
    return docs as unknown as Answered<C>[];
  }
}
