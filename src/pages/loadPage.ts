/** Loads everything that a page is made of, in a fixed number of queries. Composes nothing. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import type { Notice, Site } from '../payload-types.js';
import { readPath } from './addresses.js';
import { type BodyReference, bodyReferences, idsNamed } from './bodyReferences.js';
import { type ContentView, viewOf } from './contentView.js';
import { type Demanded, loadDemanded } from './demands.js';
import type { ById, Documents, LocalizedDisclaimer } from './documents.js';
import { type Facts, factsOf, loadFactShelves } from './facts.js';
import { type Linked, loadLinked } from './linked.js';
import { loadNear, type NearContent } from './nearContent.js';
import { isOnSite, onSite } from './onSite.js';
import { withPlacedTexts } from './placedTexts.js';
import { countsIn } from './values/counted.js';

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
  /** Content of the same site that the page or a notice links to, or that the page recommends. */
  linked: Linked;
  /** Content of the same site about the same topics, nearest first; none when the page recommends something itself. */
  near: NearContent[];
  notices: Notice[];
  /** Of the page's services: those in force, and those to come. */
  availability: Entry[];
  /** Disclaimers that the text places, whichever the rules ask for. */
  placedDisclaimers: LocalizedDisclaimer[];
  /** How many services the site has; only where the text counts them. */
  siteServices?: number;
}

const given = (...values: (string | null | undefined)[]): string[] =>
  values.filter((value) => typeof value === 'string');

/** The site whose page it is, and the notices that it shows. */
interface Around {
  site: Site;
  notices: readonly Notice[];
}

const linksOf = ({ mentions }: ContentView, { notices }: Around): BodyReference[] => [
  ...mentions,
  ...notices.flatMap(({ text }) => bodyReferences(text)),
];

/** Only when the editor has chosen nothing to read next that may be shown here. */
async function loadLinkedAndNear(documents: Documents, view: ContentView, around: Around) {
  const linked = await loadLinked(documents, linksOf(view, around), around.site.id, view.related);
  const isChosen = view.related.some((id) => linked.articles.has(id));
  return { linked, near: isChosen ? [] : await loadNear(documents, view, around.site.id) };
}

async function loadPeopleAndMedia(documents: Documents, view: ContentView, site: Site) {
  const people = await documents.byIds('people', [...view.authors, ...given(view.reviewedBy)]);
  const photos = [...people.values()].map(({ photo }) => idOf(photo));
  const images = [...given(view.heroImage, idOf(site.logo), ...photos), ...idsNamed(view.mentions, 'media')];
  return { people, media: onSite(await documents.byIds('media', images), site.id) };
}

async function countServices(documents: Documents, { body, faqs }: ContentView, siteId: string) {
  if (!countsIn([body, faqs]).some(({ of }) => of === 'services')) return undefined;
  const services = await documents.all('services');
  return services.filter(({ site }) => idOf(site) === siteId).length;
}

/** Its own references, and those that its text cites. */
const loadSources = (documents: Documents, { mentions, references }: ContentView) =>
  documents.byIds('sources', [...references, ...idsNamed(mentions, 'sources')]);

async function loadPlacedDisclaimers(documents: Documents, { mentions }: ContentView, site: Site) {
  const placed = await documents.disclaimers(idsNamed(mentions, 'disclaimers'));
  return placed.filter((each) => isOnSite(each, site.id));
}

async function loadAround(documents: Documents, view: ContentView, site: Site) {
  const canonicalId = view.canonicalSite === site.id ? null : view.canonicalSite;
  const notices = (await documents.notices()).filter((notice) => isOnSite(notice, site.id));
  const [peopleAndMedia, linkedAndNear, categories, sources, sites, siteServices, placedDisclaimers] =
    await Promise.all([
      loadPeopleAndMedia(documents, view, site),
      loadLinkedAndNear(documents, view, { site, notices }),
      documents.byIds('categories', given(view.category)),
      loadSources(documents, view),
      documents.byIds('sites', given(canonicalId)),
      countServices(documents, view, site.id),
      loadPlacedDisclaimers(documents, view, site),
    ]);
  return {
    ...peopleAndMedia,
    ...linkedAndNear,
    categories,
    sources,
    notices,
    canonicalSite: sites.get(canonicalId ?? '') ?? site,
    siteServices,
    placedDisclaimers,
  };
}

async function loadFactsAndDemands(documents: Documents, view: ContentView, { site, state }: OnSite) {
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

interface OnSite {
  site: Site;
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
}

/** The page of this content, which its site shows. Twenty-five queries at most, whatever it holds. */
export async function loadPageOf(
  documents: Documents,
  content: ContentView,
  { site, state }: OnSite,
): Promise<LoadedPage> {
  const [view = content] = await withPlacedTexts(documents, [{ view: content, siteId: site.id }]);
  const [around, factsAndDemands] = await Promise.all([
    loadAround(documents, view, site),
    loadFactsAndDemands(documents, view, { site, state }),
  ]);
  return { locale: documents.locale, state, site, view, ...around, ...factsAndDemands };
}

/**
 * The page at `path` of a site, in the locale of `documents`; null when nothing public stands there. Twenty-six queries at
 * most, whatever the page holds; one more per further kind of content under the same prefix.
 */
export async function loadPage(
  documents: Documents,
  { path, site, state }: OnSite & { path: string },
): Promise<LoadedPage | null> {
  const view = await findContent(documents, site, path);
  return view && loadPageOf(documents, view, { site, state });
}
