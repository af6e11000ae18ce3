/** Reads the published rows through Payload's Local API, without a user: what a page can show is what strangers may see. */
import type { Payload, SelectType, Where } from 'payload';
import { notEndedBy, publicConstraint } from '../../collections/access/publicConstraint.js';
import { shownOnSites } from '../../collections/access/siteScope.js';
import type { Locale } from '../../collections/locales.js';
import { AskedDocuments } from './askedDocuments.js';
import { internalFields } from './pageFields.js';
import { type Answered, type Asked, isDated, type Question, titleFields, type Which } from './questions.js';

interface Asking {
  collection: Asked;
  fields: readonly string[];
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

  // The types of the Local API know the document of each collection, but not of a collection that is a variable.
  protected async find<C extends Asked>(collection: C, question: Question): Promise<Answered<C>[]> {
    const { fields, locale, newest, order, which } = question;
    const { overrideAccess, where } = this.constraints({ collection, fields });
    const { docs } = await this.payload.find({
      ...{ collection: collection as Asked, depth: 0, draft: false, fallbackLocale: false, locale },
      ...{ overrideAccess, pagination: false },
      select: Object.fromEntries(fields.map((field) => [field, true])) as SelectType as never,
      limit: newest,
      sort: newest ? ['-publishedAt', 'id'] : [...(order ? [order] : []), 'id'],
      where: { and: [...named(which), ...where] },
    });
    return docs as unknown as Answered<C>[];
  }
}
