/** What is asked of the demo content for the examples: one question for each operation that strangers can ask with GET. */
import { allowList, type PublicSlug } from '../allowList.js';

/** The document that is shown of each collection; without long texts where there are some. */
const documents: Record<PublicSlug, string> = {
  articles:
    'ketamine-risks-and-side-effects?select[title]=true&select[slug]=true&select[summary]=true&select[topics]=true&select[lastReviewed]=true',
  faqs: 'is-ketamine-approved-for-ptsd?site=harbor-therapy',
  misconceptions:
    'ketamine-is-approved-for-depression?select[myth]=true&select[fact]=true&select[sources]=true',
  services: 'at-home-program?select[name]=true&select[site]=true&select[modes]=true&select[price]=true',
  availability: '', // has no slug, and its list shows it whole
  disclaimers: 'not-fda-approved',
  sources: 'fda-2023-compounded-ketamine',
  people: 'maren-okafor',
  topics: 'ptsd',
  categories: 'trauma',
  'calls-to-action': 'harbor-consultation',
  notices: 'crisis-988?select[title]=true&select[kind]=true&select[crisisLine]=true&select[links]=true',
  'glossary-terms': 'ptsd',
  sites: '', // answered by its own address
  media:
    'harbor-at-dawn?select[alt]=true&select[filename]=true&select[width]=true&select[height]=true&select[url]=true',
};

/** Lists of long documents name the fields that they need, as a frontend does. */
const listed: Partial<Record<PublicSlug, string>> = {
  articles:
    'where[topics.slug][equals]=ptsd&site=harbor-therapy&limit=2&select[title]=true&select[summary]=true',
  media: 'limit=1&select[alt]=true&select[url]=true',
  sites: 'limit=2&select[name]=true&select[url]=true',
};

function ofCollection(slug: PublicSlug): [string, string][] {
  const { plural, singular } = allowList[slug].names;
  const document: [string, string][] = documents[slug]
    ? [[`get${singular}`, `/api/${slug}/${documents[slug]}`]]
    : [];
  return [
    [`list${plural}`, `/api/${slug}?${listed[slug] ?? 'limit=1'}`],
    [`count${plural}`, `/api/${slug}/count`],
    ...document,
  ];
}

const page = '/api/pages/harbor-therapy/faqs/is-ketamine-approved-for-ptsd';

/** By the id of the operation, with the media type after a space where it is not the operation's first. */
export const exampleRequests: Readonly<Record<string, string>> = {
  getPage: page,
  'getPage text/markdown': `${page}?format=markdown`,
  'getPage text/plain': `${page}?format=text`,
  'getPage application/ld+json': `${page}?format=jsonld`,
  resolveDisclaimers: '/api/disclaimers/resolve?site=brightpath&services=at-home-program&state=FL',
  getSite: '/api/sites/brightpath',
  getManifest: '/api/sites/harbor-therapy/manifest?locale=es',
  getSitemap: '/api/sites/brightpath/sitemap.xml?locale=es',
  getAtomFeed: '/api/sites/brightpath/feed.xml?locale=es',
  getJsonFeed: '/api/sites/brightpath/feed.json?locale=es',
  ...Object.fromEntries((Object.keys(allowList) as PublicSlug[]).flatMap(ofCollection)),
  checkAvailability: '/api/availability/check?service=at-home-program&zip=33040',
  summarizeAvailability: '/api/availability/summary?service=at-home-program&format=counties',
  listCounties: '/api/availability/counties?state=DE',
  askGraphqlByGet: '/api/graphql?query={countArticles{totalDocs}}',
  whoAmI: '/api/users/me',
  isAlive: '/healthz',
  isReady: '/readyz',
};
