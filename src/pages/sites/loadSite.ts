/** Loads what stands around every page of a site: its texts, notices and services. Composes nothing. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { Entry } from '../../availability/entry.js';
import type { Notice, Service, Site } from '../../payload-types.js';
import { bodyReferences, idsNamed } from '../bodyReferences.js';
import type { ById, Documents } from '../documents.js';
import type { LoadedPage } from '../loadPage.js';
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
  linked: LoadedPage['linked'];
}

async function loadLinked(
  documents: Documents,
  notices: readonly Notice[],
  siteId: string,
): Promise<LoadedPage['linked']> {
  const links = notices.flatMap(({ text }) => bodyReferences(text));
  const [articles, faqs, misconceptions] = await Promise.all([
    documents.byIds('articles', idsNamed(links, 'articles')),
    documents.byIds('faqs', idsNamed(links, 'faqs')),
    documents.byIds('misconceptions', idsNamed(links, 'misconceptions')),
  ]);
  return {
    articles: onSite(articles, siteId),
    faqs: onSite(faqs, siteId),
    misconceptions: onSite(misconceptions, siteId),
  };
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
    loadLinked(documents, notices, site.id),
  ]);
  return {
    ...{ locale: documents.locale, site, services, availability, offers, notices, linked },
    media: onSite(media, site.id),
  };
}
