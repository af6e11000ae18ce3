/** What is asked: the questions that a frontend asks most. */
import { slugOf } from '../content/articles.js';
import { type Answered, type Asked, ask, askJson } from './ask.js';

export type Wording = Omit<Asked, 'port'>;

export interface Question {
  name: string;
  asked: Wording;
  /** As Payload wants it asked for the same answer; null where it has none. */
  ofPayload: Wording | null;
  status: number;
}

/** `more` are arguments. */
export const graphqlList = (page: number, more = ''): Wording =>
  graphqlQuestion(
    `{ Articles(limit: 10, page: ${page}${more}) { docs { id title slug summary publishedAt } totalDocs } }`,
  );

/** Payload says nothing that is localized unless it is told a language. */
export const localeArgument = ', locale: en';

export const documentOf = (id: string): Question => ({
  ...{ name: 'document', status: 200 },
  ...{ asked: { path: `/api/articles/${id}` }, ofPayload: { path: `/api/articles/${id}?locale=en` } },
});

/** Our lists leave texts out unless they are asked for; Payload, which would send them all, is asked to leave them out. */
export const inPayloadsList = (path: string): string => `${path}&locale=en&select[body]=false`;

export const listOf = (limit: number, page: number): string => `/api/articles?limit=${limit}&page=${page}`;

/** With a page of the address on Harbor's site, where the article is shown on it. */
export const pagePath = (slug: string): string => `/api/pages/harbor-therapy/resources/${slug}`;

export const checkPath = (zip: number): string =>
  `/api/availability/check?site=brightpath&service=at-home-program&zip=${String(zip).padStart(5, '0')}`;

/** Addresses of checks in Florida that have an answer: not every number is a ZIP code. */
export async function knownChecks(port: number, most: number): Promise<string[]> {
  const found: string[] = [];
  for (let zip = 33_101; zip < 34_000 && found.length < most; zip += 1) {
    const path = checkPath(zip);
    if ((await ask({ path, port })).status === 200) found.push(path);
  }
  return found;
}

export const graphqlQuestion = (query: string): Wording => ({
  ...{ method: 'POST', path: '/api/graphql', body: JSON.stringify({ query }) },
  headers: { 'Content-Type': 'application/json' },
});

interface Known {
  ids: string[];
  /** Slugs of articles that have a page on Harbor's site. */
  paged: string[];
}

/** Ids of articles in the database, and which of them have a page. Articles of the benchmark only: the demo's may be anything. */
export async function knownArticles(port: number, most: number): Promise<Known> {
  const ids: string[] = [];
  const paged: string[] = [];
  for (let page = 1; ids.length < most; page += 1) {
    const path = `/api/articles?limit=100&page=${page}&sort=slug&select[slug]=true&select[sites]=true&depth=1`;
    type Doc = { id: string; slug: string; sites?: { slug?: string }[] };
    const { docs } = await askJson<{ docs: Doc[] }>({ path, port });
    for (const { id, sites = [], slug } of docs) {
      if (!slug.startsWith(slugOf('articles', 1).replace(/\d+$/, ''))) continue;
      ids.push(id);
      if (sites.length === 0 || sites.some((site) => site.slug === 'harbor-therapy')) paged.push(slug);
    }
    if (docs.length < 100) break;
  }
  if (ids.length === 0 || paged.length === 0)
    throw new Error('The database has no articles of the benchmark.');
  return { ids: ids.slice(0, most), paged: paged.slice(0, most) };
}

/** The six of the table of hits. */
export async function questionsFor(port: number): Promise<Question[]> {
  const { ids, paged } = await knownArticles(port, 20);
  const page = pagePath(paged[0] as string);
  const etag = String((await ask({ path: page, port })).headers.etag);
  const own = { ofPayload: null, status: 200 };
  const list = '/api/articles?limit=10';
  return [
    documentOf(ids[0] as string),
    { name: 'list of 10', asked: { path: list }, ofPayload: { path: inPayloadsList(list) }, status: 200 },
    { ...own, name: 'page', asked: { path: page } },
    { ...own, name: 'availability check', asked: { path: checkPath(33_101) } },
    {
      name: 'GraphQL list of 10',
      asked: graphqlList(1),
      ofPayload: graphqlList(1, localeArgument),
      status: 200,
    },
    { ...own, name: '304', asked: { path: page, headers: { 'If-None-Match': etag } }, status: 304 },
  ];
}

/** Asks until it is answered from memory, a few times at most; the last answer either way. Throws when the status is another. */
export async function warmUp(port: number, asked: Wording, status = 200): Promise<Answered> {
  let last: Answered | undefined;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    // with the header that the load process sends: answers may hang on it
    last = await ask({ ...asked, headers: { Accept: '*/*', ...asked.headers }, port });
    if (last.status !== status)
      throw new Error(`${asked.path} is answered with ${last.status}: ${last.body.toString().slice(0, 300)}`);
  }
  return last as Answered;
}
