/** One GraphQL query answers all that a page needs: the same as REST, to strangers and to people. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(240_000);

let house: House;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

type Data = Record<string, unknown>;
interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
interface IntrospectedType {
  name: string;
  kind: string;
  fields: { name: string; type: TypeRef }[] | null;
}

const ask = (query: string) => house.stranger.post('/api/graphql').send({ query });

async function answerOf(query: string): Promise<Data> {
  const { body } = await ask(query).expect(200);
  expect(body.errors).toBeUndefined();
  return body.data;
}

type Asker = (query: string) => PromiseLike<{ body: Data }>;

async function faultsOf(query: string, asker: Asker = ask): Promise<{ code: string; path?: string }[]> {
  const { body } = await asker(query);
  return (body.errors as { extensions: { code: string; path?: string } }[]).map(
    ({ extensions: { code, path } }) => ({ code, path }),
  );
}

const codesOf = async (query: string, asker?: Asker) =>
  (await faultsOf(query, asker)).map(({ code }) => code);

const path = '/resources/the-at-home-program-step-by-step';
const inBrightpath = `site: "brightpath", path: "${path}"`;

/** Every type of the schema by its name. */
async function readTypes(): Promise<Map<string, IntrospectedType>> {
  const data = await answerOf(getIntrospectionQuery());
  const { types } = data.__schema as { types: IntrospectedType[] };
  return new Map(types.map((type) => [type.name, type]));
}

const namedIn = ({ name, ofType }: TypeRef): string => name ?? (ofType ? namedIn(ofType) : '');

/** A selection of everything that a type has. */
function everything(types: Map<string, IntrospectedType>, typeName: string): string {
  const fields = types.get(typeName)?.fields ?? [];
  const each = fields.map(({ name, type }) => {
    const below = everything(types, namedIn(type));
    return below === '' ? name : `${name} ${below}`;
  });
  return each.length === 0 ? '' : `{ ${each.join(' ')} }`;
}

const rootType = (types: Map<string, IntrospectedType>, field: string): string => {
  const root = types.get('Query')?.fields?.find(({ name }) => name === field);
  return root ? namedIn(root.type) : '';
};

/** What GraphQL says of everything, as REST would: without nulls where REST leaves out what is not there. */
function matching(rest: unknown, graphql: unknown): void {
  if (Array.isArray(rest)) {
    expect(graphql).toHaveLength(rest.length);
    for (const [index, each] of rest.entries()) matching(each, (graphql as unknown[])[index]);
  } else if (rest !== null && typeof rest === 'object') {
    for (const [name, each] of Object.entries(rest)) matching(each, (graphql as Data)[name]);
  } else {
    expect(graphql).toEqual(rest);
  }
}

