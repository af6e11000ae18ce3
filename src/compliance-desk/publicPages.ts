/** Every public page of every site, with what rules look at. Read a hundred documents at a time. */
import type { Payload } from 'payload';
import { type Locale, locales } from '../../collections/locales.js';
import type { PageProperties } from '../compliance/pageProperties.js';
import { hrefOf, type PageKind, pageKinds } from '../pages/addresses.js';
import { type ContentView, viewOf } from '../pages/contentView.js';
import type { DocumentOf, Documents } from '../pages/documents.js';
import { factsOf, loadFactShelves } from '../pages/facts.js';
import { withPlacedTexts } from '../pages/placedTexts.js';
import { propertiesOf } from '../pages/propertiesOf.js';
import { PublishedDocuments } from '../pages/publishedDocuments.js';
import { SharedDocuments } from '../pages/sharedDocuments.js';
import { pagesOfSite } from '../pages/sites/pagesOfSite.js';
import type { Site } from '../payload-types.js';
import type { NamedPage } from './answers.js';

/** As many pages as are looked at within the time that an answer has, in all languages together. */
const mostPages = 3_000;
const atOnce = 100;

export interface PublicPage {
  named: NamedPage;
  site: Site;
  view: ContentView;
  /** For a visitor from anywhere. */
  properties: PageProperties;
}

/** What is public at `at` (ISO 8601), in every language. */
export function publicDocuments(payload: Payload, at: string): Record<Locale, Documents> {
  const inLocale = (locale: Locale): [Locale, Documents] => [
    locale,
    new SharedDocuments(new PublishedDocuments(payload, locale, at)),
  ];
  return Object.fromEntries(locales.map(inLocale)) as Record<Locale, Documents>;
}

interface Spot {
  kind: PageKind;
  id: string;
  site: Site;
  path: string;
}

async function spotsIn(documents: Documents): Promise<Spot[]> {
  const spots: Spot[] = [];
  for (const site of await documents.all('sites')) {
    for (const { path, view } of await pagesOfSite(documents, site)) {
      spots.push({ kind: view.collection, id: view.id, site, path });
    }
  }
  return spots;
}

async function viewsOf(documents: Documents, spots: readonly Spot[]): Promise<Map<string, ContentView>> {
  const views = new Map<string, ContentView>();
  for (const kind of pageKinds) {
    const ids = [...new Set(spots.filter((spot) => spot.kind === kind).map(({ id }) => id))];
    const docs: DocumentOf<PageKind>[] = ids.length > 0 ? await documents.content(kind, { ids }) : [];
    for (const doc of docs) views.set(doc.id, viewOf(kind, doc));
  }
  return views;
}

function nameOf({ id, kind, path, site }: Spot, view: ContentView, locale: Locale): NamedPage {
  const href = hrefOf({ kind, slug: view.slug, site });
  return { site: site.slug, path, locale, kind: view.kind, collection: kind, id, title: view.title, href };
}

async function pagesOf(documents: Documents, spots: readonly Spot[]): Promise<PublicPage[]> {
  const { locale } = documents;
  const found = await viewsOf(documents, spots);
  const pages = spots.flatMap((spot) => {
    const view = found.get(spot.id);
    return view ? [{ spot, view, siteId: spot.site.id }] : [];
  });
  const views = await withPlacedTexts(documents, pages);
  const shelves = await loadFactShelves(documents, views);
  return pages.flatMap(({ spot }, index) => {
    const view = views[index];
    if (!view) return [];
    const { site } = spot;
    const facts = factsOf(view, shelves, site.id);
    const properties = propertiesOf({ facts, locale, site, view });
    return [{ named: nameOf(spot, view, locale), site, view, properties }];
  });
}

/** Calls `look` with a hundred pages of one language at a time. Says how many were looked at, and how many were too many. */
export async function eachPublicPage(
  languages: Record<Locale, Documents>,
  look: (pages: readonly PublicPage[], documents: Documents) => Promise<void> | void,
): Promise<{ checked: number; unchecked: number }> {
  let [checked, unchecked] = [0, 0];
  for (const documents of Object.values(languages)) {
    const spots = await spotsIn(documents);
    const within = spots.slice(0, mostPages - checked);
    unchecked += spots.length - within.length;
    for (let start = 0; start < within.length; start += atOnce) {
      await look(await pagesOf(documents, within.slice(start, start + atOnce)), documents);
    }
    checked += within.length;
  }
  return { checked, unchecked };
}
