/** A page is a pure function of documents and time: loaded documents and a moment in, the whole answer out. No I/O. */
import type { Entry } from '../availability/entry.js';
import { earliestOf, nextChangeAt as nextAvailability } from '../availability/periods.js';
import { nextChangeAt } from '../compliance/effectiveDates.js';
import type { Site } from '../payload-types.js';
import { idsNamed } from './bodyReferences.js';
import type { Composing } from './composing.js';
import { attachedAt } from './demands.js';
import type { RenderContext } from './formats/context.js';
import { jsonLdOf } from './jsonLd/jsonLdOf.js';
import type { LoadedPage } from './loadPage.js';
import { modulesWithText, type PresentedModule } from './modules/presentModules.js';
import { presentAttribution } from './parts/presentAttribution.js';
import { presentBreadcrumb, presentHub } from './parts/presentBreadcrumb.js';
import { presentCallToAction } from './parts/presentCallToAction.js';
import { presentDisclaimer } from './parts/presentDisclaimer.js';
import { presentNotice } from './parts/presentNotice.js';
import { presentPage } from './parts/presentPage.js';
import { presentRelated } from './parts/presentRelated.js';
import { presentSeo } from './parts/presentSeo.js';
import { entriesInForce, presentAvailability } from './parts/presentService.js';
import { presentSite } from './parts/presentSite.js';
import { presentSource } from './parts/presentSource.js';
import { type BodyForm, type RenderedBody, renderBody } from './renderBody.js';
import { renderContextOf, shownBody, shownText } from './renderContext.js';
import { revisionOf } from './revision.js';
import { inOrder } from './sorting.js';
import { countsIn } from './values/counted.js';

/** The version of the formats: it moves when equal data would be written as other bytes. */
export const renderer = '2';

/** How long an answer may be shown where the site has no policy: an ISO 8601 duration. */
const usualRefresh = 'P7D';

/** How long an answer about this site may be shown: an ISO 8601 duration. */
export const refreshOf = (site: Pick<Site, 'policies'> | undefined): string =>
  site?.policies?.refreshWithin || usualRefresh;

/** The next moment at which a rule or disclaimer of this page begins or ends, or what is available changes; null when none is known. */
function nextChange(loaded: LoadedPage, at: string): string | null {
  const { availability, demands, disclaimers, placedDisclaimers, state, view } = loaded;
  const counted = new Set(countsIn([view.body, view.faqs]).map(({ serviceId }) => serviceId));
  const isSaid = (entry: Entry) => !state || entry.state === state || counted.has(entry.serviceId);
  const entries = availability.filter(isSaid);
  const declared = nextChangeAt([...demands, ...disclaimers, ...placedDisclaimers], at);
  return earliestOf([declared, nextAvailability(entries, at)]);
}

/** What is offered on the page, and where. */
function presentOffers({ at, loaded: { availability, facts, locale, state, view } }: Composing) {
  const offered = { locale, services: facts.services };
  return {
    callsToAction: facts.callsToAction.map((call) => presentCallToAction(call, view, offered)),
    availability: facts.services.map((service) =>
      presentAvailability(
        service,
        entriesInForce(availability, { at, serviceId: service.id, state }),
        locale,
      ),
    ),
  };
}

/** Everything in the answer that is data; what is made from it in one format or another is left out. */
export function presentData(composing: Composing) {
  const { at, context, loaded } = composing;
  return {
    site: presentSite(loaded.site, loaded.media),
    page: presentPage(composing),
    ...presentOffers(composing),
    disclaimers: attachedAt(loaded, at).map(presentDisclaimer),
    notices: loaded.notices.map((notice) => presentNotice(notice, context)),
    breadcrumb: presentBreadcrumb(loaded),
    hub: presentHub(loaded),
    related: presentRelated(loaded),
    references: inOrder(loaded.view.references, loaded.sources).map(presentSource),
    seo: presentSeo(loaded),
    attribution: presentAttribution(loaded),
  };
}

export type PageData = ReturnType<typeof presentData>;

/** The slugs of what the body may place or lead to, by id. */
export function slugsOf({ facts, linked, media, notices, placedDisclaimers, sources, view }: LoadedPage) {
  const offered = [...facts.callsToAction, ...facts.services];
  const placed = [...view.faqs, ...view.terms, ...placedDisclaimers, ...sources.values()];
  const named = [...offered, ...placed, ...media.values(), ...notices];
  const shelves = [...linked.articles.values(), ...linked.faqs.values(), ...linked.misconceptions.values()];
  const slugs = new Map([...named, ...shelves].map(({ id, slug }) => [id, slug]));
  return (_collection: string, id: string) => slugs.get(id);
}

/** Legal documents are named and linked, but where a block places one its words are words of the body. */
function placedLegalTexts({ notices, view }: LoadedPage, context: RenderContext): unknown[] {
  const placed = new Set(idsNamed(view.mentions, 'notices'));
  return notices
    .filter(({ id, kind }) => kind === 'legal-document' && placed.has(id))
    .map(({ text }) => shownText(text, context));
}

export interface Composition {
  /** ISO 8601. */
  at: string;
  /** In which forms the body is answered. */
  forms: readonly BodyForm[];
  /** True: each part of each module has its text, in the same forms. */
  modules?: boolean;
}

/**
 * The JSON of a page. Equal documents at moments between which nothing begins or ends give equal answers; the revision is
 * over the data and does not depend on the forms, nor on whether modules have their text.
 */
export async function composePage(loaded: LoadedPage, { at, forms, modules = false }: Composition) {
  const context = renderContextOf(loaded, at);
  const body = shownBody(loaded, context);
  const composing = { loaded, at, context, body };
  const data = presentData(composing);
  const timing = {
    nextChangeAt: nextChange(loaded, at),
    refreshWithin: refreshOf(loaded.site),
  };
  // the order of states is said by no other part of the answer
  const said = loaded.facts.services.map(({ id }) => context.availability(id, 'oxford') ?? null);
  const legal = placedLegalTexts(loaded, context);
  const revision = revisionOf({ timing, ...data, body, said, ...(legal.length > 0 ? { legal } : {}) });
  const options = { context, findSlug: slugsOf(loaded), forms };
  const texts: { body: RenderedBody; modules: PresentedModule[] } = {
    body: await renderBody(body, options),
    modules: modules ? await modulesWithText(body, loaded.view.kind, options) : data.page.modules,
  };
  const { page, site, ...around } = data;
  const jsonLd = jsonLdOf(composing, data);
  return { revision, renderer, ...timing, site, page: { ...page, ...texts }, ...around, jsonLd };
}

/** A page's JSON. */
export type PageAnswer = Awaited<ReturnType<typeof composePage>>;
