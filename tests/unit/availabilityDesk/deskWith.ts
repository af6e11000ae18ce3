/** A desk with one site and one service, and entries on it. */
import type {
  Desk,
  DeskLicense,
  DeskService,
  DeskSite,
  StoredEntry,
} from '../../../src/availability-desk/desk.js';

export const site: DeskSite = {
  ...{ id: 'site-1', slug: 'brightpath', name: 'Brightpath', timeZone: 'America/New_York', stateOrder: [] },
};

export const service: DeskService = {
  ...{ id: 'service-1', slug: 'at-home', name: 'At home', site, isPublished: true },
};

export const license = (id: string, more: Partial<DeskLicense> = {}): DeskLicense => ({
  ...{
    id,
    slug: `slug-${id}`,
    number: `N-${id}`,
    state: 'FL',
    kind: 'medical',
    sites: [],
    holder: 'A clinic',
  },
  ...{ issuedOn: null, expiresOn: null },
  ...more,
});

export const entry = (id: string, more: Partial<StoredEntry> = {}): StoredEntry => ({
  ...{ id, service: service.id, state: 'FL', status: 'waitlist', counties: { mode: 'all', list: [] } },
  ...{ effectiveFrom: null, effectiveTo: null, licenses: [], reviewedAt: null, reviewDueAt: null },
  ...{ publicNote: { en: null, es: null }, internalNote: null },
  ...more,
});

export function deskWith(entries: StoredEntry[], more: Partial<Desk> = {}): Desk {
  const licenses = more.licenses ?? [license('1')];
  return {
    ...{ isLimited: false, sites: [site], services: [service], licenses, entries, drafts: [] },
    visibleLicenses: new Set(licenses.map(({ id }) => id)),
    ...more,
  };
}