describe('page', () => {
  it('answers the content in every form and what stands around it, in one query', async () => {
    const { page } = await answerOf(`{ page(${inBrightpath}, locale: en, state: "FL") {
      title summary revision body { html markdown text blocks } authors { name } toc { anchor }
      disclaimers { placement text because { rule } } callsToAction { label placements { where } }
      availability { service { slug price { amount } } states { state } } seo { canonical } jsonLd movedTo { path }
    } }`);
    const address = `/api/pages/brightpath${path}?state=FL&body=html,markdown,text,blocks`;
    const { body } = await house.stranger.get(address).expect(200);
    expect(page).toMatchObject({
      ...{ title: body.page.title, revision: body.revision, body: body.page.body, toc: expect.anything() },
      ...{ movedTo: null, jsonLd: body.jsonLd, seo: { canonical: body.seo.canonical } },
    });
    expect((page as Data).disclaimers).toHaveLength(body.disclaimers.length);
  });

  it('says everything that REST says, of pages of every kind, to strangers and people', async () => {
    const types = await readTypes();
    const selection = everything(types, rootType(types, 'page'));
    for (const site of ['harbor-therapy', 'brightpath']) {
      const { body: manifest } = await house.stranger
        .get(`/api/sites/${site}/manifest?locale=en`)
        .expect(200);
      const pages = manifest.pages as { href: string; path: string }[];
      // articles, FAQs and misconceptions are all among them
      for (const { href, path: at } of pages.filter((_, index) => index % 5 === 0)) {
        const { body } = await house.stranger
          .get(`${href}?body=html,markdown,text,blocks&modules=true`)
          .expect(200);
        const query = `{ page(site: "${site}", path: "${at}") ${selection} }`;
        const { page, ...around } = body;
        for (const answer of [await ask(query), await editor.graphql(query)]) {
          expect(answer.body.errors).toBeUndefined();
          matching({ ...page, ...around }, answer.body.data.page);
        }
      }
    }
  });

  it('writes only the forms that are selected, through fragments and aliases too', async () => {
    const { page, other } = await answerOf(`
      query { page(${inBrightpath}) { words: body { ...F } } other: page(${inBrightpath}) { body { html } title } }
      fragment F on PageBodyAnswer { plain: text }
    `);
    expect(page).toEqual({ words: { plain: expect.stringMatching(/\w/) } });
    expect(other).toMatchObject({ body: { html: expect.stringContaining('<') } });
    const { page: short } = await answerOf(`{ page(${inBrightpath}) { title } }`);
    expect(short).toEqual({ title: expect.any(String) });
  });

  it('answers where a page has moved, and says so', async () => {
    const from = '/blog/ketamine-therapy-steps';
    const moved = await house.stranger.get(`/api/pages/harbor-therapy${from}`).expect(301);
    const { page } = await answerOf(
      `{ page(site: "harbor-therapy", path: "${from}") { href path site { slug } movedTo { site path } } }`,
    );
    const { href, path: there, site } = page as { href: string; path: string; site: { slug: string } };
    expect(href).toBe(moved.headers.location);
    expect(page).toMatchObject({ movedTo: { site: site.slug, path: there } });
  });

  it('is in the language asked for, or in the one accepted instead', async () => {
    const { body } = await house.stranger.get('/api/sites/brightpath/manifest');
    const pages = body.pages as { path: string; locale: string; title: string }[];
    const spanish = pages.find(({ locale }) => locale === 'es');
    const translated = new Set(pages.filter(({ locale }) => locale === 'es').map((each) => each.path));
    const english = pages.find((each) => !translated.has(each.path));
    const asked = (at: string, more = '') => `page(site: "brightpath", path: "${at}", locale: es${more})`;
    const data = await answerOf(`{
      one: ${asked(spanish?.path ?? '')} { title locale }
      two: ${asked(english?.path ?? '', ', fallbackLocale: en')} { title locale }
    }`);
    expect(data).toEqual({
      one: { title: spanish?.title, locale: 'es' },
      two: { title: english?.title, locale: 'en' },
    });
    expect(await codesOf(`{ ${asked(english?.path ?? '')} { title } }`)).toEqual(['not_found']);
  });

  it('refuses what REST refuses, with the same codes', async () => {
    expect(await codesOf('{ page(site: "brightpath", path: "/nothing/here") { title } }')).toEqual([
      'not_found',
    ]);
    expect(await codesOf(`{ page(site: "nowhere", path: "${path}") { title } }`)).toEqual(['not_found']);
    expect(await codesOf(`{ page(${inBrightpath}, state: "ZZ") { title } }`)).toEqual(['invalid_parameter']);
    for (const past of ['position: 10', 'at: "2026-01-01T00:00:00Z"', 'draft: true']) {
      // strangers are not told that there are drafts: their schema has none
      const code = past.startsWith('draft') ? 'bad_request' : 'unauthenticated';
      expect(await codesOf(`{ page(${inBrightpath}, ${past}) { title } }`)).toEqual([code]);
      const key = asking(house, await house.client(['read']));
      expect(await codesOf(`{ page(${inBrightpath}, ${past}) { title } }`, key.graphql)).toEqual([
        'forbidden',
      ]);
    }
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const elsewhere = asking(house, await house.person('editor', [harbor]));
    const now = new Date().toISOString();
    expect(await codesOf(`{ page(${inBrightpath}, at: "${now}") { title } }`, elsewhere.graphql)).toEqual([
      'forbidden',
    ]);
  });

  it('names the parameter that is wrong, in every question of ours', async () => {
    const wrong: [string, string][] = [
      [`page(${inBrightpath}, state: "ZZ") { title }`, 'state'],
      ['site(slug: "brightpath", at: "yesterday") { name }', 'at'],
      ['disclaimersFor(site: "brightpath", kind: "poem") { path }', 'kind'],
      ['disclaimersFor(site: "brightpath", services: ["no-such"]) { path }', 'services'],
      ['availabilityCheck(site: "brightpath", zip: "1") { status }', 'zip'],
      ['availabilitySummary(site: "brightpath", format: "rhyme") { text }', 'format'],
      ['Articles(limit: 1000) { totalDocs }', 'limit'],
      ['Articles(sort: "secret") { totalDocs }', 'sort'],
    ];
    for (const [question, path] of wrong) {
      for (const asker of question.startsWith('Articles') ? [ask] : [ask, editor.graphql])
        expect(await faultsOf(`{ ${question} }`, asker)).toEqual([{ code: 'invalid_parameter', path }]);
    }
  });

  it('shows people the past and drafts', async () => {
    const writing = { depth: 0, locale: 'en', overrideAccess: true } as const;
    const slug = 'a-page-over-graphql';
    const data = { title: 'As it was', body: paragraph('Words.'), slug, _status: 'published' } as const;
    const { id } = await house.payload.create({ ...writing, collection: 'articles', data: data as never });
    const { headers } = await house.stranger.get(`/api/pages/brightpath/resources/${slug}`).expect(200);
    const change = (more: Data, draft: boolean) =>
      house.payload.update({ ...writing, collection: 'articles', id, data: more as never, draft });
    await change({ title: 'As it is', _status: 'published' }, false);
    await change({ title: 'As it may be' }, true);
    const asked = (more: string) => `page(site: "brightpath", path: "/resources/${slug}"${more}) { title }`;
    const { body } = await editor.graphql(`{
      was: ${asked(`, position: ${headers['ledger-position']}`)} is: ${asked('')} may: ${asked(', draft: true')}
    }`);
    expect(body.data).toEqual({
      was: { title: 'As it was' },
      is: { title: 'As it is' },
      may: { title: 'As it may be' },
    });
  });
});

