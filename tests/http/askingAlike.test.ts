/** Questions that the front takes for one are answered alike, byte for byte, by the app behind it. */
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestKeys } from '../../src/front/keys/requestKeys.js';
import { type House, openHouse } from '../helpers/house.js';
import type { Kind } from '../helpers/spellings.js';

let house: House;
let server: Server;
let keys: RequestKeys;
let helpers: typeof import('../helpers/askingFront.js') & typeof import('../helpers/spellings.js');
const kinds: Record<string, { path: string; kind: Kind }> = {};

const article = 'ptsd-treatments-an-overview';
const page = '/api/pages/brightpath/resources/at-home-ketamine-program';
const moved = '/api/pages/harbor-therapy/blog/ketamine-therapy-steps';

async function nameKinds(): Promise<void> {
  const { parametersOf } = await import('../../src/public-api/query/parseQuery.js');
  const { pageParameters } = await import('../../src/pages/parsePageQuery.js');
  const { resolveParameters } = await import('../../src/pages/resolve/parseResolveQuery.js');
  const { listParameters, siteParameters } = await import('../../src/pages/sites/parseSiteQuery.js');
  const { availabilityParameters } = await import(
    '../../src/public-api/availability/parseAvailabilityQuery.js'
  );
  const ofList = parametersOf.list.filter((name) => name !== 'where' && name !== 'select');
  const ofDocument = parametersOf.document.filter((name) => name !== 'select');
  const usual = { sort: ['-publishedAt', 'title', 'slug, title', '-updatedAt'] };
  Object.assign(kinds, {
    'a list': {
      path: '/api/articles',
      kind: { names: ofList, usual, where: 'articles', select: 'articles' },
    },
    'a count': { path: '/api/faqs/count', kind: { names: ['locale', 'site'], where: 'faqs' } },
    'a document': { path: `/api/articles/${article}`, kind: { names: ofDocument, select: 'articles' } },
    'a page': { path: page, kind: { names: pageParameters } },
    'a page that has moved': { path: moved, kind: { names: pageParameters } },
    'a site': {
      path: '/api/sites/brightpath',
      kind: { names: [...siteParameters, 'depth', 'site', 'fallback-locale'], select: 'sites' },
    },
    'a manifest': { path: '/api/sites/brightpath/manifest', kind: { names: listParameters } },
    'a feed': { path: '/api/sites/harbor-therapy/feed.json', kind: { names: listParameters } },
    'a check': { path: '/api/availability/check', kind: { names: availabilityParameters.check } },
    'a summary': { path: '/api/availability/summary', kind: { names: availabilityParameters.summary } },
    'a map': { path: '/api/availability/map.svg', kind: { names: availabilityParameters.map } },
    counties: { path: '/api/availability/counties', kind: { names: availabilityParameters.counties } },
    disclaimers: { path: '/api/disclaimers/resolve', kind: { names: resolveParameters } },
  } satisfies typeof kinds);
}

beforeAll(async () => {
  house = await openHouse();
  helpers = { ...(await import('../helpers/askingFront.js')), ...(await import('../helpers/spellings.js')) };
  keys = helpers.createKeys();
  await nameKinds();
  server = createServer(house.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
});

interface Told {
  status: number;
  headers: Record<string, string>;
  text: string;
}

interface Telling {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What may differ between two answers to one question. */
const ofTheMoment = new Set(['date', 'x-request-id', 'ledger-position', 'connection', 'keep-alive']);

async function read(answer: IncomingMessage): Promise<Told> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const headers = Object.entries(answer.headers).filter(([name]) => !ofTheMoment.has(name));
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    text: Buffer.concat(parts).toString('utf8'),
  };
}

/** As it is written: clients that mend addresses would hide what is looked for. */
function tell({ body, headers, method, url }: Telling): Promise<Told> {
  const { port } = server.address() as AddressInfo;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asking = request({
      ...{ host: '127.0.0.1', port, path: url, method: method ?? (body === undefined ? 'GET' : 'POST') },
      headers: { ...headers, ...length },
    });
    asking.once('error', reject);
    asking.once('response', (answer) => read(answer).then(resolve, reject));
    asking.end(body);
  });
}

/** As freshness/letKeep.ts has it. */
const mayBeKept = ({ status }: Told): boolean => [200, 301, 404, 410].includes(status);

const pairs = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])));

/** What a client is told, and what the front is told that asks for it; null where the front does not. */
async function both(sent: Telling): Promise<{ own: Told; front: Told } | null> {
  const asked = helpers.askedBy(keys, sent);
  if (!asked) return null;
  const { body, headers, method, path } = asked.question;
  const { Host: _host, ...plain } = pairs(headers);
  const question = { method, url: path, headers: plain, ...(body ? { body: body.toString('utf8') } : {}) };
  return { own: await tell(sent), front: await tell(question) };
}

const accepts = [
  undefined,
  '*/*',
  'text/html,*/*;q=0.8',
  'text/plain',
  'application/ld+json;q=0.9, text/markdown',
  'x',
];

