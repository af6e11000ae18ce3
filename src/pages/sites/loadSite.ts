/** Loads what stands around every page of a site: its texts, notices and services. Composes nothing. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { Entry } from '../../availability/entry.js';
import type { Notice, Service, Site } from '../../payload-types.js';
import { bodyReferences } from '../bodyReferences.js';
import type { ById, Documents } from '../documents.js';
import { type Linked, loadLinked } from '../linked.js';
import { loadOfferShelves, type OfferShelves } from '../offers.js';
import { isOnSite, onSite } from '../onSite.js';

/** Dates have not been looked at yet: `composeSite` does that. */
export interface LoadedSite {
  locale: Locale;
  site: Site;
  /** By slug. */
  services: readonly Service[];
  /** Of the services: those in force, and those to come. */
  availability: Entry[];
  offers: OfferShelves;
  notices: Notice[];
  media: ById<'media'>;
  /** Content of the site that its notices link to. */
  linked: Linked;
}

/** Thirteen queries at most, whatever the site has. */
export async function loadSite(documents: Documents, site: Site): Promise<LoadedSite> {
  const [all, everywhere] = await Promise.all([documents.all('services'), documents.notices()]);
  const services = all.filter((service) => idOf(service.site) === site.id);
  const notices = everywhere.filter((notice) => isOnSite(notice, site.id));
  const logo = idOf(site.logo);
  const [availability, offers, media, linked] = await Promise.all([
    documents.availabilityOf(services.map(({ id }) => id)),
    loadOfferShelves(documents, services),
    documents.byIds('media', logo === undefined ? [] : [logo]),
    loadLinked(
      documents,
      notices.flatMap(({ text }) => bodyReferences(text)),
      site.id,
    ),
  ]);
  return {
    ...{ locale: documents.locale, site, services, availability, offers, notices, linked },
    media: onSite(media, site.id),
  };
}
