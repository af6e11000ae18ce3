/**
 * How many queries an answer costs, on both databases, and that it costs no more when there is more content. A number that
 * grows needs a reason; one that shrinks is written down here.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countQueries, type QueryCounter, tellOfCommands } from '../helpers/countQueries.js';
import { type House, openHouse } from '../helpers/house.js';

const isMongo = Boolean(process.env.TEST_MONGODB_URI);

let house: House;
let counter: QueryCounter;

beforeAll(async () => {
  tellOfCommands();
  house = await openHouse({}, { keeps: false });
  counter = countQueries(house.payload);
  // the first questions of all make things ready that later ones find
  await house.stranger.get(graphql('{Articles{totalDocs}}')).expect(200);
  await house.stranger.get('/api/availability/check?site=harbor-therapy&state=CA').expect(200);
});
afterAll(() => house.close());

const page = '/resources/is-ketamine-assisted-therapy-a-fit';
const graphql = (query: string) => `/api/graphql?query=${encodeURIComponent(query)}`;
const relations = 'authors{name photo{url}} topics{title parent{title}} sites{name} references{title}';

/** What is asked, and the queries that it costs on SQLite when nothing of it is kept in memory. On MongoDB never more. */
const costs: [question: string, queries: number][] = [
  ['/api/articles?limit=100', 7],
  ['/api/articles?limit=100&depth=1', 21],
  ['/api/articles?limit=100&depth=2', 31],
  ['/api/articles?limit=100&select[body]=true', 24],
  ['/api/articles?site=harbor-therapy&where[topics.slug][equals]=ptsd', 7],
  ['/api/articles/count', 5],
  ['/api/articles/is-ketamine-assisted-therapy-a-fit', 17],
  ['/api/articles/is-ketamine-assisted-therapy-a-fit?depth=2', 43],
  ['/api/faqs?limit=100&depth=1', 16],
  ['/api/misconceptions?limit=100&depth=1', 13],
  ['/api/services?depth=1', 11],
  ['/api/availability?limit=100&depth=1', 8],
  ['/api/people?depth=1', 6],
  ['/api/media?limit=100', 5],
  [`/api/pages/harbor-therapy${page}`, 31],
  [`/api/pages/harbor-therapy${page}?format=html`, 31],
  [`/api/pages/harbor-therapy${page}?state=CA&modules=true&body=html,markdown,text`, 31],
  ['/api/pages/harbor-therapy/resources/there-is-no-such-page', 11],
  [`/api/disclaimers/resolve?site=harbor-therapy&path=${page}`, 31],
  ['/api/disclaimers/resolve?site=harbor-therapy&topics=ptsd&services=consultation', 15],
  ['/api/availability/check?site=harbor-therapy&state=CA', 30],
  ['/api/availability/summary?site=harbor-therapy', 30],
  ['/api/sites/harbor-therapy', 18],
  ['/api/sites/harbor-therapy/manifest', 116],
  ['/api/sites/harbor-therapy/sitemap.xml', 11],
  ['/api/sites/harbor-therapy/feed.json', 16],
  [graphql('{Articles(limit:100){totalDocs docs{title slug}}}'), 5],
  [graphql(`{Articles(limit:100){docs{title ${relations}}}}`), 13],
  [graphql(`{Articles(limit:100){docs{title body related{title ${relations}}}}}`), 5],
  [graphql('{Availabilities(limit:100){docs{state service{name site{name}}}}}'), 10],
  [graphql(`{page(site:"harbor-therapy",path:"${page}"){title body{html} disclaimers{text}}}`), 33],
];

const questions = costs.map(([question]) => question);

/** Something is published: whatever is known of one position of the ledger has to be read again. */
async function forget(): Promise<void> {
  const id = await house.idOf('topics', 'ptsd');
  const data = { title: `PTSD ${randomUUID()}` };
  await house.payload.update({
    collection: 'topics',
    id,
    data,
    depth: 0,
    locale: 'en',
    overrideAccess: true,
  });
}

async function costOf(question: string): Promise<number> {
  await forget();
  const queries = await counter.during(async () => {
    const { body, status } = await house.stranger.get(question);
    const isThere = !question.includes('no-such-page');
    if (status !== (isThere ? 200 : 404) || (isThere && body.errors))
      throw new Error(`${question}: ${status} ${JSON.stringify(body.errors)}`);
  });
  return queries.length;
}

/** MongoDB answers in any order, so which loads fall together is chance there: of three times, the fewest. */
async function fewestOf(question: string): Promise<number> {
  const tries = isMongo ? 3 : 1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let count = 0; count < tries; count += 1) fewest = Math.min(fewest, await costOf(question));
  return fewest;
}

async function costsNow(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const question of questions) found[question] = await fewestOf(question);
  return found;
}

/** How many documents of each kind are added: what asks once for each of them asks at least so much more. */
const added = 12;
/** What may be chance. */
const slack = isMongo ? added / 2 : 0;

/** As many again of each kind of content, each with all the relations of one that is there. */
async function addContent(collection: 'articles' | 'faqs' | 'misconceptions', slug: string): Promise<void> {
  const { payload } = house;
  const id = await house.idOf(collection, slug);
  const common = { collection, depth: 0, locale: 'en', overrideAccess: true } as const;
  const stored = await payload.findByID({ ...common, id });
  for (let count = 0; count < added; count += 1) {
    const data = { ...stored, id: randomUUID(), slug: `one-more-of-${slug}-${count}` };
    await payload.create({ ...common, data: data as never });
  }
}

describe('an answer', () => {
  let before: Record<string, number>;

  it('costs as many queries as it did', async () => {
    before = await costsNow();
    const changed = costs.filter(([question, queries]) => {
      const cost = before[question] ?? Number.NaN;
      return isMongo ? !(cost <= queries) : cost !== queries;
    });
    expect(changed.map(([question, was]) => ({ question, was, is: before[question] }))).toEqual([]);
  });

  it('costs no more queries when there is more to answer', async () => {
    await addContent('articles', 'is-ketamine-assisted-therapy-a-fit');
    const [faq, myth] = await Promise.all(
      (['faqs', 'misconceptions'] as const).map(
        async (each) => (await house.stranger.get(`/api/${each}?limit=1`).expect(200)).body.docs[0].slug,
      ),
    );
    await addContent('faqs', faq);
    await addContent('misconceptions', myth);
    const after = await costsNow();
    const grown = questions.filter((question) => (after[question] ?? 0) > (before[question] ?? 0) + slack);
    expect(grown.map((question) => [question, before[question], after[question]])).toEqual([]);
  });
});
