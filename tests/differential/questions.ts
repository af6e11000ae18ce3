/** Everything that strangers can ask and that shows, or leaves out, something of a watched site. */
import { allowList } from '../../src/public-api/allowList.js';
import { addressesOf } from '../helpers/served/watch.js';
import type { World } from '../helpers/served/world.js';
import type { Asked } from './ask.js';

/** Ids of the world by their collection. */
const idNames: Readonly<Record<string, string>> = {
  articles: 'article',
  availability: 'florida',
  'calls-to-action': 'call',
  categories: 'category',
  disclaimers: 'disclaimer',
  faqs: 'faq',
  'glossary-terms': 'term',
  media: 'media',
  misconceptions: 'myth',
  notices: 'crisis',
  people: 'person',
  services: 'service',
  sites: 'site',
  sources: 'source',
  topics: 'topic',
};

const get = (address: string): Asked => ({ address });

const graphql = (query: string, variables?: object): Asked => ({
  ...{ address: '/api/graphql', method: 'POST' },
  body: JSON.stringify({ query, ...(variables ? { variables } : {}) }),
});

/** Slugs under which something comes to be later on. */
export const laterSlug = ({ name }: World): string => `${name}-later`;

function ofCollections(world: World): Asked[] {
  const { ids, name } = world;
  return Object.keys(allowList).flatMap((collection) => {
    const id = ids[idNames[collection] ?? ''] ?? name;
    const path = `/api/${collection}`;
    const bySlug = collection === 'availability' ? id : name;
    return [
      `${path}?limit=100&pagination=false`,
      `${path}?limit=3&sort=-updatedAt&depth=1`,
      `${path}?limit=100&depth=2&locale=es&fallbackLocale=en`,
      `${path}?where[id][in]=${id},${ids.site},${name}&depth=1`,
      `${path}/count`,
      `${path}/count?locale=es`,
      `${path}/${id}?depth=2`,
      `${path}/${bySlug}${collection === 'sites' ? '?depth=1' : ''}`,
      `${path}/${id}?locale=es&depth=1`,
      `${path}/${laterSlug(world)}${collection === 'sites' ? '?depth=0' : ''}`,
    ].map(get);
  });
}

function byRelation({ ids, name }: World): string[] {
  const equal = (collection: string, path: string, value = name) =>
    `/api/${collection}?where[${path}][equals]=${value}&depth=1&limit=50`;
  return [
    ...['topics.slug', 'sites.slug', 'category.slug', 'authors.slug', 'services.slug'].map((path) =>
      equal('articles', path),
    ),
    equal('articles', 'topics', ids.topic),
    equal('faqs', 'topics.slug'),
    equal('faqs', 'slug'),
    equal('articles', 'slug', `${name}-later`),
    equal('misconceptions', 'sources', ids.source),
    equal('misconceptions', 'services.slug'),
    equal('availability', 'service.slug'),
    equal('availability', 'service', ids.service),
    equal('availability', 'status', 'available'),
    equal('calls-to-action', 'service.slug'),
    equal('services', 'site.slug'),
    equal('topics', 'parent.slug'),
    `/api/articles?where[or][0][slug][equals]=${name}&where[or][1][topics.slug][equals]=${name}`,
    `/api/articles?where[and][0][id][equals]=${ids.article}&where[and][1][topics.slug][equals]=${name}`,
    `/api/articles?where[slug][not_equals]=${name}&limit=100&sort=title`,
    `/api/articles?where[id][not_in]=${ids.article}&limit=100`,
    `/api/articles/count?where[topics.slug][equals]=${name}&site=${name}`,
    `/api/articles/${name}?select[body]=true&select[slug]=true&site=${name}`,
    `/api/articles/${ids.article}?select[body]=true&depth=2&locale=es&fallbackLocale=en`,
    `/api/faqs/${name}?select[answer]=true&depth=2`,
    ...[
      'articles',
      'faqs',
      'misconceptions',
      'services',
      'availability',
      'disclaimers',
      'notices',
      'media',
    ].map((collection) => `/api/${collection}?site=${name}&limit=100`),
  ];
}

