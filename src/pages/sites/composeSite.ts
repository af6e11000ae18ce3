/** What a frontend needs of a site outside of its pages: loaded documents and a moment in, the whole answer out. No I/O. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { earliestOf, nextChangeAt } from '../../availability/periods.js';
import type { Site } from '../../payload-types.js';
import { refreshOf, renderer } from '../composePage.js';
import { offerAt } from '../offers.js';
import { presentMedia } from '../parts/presentMedia.js';
import { presentNotice } from '../parts/presentNotice.js';
import { entriesInForce, presentAvailability } from '../parts/presentService.js';
import { presentSite } from '../parts/presentSite.js';
import { everyState } from '../propertiesOf.js';
import { renderContextOf } from '../renderContext.js';
import { revisionOf } from '../revision.js';
import type { LoadedSite } from './loadSite.js';

/** The document as lists have it, with relations as ids. */
function presentDocument(site: Site, { locale, media }: LoadedSite) {
  const { prefixes } = site;
  return {
    ...presentSite(site, media),
    domains: (site.domains ?? []).map(({ host, id }) => ({ id: id ?? null, host })),
    ...{ about: site.about ?? null, hubTitle: site.hubTitle ?? null, updatedAt: site.updatedAt },
    prefixes: {
      articles: prefixes?.articles ?? null,
      faqs: prefixes?.faqs ?? null,
      misconceptions: prefixes?.misconceptions ?? null,
    },
    policies: {
      refreshWithin: site.policies?.refreshWithin ?? null,
      reviewEveryMonths: site.policies?.reviewEveryMonths ?? null,
    },
    stateOrder: site.stateOrder ?? [],
    ...{ logo: idOf(site.logo) ?? null, locale, href: `/api/sites/${site.slug}` },
  };
}

function presentServices({ availability, locale, services }: LoadedSite, at: string) {
  return services.map((each) => {
    const { service, states } = presentAvailability(
      each,
      entriesInForce(availability, { at, serviceId: each.id }),
      locale,
    );
    return { ...service, states, href: `/api/services/${each.slug}` };
  });
}

/**
 * The site at `at` (ISO 8601): its document, and what stands around every page of it. The disclaimers are those that have to
 * stand where all of its services and their calls to action are shown to a visitor from anywhere.
 */
export function composeSite(loaded: LoadedSite, at: string) {
  const { availability, media, notices, offers, services, site } = loaded;
  const { callsToAction, disclaimers, ...offered } = offerAt(
    offers,
    { site, services, states: everyState },
    at,
  );
  const facts = { callsToAction: [], services: [...services], topics: [] };
  const context = renderContextOf({ ...loaded, facts, siteServices: services.length }, at);
  const answer = {
    ...presentDocument(site, loaded),
    logoImage: presentMedia(media.get(idOf(site.logo) ?? '')),
    notices: notices.map((notice) => presentNotice(notice, context)),
    services: presentServices(loaded, at),
    ...{ callsToAction, disclaimers },
    nextChangeAt: earliestOf([offered.nextChangeAt, nextChangeAt(availability, at)]),
    refreshWithin: refreshOf(site),
  };
  return { ...answer, revision: revisionOf(answer), renderer };
}

export type SiteAnswer = ReturnType<typeof composeSite>;
