/** What of a collection is public right now: published or live, effective, and there in the locale asked for. */
import type { Where } from 'payload';
import type { CollectionKey } from './accessTable.js';

/** How a collection becomes public; part of every collection's definition. */
export interface PublicWhen {
  /** `draft`: by publishing · `live`: by saving, while its `live` box is ticked. */
  publishedBy: 'draft' | 'live';
  /** The localized title: a locale without it is not published (no silent fallback). */
  localizedTitle?: string;
  /** Has `effectiveFrom` and `effectiveTo`, which act when read. */
  isEffectiveDated?: boolean;
  /** What is `available` in it is so only while a license that it rests on is in force. */
  restsOnLicenses?: boolean;
}

const startedBy = (now: string): Where => ({
  or: [{ effectiveFrom: { exists: false } }, { effectiveFrom: { less_than_equal: now } }],
});
/** What has not ceased to hold by `now` (ISO 8601), whether or not it has begun. */
export const notEndedBy = (now: string): Where => ({
  or: [{ effectiveTo: { exists: false } }, { effectiveTo: { greater_than: now } }],
});

/** Which locales satisfy a read: the one asked for, and the one that the caller accepts in its place. */
export interface ReadMoment {
  /** ISO 8601. */
  now: string;
  locale?: string | null;
  orLocale?: string;
}

function inLocale(title: string, { locale, orLocale }: ReadMoment): Where {
  if (!orLocale || !locale || locale === orLocale) return { [title]: { exists: true } };
  return { or: [locale, orLocale].map((each) => ({ [`${title}.${each}`]: { exists: true } })) };
}

/** The constraints that make a read public. */
export function publicConstraint(when: PublicWhen, moment: ReadMoment): Where[] {
  return [
    ...(when.publishedBy === 'draft'
      ? // what lies in the trash keeps its status
        [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }]
      : [{ live: { equals: true } }]),
    ...(when.localizedTitle ? [inLocale(when.localizedTitle, moment)] : []),
    ...(when.isEffectiveDated ? [startedBy(moment.now), notEndedBy(moment.now)] : []),
  ];
}

/** Collections of which strangers may read something. */
export type PublicCollectionKey = Exclude<
  CollectionKey,
  | 'rules'
  | 'claims'
  | 'licenses'
  | 'redirects'
  | 'users'
  | 'api-clients'
  | 'audit-log'
  | 'publications'
  | 'withdrawals'
>;