const ofAvailability = ({ ids, name }: World): string[] => [
  ...['state=FL', 'state=NJ', 'state=CA', 'county=12086', 'zip=33040', 'county=12087&locale=es'].map(
    (place) => `/api/availability/check?site=${name}&${place}`,
  ),
  `/api/availability/check?service=${ids.service}&state=FL`,
  `/api/availability/check?service=${name}&state=NJ`,
  `/api/availability/summary?site=${name}`,
  `/api/availability/summary?service=${name}&format=counties&locale=es`,
  `/api/availability/map.svg?site=${name}`,
  `/api/availability/map.svg?service=${name}&locale=es`,
];

const ofPages = ({ name }: World): string[] => [
  `/api/pages/${name}/faqs/${name}-later`,
  `/api/pages/${name}/resources/${name}-later`,
  `/api/pages/${name}/from-${name}`,
  `/api/pages/harbor-therapy/resources/${name}`,
  `/api/pages/${name}-none/resources/${name}`,
  `/api/pages/${name}/faqs/${name}-two?state=NJ&format=markdown`,
  `/api/pages/${name}/faqs/${name}-two?locale=es`,
  `/api/sites/${name}?locale=es&fallbackLocale=en`,
  `/api/sites/${name}/manifest?locale=es`,
  `/api/pages/${name}/old-${name}`,
  `/api/pages/${name}/old-${name}?format=html&locale=es`,
  `/api/sites/${name}-later`,
  `/api/sites/${name}-later/sitemap.xml`,
  `/api/sites/harbor-therapy/feed.json`,
  `/api/disclaimers/resolve?site=${name}&path=/faqs/${name}&locale=es`,
];

/** Whom nothing of a site concerns, and files, which the front passes through. */
const ofServer = ({ name }: World): string[] => [
  '/api/openapi.json',
  '/api/graphql/schema.graphql',
  '/api/availability/counties?state=FL',
  `/api/media/file/${name}.png`,
  `/api/media/file/${name}.png?w=64&format=webp`,
];

const inGraphql = ({ ids, name }: World): Asked[] => [
  graphql('{ Articles(limit: 100) { totalDocs docs { slug title topics { title } authors { name } } } }'),
  graphql(`{ Article(id: "${ids.article}") { title body category { title } heroImage { alt url } } }`),
  graphql('query ($id: String!) { Faq(id: $id) { question answer } }', { id: ids.faq }),
  graphql(`{ Faqs(where: { topics__slug: { equals: "${name}" } }, locale: es) { docs { slug question } } }`),
  graphql(`{ countArticles(where: { topics: { in: ["${ids.topic}"] } }) { totalDocs } }`),
  graphql(`{ availabilitySummary(site: "${name}") { text nextChangeAt } }`),
  graphql(`{ availabilityCheck(site: "${name}", state: "FL") { available reason } }`),
  graphql(`{ page(site: "${name}", path: "/faqs/${name}", state: "NJ") { title body { html } } }`),
  graphql(
    `{ Article(id: "${ids.article}", locale: es) { title topics { parent { title } } authors { photo { alt } } } }`,
  ),
  graphql(`{ Availabilities(where: { service__slug: { equals: "${name}" } }) { docs { state status } } }`),
  graphql('{ Topics(limit: 100) { docs { title } } Sites { docs { name } } Availabilities { totalDocs } }'),
  get(`/api/graphql?query=${encodeURIComponent(`{ People { docs { name credentials } } }`)}`),
];

const asAsked = ({ address, query }: { address: string; query?: string }): Asked =>
  query ? graphql(query.replace('$past', '')) : get(address);

/** One of each. */
export function questionsOf(world: World): Asked[] {
  const others = [byRelation, ...[ofAvailability, ofPages, ofServer]].flatMap((of) => of(world)).map(get);
  const all = [...addressesOf(world).map(asAsked), ...ofCollections(world), ...others, ...inGraphql(world)];
  return [...new Map(all.map((asked) => [nameOf(asked), asked])).values()];
}

/** How reports name a question. */
export const nameOf = ({ address, body }: Asked): string => (body ? `${address} ${body}` : address);
