/** What strangers may ask, as the front knows it: made from the same tables as the parsers. */
import type { CanonicalRoute } from '../front/keys/canonicalRoutes.js';
import { pageSpellings } from '../pages/parsePageQuery.js';
import { resolveSpellings } from '../pages/resolve/parseResolveQuery.js';
import { siteSpellings } from '../pages/sites/parseSiteQuery.js';
import type { Spelling } from '../spelling/spelling.js';
import { allowList, type PublicCollection } from './allowList.js';
import { availabilitySpellings } from './availability/parseAvailabilityQuery.js';
import { graphqlLimits } from './graphql/queryLimits.js';
import { listSpelling } from './query/listSpellings.js';
import { ofDocument } from './sites/ofDocument.js';

const nothing: Spelling = { parameters: {} };

const aboutServer: CanonicalRoute[] = [
  { path: ['openapi.json'], spellings: [nothing] },
  { path: ['graphql'], spellings: [], graphql: graphqlLimits.strangers },
  { path: ['graphql', 'schema.graphql'], spellings: [nothing] },
];

const pages: CanonicalRoute[] = [
  // each link is for whoever has it
  { path: ['pages', 'shared', '*'], spellings: [] },
  { path: ['pages', ':', '*'], spellings: pageSpellings },
  { path: ['disclaimers', 'resolve'], spellings: resolveSpellings },
];

const availability: CanonicalRoute[] = [
  { path: ['availability', 'check'], spellings: [availabilitySpellings.check] },
  { path: ['availability', 'summary'], spellings: [availabilitySpellings.summary] },
  { path: ['availability', 'map.svg'], spellings: [availabilitySpellings.map] },
  { path: ['availability', 'counties'], spellings: [availabilitySpellings.counties] },
];

/** The document alone is answered to who says one of these; `depth` is then always said, so that it stays so. */
function siteDocument(): Spelling {
  const document = listSpelling(allowList.sites, 'document');
  const depth = { ...document.parameters.depth, always: true } as const;
  return { ...document, when: ofDocument, parameters: { ...document.parameters, depth } };
}

const sites = (): CanonicalRoute[] => [
  { path: ['sites', 'count'], spellings: [listSpelling(allowList.sites, 'count')] },
  { path: ['sites', 'versions'], spellings: [listSpelling(allowList.sites, 'document')] },
  { path: ['sites', ':'], spellings: [siteDocument(), siteSpellings.site] },
  { path: ['sites', ':', 'manifest'], spellings: [siteSpellings.manifest] },
  ...['sitemap.xml', 'feed.xml', 'feed.json'].map(
    (name): CanonicalRoute => ({ path: ['sites', ':', name], spellings: [siteSpellings.list] }),
  ),
];

const collection = ([slug, rules]: [string, PublicCollection]): CanonicalRoute[] => [
  { path: [slug], spellings: [listSpelling(rules, 'list')] },
  { path: [slug, 'count'], spellings: [listSpelling(rules, 'count')] },
  { path: [slug, ':'], spellings: [listSpelling(rules, 'document')] },
];

/** The addresses of the delivery tier whose answers the front may keep, in the order in which they are looked at. */
export const canonicalRoutes = (): CanonicalRoute[] => [
  ...aboutServer,
  ...pages,
  ...availability,
  ...sites(),
  ...Object.entries(allowList).flatMap(collection),
];
