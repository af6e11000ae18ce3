/** Finds in the book what a question is about; what is not public in its language is not there. Pure. */
import { AppError } from '../../errors.js';
import type { OfferShelves } from '../../pages/offers.js';
import type { BookedService, BookedSite, BookInLocale } from './bookInLocale.js';
import type { AskedServices } from './parseAvailabilityQuery.js';

export interface FoundServices {
  /** The one asked for, else that of the service. */
  site: BookedSite;
  /** The service asked for, else all public services of the site, by slug. */
  services: readonly BookedService[];
  offers: OfferShelves;
}

const absent = (path: string, message: string) => new AppError('not_found', 404, message, path);

function siteOf(book: BookInLocale, slug: string): BookedSite {
  const site = book.sites.get(slug);
  if (site) return site;
  throw absent('site', `There is no site “${slug}”.`);
}

/** Throws not_found, in words, for a site or service that is not there, and for a service of another site. */
export function findServices(
  book: BookInLocale,
  { service: asked, site: siteSlug }: AskedServices,
): FoundServices {
  const { offers } = book;
  const site = siteSlug === undefined ? undefined : siteOf(book, siteSlug);
  if (site && asked === undefined) return { site, services: site.services, offers };
  const service = book.services.get(asked ?? '');
  if (!service) throw absent('service', `There is no service “${asked}”.`);
  const own = siteOf(book, service.site);
  if (site && own !== site) {
    throw absent('service', `“${service.slug}” is no service of the site “${site.slug}”.`);
  }
  return { site: own, services: [service], offers };
}
