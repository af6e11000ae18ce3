/** The public pages that a plan changes: each is composed with the entries before and with those after. */
import type { Payload } from 'payload';
import { locales } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import { hrefOf, type PageKind, pathOf } from '../pages/addresses.js';
import { composePage, type PageAnswer } from '../pages/composePage.js';
import type { DocumentOf, Documents } from '../pages/documents.js';
import { loadPage } from '../pages/loadPage.js';
import { isOnSite } from '../pages/onSite.js';
import { PublishedDocuments } from '../pages/publishedDocuments.js';
import { canonicalJson } from '../pages/revision.js';
import type { Site } from '../payload-types.js';
import type { PlannedPage } from './answers.js';
import { type Candidate, candidatePages } from './candidatePages.js';
import { sharedDocuments, withEntries } from './sharedDocuments.js';

/** As many pages as are composed for one preview, in all languages together. */
export const mostPages = 300;
/** As many later moments as pages are composed for. */
const mostMoments = 3;

/** What is compared: entries of availability in each language, of these services. */
export interface Compared {
  services: ReadonlySet<string>;
  entries: Record<(typeof locales)[number], { before: readonly Entry[]; after: readonly Entry[] }>;
  /** ISO 8601. */
  at: string;
  /** In order. */
  laterMoments: readonly string[];
}

export interface ComparedPages {
  pages: PlannedPage[];
  laterPages: PlannedPage[];
  unchecked: number;
}

/** A page, with the documents that it is composed from before and after. */
interface Spot {
  kind: PageKind;
  id: string;
  site: Site;
  path: string;
  before: Documents;
  after: Documents;
}

async function contentOf(documents: Documents, candidates: readonly Candidate[]) {
  const kinds = [...new Set(candidates.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = candidates.filter((each) => each.kind === kind).map(({ id }) => id);
      const docs: DocumentOf<PageKind>[] = await documents.content(kind, { ids });
      return docs.map((doc) => ({ kind, doc }));
    }),
  );
  return found.flat();
}

/** Where the candidates stand, on every public site that shows them. */
async function spotsIn(
  documents: Documents,
  candidates: readonly Candidate[],
  { entries, services }: Compared,
): Promise<Spot[]> {
  const ofLocale = entries[documents.locale];
  const before = withEntries(documents, services, ofLocale.before);
  const after = withEntries(documents, services, ofLocale.after);
  const sites = await documents.all('sites');
  const content = await contentOf(documents, candidates);
  return content.flatMap(({ doc, kind }) =>
    sites
      .filter((site) => isOnSite(doc, site.id))
      .map((site) => ({ kind, id: doc.id, site, path: pathOf(kind, doc.slug, site), before, after })),
  );
}

async function composeAt(
  documents: Documents,
  { id, path, site }: Spot,
  at: string,
): Promise<PageAnswer | null> {
  const loaded = await loadPage(documents, { path, site });
  // another kind of content may stand at the same path, and hide this
  return loaded?.view.id === id ? composePage(loaded, { at, forms: ['html'] }) : null;
}

/** What a page says, and not when it will say something else, or since when it has. */
function withoutMoments({ availability, nextChangeAt, revision, ...rest }: PageAnswer): string {
  const timeless = availability.map(({ service, states }) => ({
    service,
    states: states.map(({ effectiveFrom, effectiveTo, ...state }) => state),
  }));
  return canonicalJson({ ...rest, availability: timeless });
}

async function compareAt(spot: Spot, at: string): Promise<PlannedPage | null> {
  const [before, after] = [await composeAt(spot.before, spot, at), await composeAt(spot.after, spot, at)];
  if (!before || !after || before.revision === after.revision) return null;
  const { kind, path, site } = spot;
  return {
    ...{ site: site.slug, path, locale: spot.before.locale, kind: after.page.kind, title: after.page.title },
    href: hrefOf({ kind, slug: after.page.slug, site }),
    change: withoutMoments(before) === withoutMoments(after) ? 'next-change' : 'content',
    revision: { before: before.revision, after: after.revision },
    at,
  };
}

const compareAll = async (spots: readonly Spot[], at: string): Promise<PlannedPage[]> => {
  const pages: PlannedPage[] = [];
  for (const spot of spots) {
    const page = await compareAt(spot, at);
    if (page) pages.push(page);
  }
  return pages;
};

/** Reads outside of any transaction: what is public. */
export async function comparePages(payload: Payload, compared: Compared): Promise<ComparedPages> {
  const { at, laterMoments, services } = compared;
  const candidates = services.size > 0 ? await candidatePages(payload, [...services]) : [];
  const spots: Spot[] = [];
  for (const locale of locales) {
    const documents = sharedDocuments(new PublishedDocuments(payload, locale, at));
    spots.push(...(await spotsIn(documents, candidates, compared)));
  }
  const checked = spots.slice(0, mostPages);
  const pages = await compareAll(checked, at);
  const laterPages: PlannedPage[] = [];
  for (const moment of laterMoments.slice(0, mostMoments)) {
    const later = await compareAll(checked, moment);
    laterPages.push(...later.filter(({ change }) => change === 'content'));
  }
  return { pages, laterPages, unchecked: spots.length - checked.length };
}
