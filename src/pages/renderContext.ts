/** What the formats may show and where their links lead, for one loaded page at one moment. Pure. */

import { isEffective } from '../compliance/effectiveDates.js';
import { isPageKind, pathOf } from './addresses.js';
import { availabilityWords } from './availabilityWords.js';
import { type BodyReference, withoutHidden } from './bodyReferences.js';
import type { CountedOf, RenderContext } from './formats/context.js';
import type { LoadedPage } from './loadPage.js';
import { presentMedia } from './parts/presentMedia.js';
import { entriesInForce } from './parts/presentService.js';
import { countyCountWords, serviceCountWords, stateCountWords } from './values/countWords.js';
import { priceWords } from './values/priceWords.js';
import { sayValues } from './values/sayValues.js';

type Shown = Record<string, unknown> & { id: string };

/** What words may show and lead to, on a page or around all of them. */
export type Surroundings = Pick<
  LoadedPage,
  'availability' | 'facts' | 'linked' | 'locale' | 'media' | 'notices' | 'site' | 'siteServices' | 'state'
> &
  Partial<Pick<LoadedPage, 'placedDisclaimers' | 'sources' | 'view'>>;

function placeable(loaded: Surroundings, collection: string, at: string): Shown[] {
  const { facts, media, notices, placedDisclaimers = [], sources, view } = loaded;
  const shelves: Record<string, readonly object[]> = {
    'calls-to-action': facts.callsToAction,
    disclaimers: placedDisclaimers.filter((each) => isEffective(each, at)),
    faqs: view?.faqs ?? [],
    'glossary-terms': view?.terms ?? [],
    media: [...media.values()].map(presentMedia).filter((each) => each !== null),
    notices,
    services: facts.services,
    sources: [...(sources?.values() ?? [])],
  };
  return (Object.hasOwn(shelves, collection) ? shelves[collection] : []) as Shown[];
}

function countOf(loaded: Surroundings, at: string, { of, serviceId, state, wording }: CountedOf) {
  const { availability, facts, locale, siteServices } = loaded;
  if (!facts.services.some(({ id }) => id === serviceId)) return undefined;
  const how = { locale, wording };
  if (of === 'services') return siteServices === undefined ? undefined : serviceCountWords(siteServices, how);
  const entries = entriesInForce(availability, { at, serviceId });
  return of === 'counties' ? countyCountWords(entries, how, state) : stateCountWords(entries, how);
}

/** Reads loaded documents only; links lead to paths of the page's own site. */
export function renderContextOf(loaded: Surroundings, at: string): RenderContext {
  const { availability, facts, linked, locale, site, state } = loaded;
  return {
    locale,
    document: (collection, id) => placeable(loaded, collection, at).find((each) => each.id === id),
    href: (collection, id) => {
      const slug = isPageKind(collection) ? linked[collection].get(id)?.slug : undefined;
      return slug && isPageKind(collection) ? pathOf(collection, slug, site) : undefined;
    },
    availability: (serviceId, format) => {
      const entries = entriesInForce(availability, { at, serviceId, state });
      return availabilityWords(entries, { format, locale, order: site.stateOrder });
    },
    price: (serviceId, wording) =>
      priceWords(facts.services.find(({ id }) => id === serviceId)?.price, { locale, wording }),
    count: (counted) => countOf(loaded, at, counted),
  };
}

/** The body as it may be shown: its values said, and without blocks and links whose documents are not public here. */
export function shownBody(loaded: LoadedPage, context: RenderContext): unknown {
  return shownText(loaded.view.body, context);
}

/** The same for any other rich text of the page. */
export function shownText(richText: unknown, context: RenderContext): unknown {
  const isShown = ({ collection, how, id }: BodyReference) =>
    (how === 'linked' ? context.href(collection, id) : context.document(collection, id)) !== undefined;
  return sayValues(withoutHidden(richText, isShown), context);
}
