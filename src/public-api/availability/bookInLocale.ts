/**
 * All that checks and summaries look at, in one language: sites, their services, what is said of those, and what goes with
 * an offer. Time is left to the reader.
 */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Entry } from '../../availability/entry.js';
import type { Documents } from '../../pages/documents.js';
import { loadOfferShelves, type OfferShelves } from '../../pages/offers.js';
import type { Service, Site } from '../../payload-types.js';

export interface BookedSite {
  id: string;
  slug: string;
  name: string;
  /** USPS abbreviations that stand first in sentences, in this order. */
  stateOrder: readonly string[];
  /** By slug. */
  services: readonly BookedService[];
}

export interface BookedService {
  id: string;
  slug: string;
  name: string;
  /** The slug of its site. */
  site: string;
  /** As published, for what goes with its offer. */
  published: Service;
  /** Those in force and those to come, by state (USPS abbreviation). */
  entries: ReadonlyMap<string, readonly Entry[]>;
}

export interface BookInLocale {
  /** By slug. */
  sites: ReadonlyMap<string, BookedSite>;
  /** By slug and by id. */
  services: ReadonlyMap<string, BookedService>;
  offers: OfferShelves;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function bookedService(service: Service, site: Site, entries: readonly Entry[]): BookedService {
  const { id, name, slug } = service;
  const own = { id, name, slug, site: site.slug, published: service };
  return { ...own, entries: groupBy(entries, ({ state }) => state) };
}

function bookedSite({ id, name, slug, stateOrder }: Site, services: readonly BookedService[]): BookedSite {
  return { ...{ id, name, slug, services }, stateOrder: stateOrder ?? [] };
}

/** Reads it whole, in nine questions at most. A service of a site that is not public in this language is not there. */
export async function readBook(documents: Documents): Promise<BookInLocale> {
  const [sites, services] = await Promise.all([documents.all('sites'), documents.all('services')]);
  const [entries, offers] = await Promise.all([
    documents.availabilityOf(services.map(({ id }) => id)),
    loadOfferShelves(documents, services),
  ]);
  const entriesOf = groupBy(entries, ({ serviceId }) => serviceId);
  const servicesOf = groupBy(services, ({ site }) => idOf(site) ?? '');
  const booked = sites.map((site) => {
    const own = (servicesOf.get(site.id) ?? []).map((each) =>
      bookedService(each, site, entriesOf.get(each.id) ?? []),
    );
    return bookedSite(site, own);
  });
  const all = booked.flatMap((site) => site.services);
  return {
    sites: new Map(booked.map((site) => [site.slug, site])),
    services: new Map(
      all.flatMap((service) => [
        [service.id, service],
        [service.slug, service],
      ]),
    ),
    offers,
  };
}
