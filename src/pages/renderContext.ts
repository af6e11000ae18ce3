/** What the formats may show and where their links lead, for one loaded page at one moment. Pure. */

import { isPageKind, pathOf } from './addresses.js';
import { availabilityWords } from './availabilityWords.js';
import { type BodyReference, withoutHidden } from './bodyReferences.js';
import type { RenderContext } from './formats/context.js';
import type { LoadedPage } from './loadPage.js';
import { entriesInForce } from './parts/presentService.js';

type Shown = Record<string, unknown> & { id: string };

function placeable(loaded: LoadedPage, collection: string): Shown[] {
  const { facts, media, notices } = loaded;
  const shelves: Record<string, readonly object[]> = {
    'calls-to-action': facts.callsToAction,
    media: [...media.values()],
    notices,
    services: facts.services,
  };
  return (Object.hasOwn(shelves, collection) ? shelves[collection] : []) as Shown[];
}

/** Reads loaded documents only; links lead to paths of the page's own site. */
export function renderContextOf(loaded: LoadedPage, at: string): RenderContext {
  const { availability, linked, locale, site, state } = loaded;
  return {
    locale,
    document: (collection, id) => placeable(loaded, collection).find((each) => each.id === id),
    href: (collection, id) => {
      const slug = isPageKind(collection) ? linked[collection].get(id)?.slug : undefined;
      return slug && isPageKind(collection) ? pathOf(collection, slug, site) : undefined;
    },
    availability: (serviceId, format) => {
      const entries = entriesInForce(availability, { at, serviceId, state });
      return availabilityWords(entries, { format, locale, order: site.stateOrder });
    },
  };
}

/** The body as it may be shown: without blocks and links whose documents are not public here. */
export function shownBody(loaded: LoadedPage, context: RenderContext): unknown {
  const isShown = ({ collection, how, id }: BodyReference) =>
    (how === 'linked' ? context.href(collection, id) : context.document(collection, id)) !== undefined;
  return withoutHidden(loaded.view.body, isShown);
}
