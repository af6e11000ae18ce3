/** What lies on the desk: sites, services, licenses and published entries, as the rest of this room sees them. Pure. */
import type { Locale } from '../../collections/locales.js';
import type { Entry, License } from '../availability/entry.js';
import type { EntryData } from './answers.js';

export interface DeskSite {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  /** USPS abbreviations that stand first where availability is told. */
  stateOrder: string[];
}

export interface DeskService {
  id: string;
  slug: string;
  name: string;
  site: DeskSite;
  isPublished: boolean;
}

export interface DeskLicense extends License {
  slug: string;
  number: string;
  kind: string;
  /** Ids of the sites that it is for; empty means all. */
  sites: string[];
  /** The name of the person or organization. */
  holder: string;
}

/** A published entry. */
export interface StoredEntry extends EntryData {
  id: string;
}

/** A document with a draft that is not public, or that is one. */
export interface PendingDraft {
  id: string;
  service: string;
  state: string;
}

export interface Desk {
  /** True when the caller keeps some sites only; then nothing else is known here. */
  isLimited: boolean;
  /** The sites of whoever is asking. */
  sites: DeskSite[];
  /** Of those sites. */
  services: DeskService[];
  /** Everyone's: what an entry rests on is judged by them. Whoever is asking may see those of `visibleLicenses`. */
  licenses: DeskLicense[];
  /** Ids of the licenses that the caller may see and choose. */
  visibleLicenses: ReadonlySet<string>;
  /** All published entries of those services, whenever they hold. */
  entries: StoredEntry[];
  drafts: PendingDraft[];
}

/** A service in a state. */
export interface CellKey {
  service: string;
  state: string;
}

/** One text for a service in a state. */
export const keyOf = ({ service, state }: CellKey): string => `${service} ${state}`;

/** An entry as the pure core reads it, its note in `locale`. A license that is not there is not there to rest on. */
export function coreOf<E extends EntryData>(
  entry: E,
  licenses: ReadonlyMap<string, License>,
  locale: Locale = 'en',
): Entry {
  const { counties, effectiveFrom, effectiveTo, publicNote, reviewedAt, service, state, status } = entry;
  return {
    ...{ id: entry.id ?? '', serviceId: service, state, status, counties, effectiveFrom, effectiveTo },
    licenses: entry.licenses.flatMap((id) => {
      const { expiresOn, issuedOn, state: of } = licenses.get(id) ?? {};
      return of === undefined
        ? []
        : { id, state: of, issuedOn: issuedOn ?? null, expiresOn: expiresOn ?? null };
    }),
    ...{ publicNote: publicNote[locale], reviewedAt },
  };
}

/** By id. */
export function byId<T extends { id: string }>(docs: Iterable<T>): ReadonlyMap<string, T> {
  return new Map([...docs].map((doc) => [doc.id, doc]));
}

/** As databases sort: by characters, not by any language. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Whatever has no beginning comes first. */
export const byBeginning = (one: EntryData, other: EntryData): number =>
  compare(one.effectiveFrom ?? '', other.effectiveFrom ?? '') || compare(one.id ?? '', other.id ?? '');