/** `FUZZ=500` tries more. */
const numRuns = Number(process.env.FUZZ ?? 25);
/** Asked in any case where words put together by chance seldom make a question. */
const sensible: Record<string, string> = {
  'a check': 'state=FL&site=brightpath&service=at-home-program',
  'a map': 'site=brightpath',
  'a summary': 'service=at-home-program&site=brightpath',
  counties: 'state=FL',
  disclaimers: 'state=FL&site=brightpath',
};
const names = [
  ...['a list', 'a count', 'a document', 'a page', 'a page that has moved', 'a site', 'a manifest', 'a feed'],
  ...['a check', 'a summary', 'a map', 'counties', 'disclaimers'],
];

describe('however they ask for', () => {
  it.each(names)('%s, people are told what the front would tell them', async (name) => {
    const { kind, path } = kinds[name] as { path: string; kind: Kind };
    let told = 0;
    const search = helpers.searchesOf(kind);
    await fc.assert(
      fc.asyncProperty(
        search,
        fc.constantFrom(...accepts),
        fc.constantFrom('', '', '/'),
        async (asked, accept, end) => {
          const url = `${path}${end}${asked && '?'}${asked}`;
          const found = await both({ url, headers: accept === undefined ? {} : { accept } });
          if (!found) return;
          if (!mayBeKept(found.front)) return expect(mayBeKept(found.own)).toBe(false);
          told += 1;
          expect(found.own).toEqual(found.front);
        },
      ),
      { numRuns, examples: [[sensible[name] ?? '', undefined, '']] },
    );
    expect(told).toBeGreaterThan(0);
  });
});

describe('what is told', () => {
  const alike = async (...urls: string[]) => {
    const told = await Promise.all(urls.map((url) => tell({ url })));
    for (const each of told) expect(each).toEqual(told[0]);
    return told[0] as Told;
  };

  it('is in one order, whatever the order of what is selected', async () => {
    const { text } = await alike(
      '/api/articles?limit=2&select[title]=true&select[slug]=true',
      '/api/articles?select[slug]=1&select[title]=true&limit=02',
    );
    expect(text).toContain('"slug"');
  });

  it('leads on with one address, however the former one was written', async () => {
    const { headers } = await alike(
      `${moved}?state=FL&format=text`,
      `${moved}/?format=text&locale=en&state=fl`,
    );
    expect(headers.location).toMatch(/\?format=text&state=FL$/);
  });
});

const graphql = [
  '{ Articles(limit: 3, sort: "slug") { docs { slug title } totalDocs } }',
  'query ($n: Int) { Articles(limit: $n, sort: "slug") { docs { slug } } }',
  'query Named($n: Int, $w: Article_where) { Articles(limit: $n, where: $w) { docs { slug } } }',
  '{ page(site: "brightpath", path: "/resources/at-home-ketamine-program") { title body { text } } }',
  '{ availabilityCheck(site: "brightpath", state: "FL") { available status } }',
  'query A { Faqs { totalDocs } } query B { Articles { totalDocs } }',
  '{ Articles { nothing } }',
  '{ Article(id: "nothing") { slug } }',
  '{',
  'mutation { x }',
];

describe('however they ask by GraphQL', () => {
  it('people are told what the front would tell them', async () => {
    let told = 0;
    const sent = fc.record({
      query: fc
        .tuple(fc.constantFrom(...graphql), fc.constantFrom(' ', '\n', ' , '))
        .map(([text, space]) => text.replaceAll(' ', space)),
      variables: fc.constantFrom(
        undefined,
        null,
        {},
        { n: 2 },
        { n: 2, other: 1 },
        { w: { slug: { exists: true }, id: { exists: true } }, n: 1 },
        { n: 'x' },
      ),
      operationName: fc.constantFrom(undefined, null, 'Named', 'A', 'B', 'C'),
    });
    const accept = fc.constantFrom(undefined, '*/*', 'application/graphql-response+json', 'text/html, */*');
    await fc.assert(
      fc.asyncProperty(sent, fc.boolean(), accept, async (request, byGet, type) => {
        const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
        const { operationName, variables, ...rest } = given;
        const known = {
          ...rest,
          ...(variables ? { variables } : {}),
          ...(operationName ? { operationName } : {}),
        };
        const asking = byGet ? helpers.got(known) : helpers.posted(given);
        const found = await both({
          ...asking,
          headers: { ...asking.headers, ...(type ? { accept: type } : {}) },
        });
        if (!found) return;
        const isKept = ({ status, text }: Told) => status === 200 && text.startsWith('{"data":');
        expect(isKept(found.own)).toBe(isKept(found.front));
        if (!isKept(found.front)) return;
        told += 1;
        expect(found.own).toEqual(found.front);
      }),
      { numRuns: numRuns * 4 },
    );
    expect(told).toBeGreaterThan(0);
  });
});
