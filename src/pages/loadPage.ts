/** Loads everything that a page is made of, in a fixed number of queries. Composes nothing. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import type { Notice, Site } from '../payload-types.js';
import { readPath } from './addresses.js';
import { idsNamed } from './bodyReferences.js';
import { type ContentView, viewOf } from './contentView.js';
import { type Demanded, loadDemanded } from './demands.js';
import type { ById, Documents, Related } from './documents.js';
import { type Facts, factsOf, loadFactShelves } from './facts.js';
import { isOnSite, onSite } from './onSite.js';

/** The documents of a page. Dates have not been looked at yet: `composePage` does that. */
export interface LoadedPage extends Demanded {
  locale: Locale;
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
  site: Site;
  /** The site that search engines are pointed to; the page's own when no other is named or public. */
  canonicalSite: Site;
  view: ContentView;
  facts: Facts;
  people: ById<'people'>;
  categories: ById<'categories'>;
  sources: ById<'sources'>;
  media: ById<'media'>;
  /** Content of the same site that the page links to or recommends. */
  linked: { articles: ById<'articles'>; faqs: ById<'faqs'>; misconceptions: ById<'misconceptions'> };
  notices: Notice[];
  /** Of the page's services: those in force, and those to come. */
  availability: Entry[];
}

const given = (...values: (string | null | undefined)[]): string[] =>
  values.filter((value) => typeof value === 'string');

async function loadLinked(documents: Documents, { mentions, related }: ContentView, { id }: Site) {
  const named = (collection: Related) => idsNamed(mentions, collection);
  const [articles, faqs, misconceptions] = await Promise.all([
    documents.byIds('articles', [...related, ...named('articles')]),
    documents.byIds('faqs', named('faqs')),
    documents.byIds('misconceptions', named('misconceptions')),
  ]);
  return {
    articles: onSite(articles, id),
    faqs: onSite(faqs, id),
    misconceptions: onSite(misconceptions, id),
  };
}

async function loadPeopleAndMedia(documents: Documents, view: ContentView, site: Site) {
  const people = await documents.byIds('people', [...view.authors, ...given(view.reviewedBy)]);
  const photos = [...people.values()].map(({ photo }) => idOf(photo));
  const images = [...given(view.heroImage, idOf(site.logo), ...photos), ...idsNamed(view.mentions, 'media')];
  return { people, media: onSite(await documents.byIds('media', images), site.id) };
}

async function loadAround(documents: Documents, view: ContentView, site: Site) {
  const canonicalId = view.canonicalSite === site.id ? null : view.canonicalSite;
  const [peopleAndMedia, linked, categories, sources, notices, sites] = await Promise.all([
    loadPeopleAndMedia(documents, view, site),
    loadLinked(documents, view, site),
    documents.byIds('categories', given(view.category)),
    documents.byIds('sources', view.references),
    documents.notices(),
    documents.byIds('sites', given(canonicalId)),
  ]);
  return {
    ...peopleAndMedia,
    linked,
    categories,
    sources,
    notices: notices.filter((notice) => isOnSite(notice, site.id)),
    canonicalSite: sites.get(canonicalId ?? '') ?? site,
  };
}

async function loadFactsAndDemands(
  documents: Documents,
  view: ContentView,
  { site, state }: { site: Site; state?: string },
) {
  const [shelves, rules] = await Promise.all([loadFactShelves(documents, [view]), documents.rules()]);
  const facts = factsOf(view, shelves, site.id);
  const [demanded, availability] = await Promise.all([
    loadDemanded(documents, rules, [{ view, facts, site, state, locale: documents.locale }]),
    documents.availabilityOf(facts.services.map(({ id }) => id)),
  ]);
  return { facts, availability, ...(demanded[0] ?? { demands: [], disclaimers: [] }) };
}

async function findContent(documents: Documents, site: Site, path: string): Promise<ContentView | null> {
  for (const { kind, slug } of readPath(path, site)) {
    const [found] = await documents.content(kind, { slug });
    if (found && isOnSite(found, site.id)) return viewOf(kind, found);
  }
  return null;
}

/**
 * The page at `path` of a site, in the locale of `documents`; null when nothing public stands there. Eighteen queries at
 * most, whatever the page holds; one more per further kind of content under the same prefix.
 */
export async function loadPage(
  documents: Documents,
  { path, site, state }: { site: Site; path: string; state?: string },
): Promise<LoadedPage | null> {
  const view = await findContent(documents, site, path);
  if (!view) return null;
  const [around, factsAndDemands] = await Promise.all([
    loadAround(documents, view, site),
    loadFactsAndDemands(documents, view, { site, state }),
  ]);
  return { locale: documents.locale, state, site, view, ...around, ...factsAndDemands };
}
