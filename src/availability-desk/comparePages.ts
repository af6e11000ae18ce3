/** The public pages that a plan changes: each is composed with the entries before and with those after. */
import type { Payload } from 'payload';
import { locales } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import { hrefOf, type PageKind, pathOf } from '../pages/addresses.js';
import { composePage, type PageAnswer } from '../pages/composePage.js';
import type { DocumentOf, Documents } from '../pages/documents.js';
import { type LoadedPage, loadPage } from '../pages/loadPage.js';
import { isOnSite } from '../pages/onSite.js';
import { PublishedDocuments } from '../pages/publishedDocuments.js';
import { canonicalJson } from '../pages/revision.js';
import { SharedDocuments } from '../pages/sharedDocuments.js';
import type { Site } from '../payload-types.js';
import type { PlannedPage } from './answers.js';
import { type Candidate, candidatePages } from './candidatePages.js';
import { withEntries } from './withEntries.js';

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

async function loadFrom(documents: Documents, { id, path, site }: Spot): Promise<LoadedPage | null> {
  const loaded = await loadPage(documents, { path, site });
  // another kind of content may stand at the same path, and hide this
  return loaded?.view.id === id ? loaded : null;
}

/** What a page says, and not when it will say something else, or since when it has. */
function withoutMoments({ availability, nextChangeAt, revision, ...rest }: PageAnswer): string {
  const timeless = availability.map(({ service, states }) => ({
    service,
    states: states.map(({ effectiveFrom, effectiveTo, ...state }) => state),
  }));
  return canonicalJson({ ...rest, availability: timeless });
}

/** Null when the page is the same before and after, as of `at`. */
async function compareAt(
  { kind, site }: Spot,
  { after, before }: Record<'after' | 'before', LoadedPage>,
  at: string,
): Promise<PlannedPage | null> {
  const [was, becomes] = [
    await composePage(before, { at, forms: ['html'] }),
    await composePage(after, { at, forms: ['html'] }),
  ];
  if (was.revision === becomes.revision) return null;
  const { page, revision } = becomes;
  return {
    ...{ site: site.slug, path: page.path, locale: after.locale, kind: page.kind, title: page.title },
    href: hrefOf({ kind, slug: page.slug, site }),
    change: withoutMoments(was) === withoutMoments(becomes) ? 'next-change' : 'content',
    revision: { before: was.revision, after: revision },
    at,
  };
}

/** As of each moment. */
async function compareSpot(spot: Spot, moments: readonly string[]): Promise<PlannedPage[]> {
  const before = await loadFrom(spot.before, spot);
  const after = await loadFrom(spot.after, spot);
  if (!before || !after) return [];
  const found: PlannedPage[] = [];
  for (const at of moments) {
    const page = await compareAt(spot, { after, before }, at);
    if (page) found.push(page);
  }
  return found;
}

/** Reads outside of any transaction: what is public. */
export async function comparePages(payload: Payload, compared: Compared): Promise<ComparedPages> {
  const { at, laterMoments, services } = compared;
  const candidates = services.size > 0 ? await candidatePages(payload, [...services]) : [];
  const spots: Spot[] = [];
  for (const locale of locales) {
    const documents = new SharedDocuments(new PublishedDocuments(payload, locale, at));
    spots.push(...(await spotsIn(documents, candidates, compared)));
  }
  const checked = spots.slice(0, mostPages);
  const moments = [at, ...laterMoments.slice(0, mostMoments)];
  const found: PlannedPage[] = [];
  for (const spot of checked) found.push(...(await compareSpot(spot, moments)));
  return {
    pages: found.filter((page) => page.at === at),
    laterPages: found.filter((page) => page.at !== at && page.change === 'content'),
    unchecked: spots.length - checked.length,
  };
}
