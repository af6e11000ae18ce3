/** A page is a pure function of documents and time: loaded documents and a moment in, the whole answer out. No I/O. */
import { nextChangeAt as nextAvailability } from '../availability/periods.js';
import { nextChangeAt } from '../compliance/effectiveDates.js';
import { hrefOf, pathOf, prefixOf } from './addresses.js';
import { attachedAt } from './demands.js';
import type { RenderContext } from './formats/context.js';
import { renderText } from './formats/renderText.js';
import { tableOfContents } from './formats/tableOfContents.js';
import type { LoadedPage } from './loadPage.js';
import { presentCallToAction } from './parts/presentCallToAction.js';
import { presentDisclaimer } from './parts/presentDisclaimer.js';
import { presentMedia } from './parts/presentMedia.js';
import { presentNotice } from './parts/presentNotice.js';
import { presentPerson } from './parts/presentPerson.js';
import { entriesInForce, presentAvailability } from './parts/presentService.js';
import { presentSite, siteUrl } from './parts/presentSite.js';
import { presentSource } from './parts/presentSource.js';
import { type BodyForm, renderBody } from './renderBody.js';
import { renderContextOf, shownBody } from './renderContext.js';
import { revisionOf } from './revision.js';

/** The version of the formats: it moves when equal data would be written as other bytes. */
export const renderer = '1';

const usualRefresh = 'P7D';
const wordsPerMinute = 220;

interface Composing {
  loaded: LoadedPage;
  at: string;
  context: RenderContext;
  body: unknown;
}

const known = <T>(ids: readonly string[], found: ReadonlyMap<string, T>): T[] =>
  ids.flatMap((id) => found.get(id) ?? []);

const readingMinutes = (text: string) =>
  Math.max(1, Math.ceil(text.split(/\s+/).filter(Boolean).length / wordsPerMinute));

function presentPage({ body, context, loaded }: Composing) {
  const { categories, facts, locale, media, people, site, view } = loaded;
  const category = categories.get(view.category ?? '');
  const reviewer = people.get(view.reviewedBy ?? '');
  return {
    id: view.id,
    kind: view.kind,
    slug: view.slug,
    title: view.title,
    summary: view.summary,
    ...view.particular,
    path: pathOf(view.collection, view.slug, site),
    href: hrefOf({ kind: view.collection, slug: view.slug, site }),
    locale,
    heroImage: presentMedia(media.get(view.heroImage ?? '')),
    category: category ? { id: category.id, slug: category.slug, title: category.title } : null,
    topics: facts.topics.map(({ id, kind, slug, title }) => ({ id, slug, title, kind })),
    authors: known(view.authors, people).map((person) => presentPerson(person, media)),
    reviewedBy: reviewer ? presentPerson(reviewer, media) : null,
    publishedAt: view.publishedAt,
    updatedAt: view.updatedAt,
    lastReviewed: view.lastReviewed,
    nextReview: view.nextReview,
    changeNote: view.changeNote,
    toc: tableOfContents(body),
    readingMinutes: readingMinutes(renderText(body, context)),
  };
}

function presentBreadcrumb({ locale, site, view }: LoadedPage) {
  const step = (title: string, path: string) => ({ title, path, url: siteUrl(site, path), locale });
  const hub =
    view.kind === 'article' && site.hubTitle ? [step(site.hubTitle, prefixOf('articles', site))] : [];
  return [step(site.name, '/'), ...hub, step(view.title, pathOf(view.collection, view.slug, site))];
}

function presentSeo({ canonicalSite, media, view }: LoadedPage) {
  const image = presentMedia(media.get(view.heroImage ?? ''));
  const share = image?.sizes.find(({ name }) => name === 'share');
  return {
    title: view.seo.title ?? view.title,
    description: view.seo.description ?? view.summary,
    noIndex: view.seo.noIndex,
    canonical: siteUrl(canonicalSite, pathOf(view.collection, view.slug, canonicalSite)),
    image: share?.url ?? image?.url ?? null,
  };
}

function presentRelated({ linked, site, view }: LoadedPage) {
  return known(view.related, linked.articles).map(({ id, slug, summary, title }) => ({
    id,
    kind: 'article' as const,
    slug,
    title,
    summary: summary ?? null,
    path: pathOf('articles', slug, site),
    href: hrefOf({ kind: 'articles', slug, site }),
  }));
}

/** The next moment at which a rule or disclaimer of this page begins or ends, or what is available changes; null when none is known. */
function nextChange({ availability, demands, disclaimers, state }: LoadedPage, at: string): string | null {
  const entries = availability.filter((entry) => !state || entry.state === state);
  const moments = [nextChangeAt([...demands, ...disclaimers], at), nextAvailability(entries, at)];
  // one form, UTC to the millisecond: they sort as texts
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}

function presentAround(composing: Composing) {
  const { at, context, loaded } = composing;
  const { availability, facts, media, site, sources, state, view } = loaded;
  return {
    site: presentSite(site, media),
    page: presentPage(composing),
    callsToAction: facts.callsToAction.map((call) => presentCallToAction(call, view, facts.services)),
    availability: facts.services.map((service) =>
      presentAvailability(service, entriesInForce(availability, { at, serviceId: service.id, state })),
    ),
    disclaimers: attachedAt(loaded, at).map(presentDisclaimer),
    notices: loaded.notices.map((notice) => presentNotice(notice, context)),
    breadcrumb: presentBreadcrumb(loaded),
    related: presentRelated(loaded),
    references: known(view.references, sources).map(presentSource),
    seo: presentSeo(loaded),
  };
}

/** What the body shows that stands nowhere else in the answer: images, and where its links lead. */
function shownInBody({ context, loaded }: Composing) {
  const { media, view } = loaded;
  return view.mentions.map(({ collection, how, id }) =>
    how === 'linked' ? (context.href(collection, id) ?? null) : presentMedia(media.get(id)),
  );
}

function slugsOf({ facts, linked, media, notices }: LoadedPage) {
  const named = [...facts.callsToAction, ...facts.services, ...media.values(), ...notices];
  const shelves = [...linked.articles.values(), ...linked.faqs.values(), ...linked.misconceptions.values()];
  const slugs = new Map([...named, ...shelves].map(({ id, slug }) => [id, slug]));
  return (_collection: string, id: string) => slugs.get(id);
}

/**
 * The JSON of a page at `at` (ISO 8601), with its body in `forms`. Equal documents at moments between which nothing begins
 * or ends give equal answers; the revision is over the data and does not depend on `forms`.
 */
export async function composePage(
  loaded: LoadedPage,
  { at, forms }: { at: string; forms: readonly BodyForm[] },
) {
  const context = renderContextOf(loaded, at);
  const body = shownBody(loaded, context);
  const composing = { loaded, at, context, body };
  const { site, page, ...around } = presentAround(composing);
  const timing = {
    nextChangeAt: nextChange(loaded, at),
    refreshWithin: loaded.site.policies?.refreshWithin || usualRefresh,
  };
  // the site's order of states is said by no other part of the answer
  const said = loaded.facts.services.map(({ id }) => context.availability(id, 'oxford') ?? null);
  const revision = revisionOf({ timing, site, page, ...around, body, said, shown: shownInBody(composing) });
  const rendered = await renderBody(body, { context, findSlug: slugsOf(loaded), forms });
  return { revision, renderer, ...timing, site, page: { ...page, body: rendered }, ...around };
}

/** A page's JSON. */
export type PageAnswer = Awaited<ReturnType<typeof composePage>>;
