/** The disclaimers that a document has to carry: what pages and document answers share. */
import type { Payload } from 'payload';
import { type Attached, attachDisclaimers, type Demand, demandsOf } from '../compliance/attachDisclaimers.js';
import { notFound } from '../http/errors.js';
import type { PageKind } from './addresses.js';
import { type ContentView, viewOf } from './contentView.js';
import type { Documents, Locale, LocalizedDisclaimer } from './documents.js';
import { loadFacts, type PageAsked, propertiesOf } from './facts.js';
import { type AnsweredDisclaimer, presentDisclaimer } from './parts/presentDisclaimer.js';
import { PublishedDocuments } from './publishedDocuments.js';

export type { AnsweredDisclaimer } from './parts/presentDisclaimer.js';

/** What rules ask of a page at any time, with the disclaimers that they name and that may be shown there. */
export interface Demanded {
  demands: Demand[];
  disclaimers: LocalizedDisclaimer[];
}

/** One query, two when a disclaimer has not been translated. */
export async function loadDemanded(documents: Documents, asked: PageAsked, siteId: string | undefined): Promise<Demanded> {
  const demands = demandsOf(asked.facts.rules, propertiesOf(asked));
  const ids = demands.map(({ disclaimerId }) => disclaimerId);
  return { demands, disclaimers: await documents.disclaimers(ids, siteId) };
}

/** Those that stand on the page at `at`. */
export function attachedAt({ demands, disclaimers }: Demanded, at: string): Attached<LocalizedDisclaimer>[] {
  return attachDisclaimers(demands, disclaimers, at);
}

export interface DisclaimersAsked {
  payload: Payload;
  kind: PageKind;
  id: string;
  /** The site's slug. Without one: the canonical site, else the first that shows it, else none. */
  site?: string;
  locale: Locale;
  /** A USPS abbreviation; without one the union of what all states ask for. */
  state?: string;
  /** ISO 8601; now when left out. */
  at?: string;
}

async function siteOf(documents: Documents, asked: string | undefined, view: ContentView) {
  if (asked) return documents.site(asked);
  const id = view.canonicalSite ?? view.sites[0];
  return id ? ((await documents.byIds('sites', [id])).get(id) ?? null) : null;
}

/**
 * The disclaimers of one published document, in the order of placements. Eight queries at most, however many there are.
 * Rules and disclaimers count when published; their dates act now. Throws not_found when the document or site is not public.
 */
export async function disclaimersFor(asked: DisclaimersAsked): Promise<AnsweredDisclaimer[]> {
  const { at = new Date().toISOString(), id, kind, locale, payload, state } = asked;
  const documents = new PublishedDocuments(payload, locale, at);
  const content = await documents.content(kind, { id });
  const view = content && viewOf(kind, content);
  const site = view && (await siteOf(documents, asked.site, view));
  if (!view || (asked.site && !site)) throw notFound();
  const facts = await loadFacts(documents, view, site?.id);
  const demanded = await loadDemanded(documents, { view, facts, site, state, locale }, site?.id);
  return attachedAt(demanded, at).map(presentDisclaimer);
}
