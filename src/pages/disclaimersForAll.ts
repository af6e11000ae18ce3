/** The disclaimers that documents have to carry wherever their text is answered: the same as on their pages. */
import type { Payload } from 'payload';
import type { Locale } from '../../collections/locales.js';
import { notFound } from '../errors.js';
import type { Site } from '../payload-types.js';
import type { PageKind } from './addresses.js';
import { type ContentView, viewOf } from './contentView.js';
import { attachedAt, loadDemanded } from './demands.js';
import type { ById, Documents } from './documents.js';
import { factsOf, loadFactShelves } from './facts.js';
import { type AnsweredDisclaimer, presentDisclaimer } from './parts/presentDisclaimer.js';
import { withPlacedTexts } from './placedTexts.js';
import { PublishedDocuments } from './publishedDocuments.js';

export type { AnsweredDisclaimer } from './parts/presentDisclaimer.js';

interface Asked {
  payload: Payload;
  kind: PageKind;
  /** The site's slug. Without one: the canonical site, else the first that shows it, else none. */
  site?: string;
  locale: Locale;
  /** A USPS abbreviation; without one the union of what all states ask for. */
  state?: string;
  /** ISO 8601; now when left out. */
  at?: string;
}

const homeOf = ({ canonicalSite, sites }: ContentView) => canonicalSite ?? sites[0] ?? '';

async function sitesOf(documents: Documents, slug: string | undefined, views: readonly ContentView[]) {
  if (slug === undefined) {
    const found: ById<'sites'> = await documents.byIds('sites', views.map(homeOf).filter(Boolean));
    return (view: ContentView): Site | null => found.get(homeOf(view)) ?? null;
  }
  const site = await documents.site(slug);
  if (!site) throw notFound();
  return () => site;
}

/** Some of them, read before, with all that pages read of them. */
type Known = readonly (Record<string, unknown> & { id: string })[];

async function viewsOf(
  documents: Documents,
  kind: PageKind,
  { ids, known }: { ids: readonly string[]; known: Known },
): Promise<ContentView[]> {
  const knownIds = new Set(known.map(({ id }) => id));
  const unknown = ids.filter((id) => !knownIds.has(id));
  const read = unknown.length === 0 ? [] : await documents.content(kind, { ids: unknown });
  return [...known, ...read].map((each) => viewOf(kind, each));
}

/**
 * The disclaimers of published documents of one kind, by document id, each list in the order of placements. Ten queries
 * at most, however many documents. Rules and disclaimers count when published; their dates act now. A document that is not
 * public in this locale is not in the answer. Throws not_found when the site is not public.
 */
export async function disclaimersForAll(
  asked: Asked & { ids: string[]; known?: Known },
): Promise<Map<string, AnsweredDisclaimer[]>> {
  const { at = new Date().toISOString(), ids, kind, known = [], locale, payload, state } = asked;
  if (ids.length === 0) return new Map();
  const documents = new PublishedDocuments(payload, locale, at);
  const [bare, rules] = await Promise.all([viewsOf(documents, kind, { ids, known }), documents.rules()]);
  const siteOf = await sitesOf(documents, asked.site, bare);
  const views = await withPlacedTexts(
    documents,
    bare.map((view) => ({ view, siteId: siteOf(view)?.id })),
  );
  const shelves = await loadFactShelves(documents, views);
  const pages = views.map((view) => {
    const site = siteOf(view);
    return { view, site, locale, state, facts: factsOf(view, shelves, site?.id) };
  });
  const demanded = await loadDemanded(documents, rules, pages);
  return new Map(
    demanded.map((each, index) => [views[index]?.id ?? '', attachedAt(each, at).map(presentDisclaimer)]),
  );
}
