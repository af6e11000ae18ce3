/** The document of the API says what the server does: every address, parameter, answer and example, held against the real app. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { allowList, type PublicSlug } from '../../src/public-api/allowList.js';
import { type Example, settle } from '../../src/public-api/openapi/examples.js';
import { type ApiDocument, DescribedApi, type Operation } from '../helpers/describedApi.js';
import { type House, openHouse } from '../helpers/house.js';

const root = path.resolve(import.meta.dirname, '../..');

let house: House;
let api: ApiDocument;
let described: DescribedApi;

function expectValid(schema: string, answer: unknown, where: string): void {
  expect({ where, errors: described.wrongBy(schema, answer) }).toEqual({ where, errors: [] });
}

const examples: Record<string, Example> = JSON.parse(
  readFileSync(path.join(root, 'src/public-api/openapi/examples.json'), 'utf8'),
);

beforeAll(async () => {
  house = await openHouse();
  api = (await house.stranger.get('/api/openapi.json').expect(200)).body;
  described = new DescribedApi(api);
});
afterAll(() => house.close());

const parametersOf = ({ parameters = [] }: Operation) =>
  parameters.map((each) => (each.$ref ? api.components.parameters[each.$ref.split('/').pop() ?? ''] : each));

const namesIn = (operation: Operation, where: string) => [
  ...new Set(
    parametersOf(operation).flatMap((each) => (each?.in === where ? (each.name?.split('[')[0] ?? '') : [])),
  ),
];

describe('the document of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(api) as never);
    expect(result).toEqual({ valid: true });
    expect(api).toMatchObject({ openapi: '3.1.0' });
  });

  it('is the one that is committed', () => {
    expect(JSON.parse(readFileSync(path.join(root, 'docs/openapi.json'), 'utf8'))).toEqual(api);
  });

  it('is kept by whoever has it', async () => {
    const { headers } = await house.stranger.get('/api/openapi.json').expect(200);
    await house.stranger.get('/api/openapi.json').set('If-None-Match', String(headers.etag)).expect(304);
    await house.stranger.head('/api/openapi.json').expect(200);
  });

  it('has an example for every GET that strangers can ask without knowing anything', () => {
    const without = described
      .operations()
      .filter(({ method, operation }) => method === 'get' && !examples[operation.operationId])
      .map(({ operation }) => operation.operationId);
    expect(without.sort()).toEqual([
      ...[
        'drawAvailability',
        'getAvailability',
        'getFile',
        'getGraphqlSchema',
        'getOpenApi',
        'getSharedPage',
        'readDocs',
      ],
    ]);
  });

  it('shows examples that the demo content answers today', async () => {
    for (const [id, { answer, request }] of Object.entries(examples)) {
      const got = await house.stranger.get(encodeURI(request)).expect(200);
      const isJson = String(got.headers['content-type']).includes('json');
      const said = isJson ? JSON.parse(got.text ?? got.body.toString()) : (got.text ?? got.body.toString());
      expect({ id, answer: settle(said) }).toEqual({ id, answer });
    }
  });

  it('says of every example truly what it holds', () => {
    for (const { operation } of described.operations()) {
      const content = operation.responses['200']?.content?.['application/json'] as
        | { schema?: { $ref?: string } }
        | undefined;
      const name = content?.schema?.$ref?.split('/').pop();
      const example = examples[operation.operationId];
      if (name && example) expectValid(name, example.answer, operation.operationId);
    }
  });

  it('names the parameters that are allowed, and no others', async () => {
    for (const { address, method, operation } of described.operations()) {
      const example = examples[operation.operationId];
      if (method !== 'get' || !address.startsWith('/api/') || !example) continue;
      const [asked] = example.request.split('?');
      const { body, status } = await house.stranger.get(`${asked}?nosuch=1`);
      const allowed: string | undefined = /Allowed: ([^”]+)\.$/.exec(body?.errors?.[0]?.message ?? '')?.[1];
      if (!allowed) continue;
      const hidden = ['fallback-locale', ...(operation.operationId === 'getSite' ? ['depth', 'select'] : [])];
      const without = (names: string[]) => names.filter((name) => !hidden.includes(name)).sort();
      expect({ address, status, named: without(namesIn(operation, 'query')) }).toEqual({
        address,
        status: 400,
        named: without(allowed.split(', ')),
      });
    }
  });

  it('describes every page of both sites, in every form of the body', async () => {
    for (const site of ['harbor-therapy', 'brightpath']) {
      const { body: manifest } = await house.stranger.get(`/api/sites/${site}/manifest`).expect(200);
      expectValid('Manifest', manifest, site);
      for (const { href, locale } of manifest.pages) {
        const address = `${href}?locale=${locale}&body=html,markdown,text,blocks&modules=true`;
        expectValid('Page', (await house.stranger.get(address).expect(200)).body, address);
      }
      expectValid(
        'SiteWithSurroundings',
        (await house.stranger.get(`/api/sites/${site}`).expect(200)).body,
        site,
      );
    }
  });

  it('describes every document of every collection, with relations as ids and filled in', async () => {
    for (const [slug, { fields, names }] of Object.entries(allowList) as [
      PublicSlug,
      (typeof allowList)[PublicSlug],
    ][]) {
      const all = fields.map((name) => `select[${name}]=true`).join('&');
      for (const depth of [0, 2]) {
        const address = `/api/${slug}?limit=100&depth=${depth}&fallbackLocale=es&${all}`;
        const { body } = await house.stranger.get(address).expect(200);
        expectValid(`${names.singular}List`, body, address);
      }
    }
  });

  it('describes errors', async () => {
    for (const address of [
      '/api/articles?nosuch=1',
      '/api/articles/nosuch',
      '/api/pages/brightpath/faqs/nosuch',
      '/api/users',
    ]) {
      expectValid('Errors', (await house.stranger.get(address)).body, address);
    }
  });

  it('has every route of the house', async () => {
    const { createPagesRouter } = await import('../../src/pages/pagesRouter.js');
    const { createAvailabilityRouter } = await import(
      '../../src/public-api/availability/availabilityRouter.js'
    );
    const { createSitesRouter } = await import('../../src/public-api/sites/sitesRouter.js');
    const { createResolveRouter } = await import('../../src/pages/resolve/resolveRouter.js');
    const { createRestRouter } = await import('../../src/public-api/restRouter.js');
    const { payload } = house;
    const routers = [
      ['/api/pages', createPagesRouter({ payload })],
      ['/api/availability', createAvailabilityRouter({ payload })],
      ['/api/sites', createSitesRouter({ payload })],
      ['/api/disclaimers', createResolveRouter({ payload })],
      ['/api', createRestRouter(payload)],
    ] as const;
    const shapeOf = (address: string) => address.replace(/\{\w+\}|:\w+/g, '*').replace('*/*path', '*/*/*');
    const described = Object.keys(api.paths).map(shapeOf);
    const routes = routers.flatMap(([prefix, router]) =>
      router.stack.flatMap(({ route }) => (route ? shapeOf(`${prefix}${route.path}`) : [])),
    );
    const left = routes.filter((route) => !described.includes(route));
    // what has no page is told so in its own words
    expect(left).toEqual(['/api/pages/{*elsewhere}']);
  });
});

describe('the GraphQL schema', () => {
  it('can be downloaded', async () => {
    const answer = await house.stranger.get('/api/graphql/schema.graphql').expect(200);
    expect(answer.text).toContain('type Query {');
    expect(answer.text).toContain('availabilityCheck(');
    await house.stranger
      .get('/api/graphql/schema.graphql')
      .set('If-None-Match', String(answer.headers.etag))
      .expect(304);
  });
});

describe('the document for people', () => {
  it('comes from this server alone', async () => {
    const page = await house.stranger.get('/docs').expect(200);
    expect(page.text).not.toMatch(/https?:/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const [, script = ''] = /src="(\/docs\/scalar\.js\?v=\w+)"/.exec(page.text) ?? [];
    const answer = await house.stranger.get(script).expect(200);
    expect(answer.headers['cache-control']).toContain('immutable');
    await house.stranger.get('/docs/start.js').expect(200);
    await house.stranger.get('/docs/nosuch').expect(404);
  });
});