describe('site', () => {
  it('says everything that REST says', async () => {
    const types = await readTypes();
    const selection = everything(types, rootType(types, 'site'));
    for (const slug of ['harbor-therapy', 'brightpath']) {
      for (const locale of ['en', 'es']) {
        const { body } = await house.stranger.get(`/api/sites/${slug}?locale=${locale}`).expect(200);
        const answer = await editor.graphql(`{ site(slug: "${slug}", locale: ${locale}) ${selection} }`);
        expect(answer.body.errors).toBeUndefined();
        matching(body, answer.body.data.site);
      }
    }
  });

  it('refuses what REST refuses', async () => {
    expect(await codesOf('{ site(slug: "nowhere") { name } }')).toEqual(['not_found']);
    expect(await codesOf('{ site(slug: "brightpath", position: 10) { name } }')).toEqual(['unauthenticated']);
  });
});

describe('disclaimersFor', () => {
  const fields =
    '{ path properties { services offersFree } disclaimers { slug placement text because { rule } } }';

  it('says of our pages what they carry, and why', async () => {
    const { disclaimersFor } = await answerOf(`{ disclaimersFor(${inBrightpath}, state: "FL") ${fields} }`);
    const { body } = await house.stranger.get(`/api/pages/brightpath${path}?state=FL`).expect(200);
    const { disclaimers } = disclaimersFor as { disclaimers: Data[] };
    const seen = ({ because, placement, slug, text }: Data) => ({
      ...{ placement, slug, text },
      because: (because as Data[]).map(({ rule }) => ({ rule })),
    });
    expect(disclaimers).toEqual(body.disclaimers.map(seen));
    expect(disclaimers.length).toBeGreaterThan(0);
  });

  it('says of other pages what REST says, from the same properties', async () => {
    const search =
      'site=brightpath&state=FL&services=at-home-program&offersFree=true&showsPrice=true&phrase=ketamine';
    const { body } = await house.stranger.get(`/api/disclaimers/resolve?${search}`).expect(200);
    const { disclaimersFor } = await answerOf(`{ disclaimersFor(
      site: "brightpath", state: "FL", services: ["at-home-program"], offersFree: true, showsPrice: true, phrase: "ketamine"
    ) ${fields} }`);
    const { disclaimers, path: at } = disclaimersFor as { disclaimers: Data[]; path: null };
    expect(at).toBeNull();
    expect(disclaimers.map(({ slug }) => slug)).toEqual(body.disclaimers.map(({ slug }: Data) => slug));
    expect(await codesOf(`{ disclaimersFor(site: "brightpath", services: ["no-such"]) ${fields} }`)).toEqual([
      'invalid_parameter',
    ]);
  });
});
