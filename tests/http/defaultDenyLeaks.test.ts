/** Real secrets in every internal field, and in documents that are kept back: no answer to a stranger has any of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  type GraphQLOutputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Where } from 'payload';
import { allowList, type PublicCollection, type PublicSlug } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';
import { richText } from '../helpers/minimalDocuments.js';

const rows = Object.entries(allowList) as [PublicSlug, PublicCollection][];
type Doc = Record<string, unknown> & { id: string };

let house: House;
let schema: GraphQLSchema;
/** The article that refers to everything. */
let articleId: string;

async function make(collection: string, data: object): Promise<string> {
  const { id } = await house.payload.create({
    ...{ collection: collection as 'articles', data: data as never, depth: 0, overrideAccess: true },
  });
  return id;
}

/** Writes secrets into the internal fields of what the demo content has. */
async function fillInternalFields(): Promise<void> {
  const update = (collection: string, data: object, where: Where = { id: { exists: true } }) =>
    house.payload.update({
      ...{
        collection: collection as 'people',
        data: data as never,
        where,
        depth: 0,
        overrideAccess: true,
      },
    });
  const license = await make('licenses', {
    slug: 'leak-license',
    number: 'LEAK license',
    state: 'FL',
    kind: 'medical',
    holder: { organization: 'LEAK holder' },
    internalNote: 'LEAK note',
  });
  await update('people', { email: 'leak@leak.example', internalNote: 'LEAK person' });
  await update('sources', { confirmed: { on: '1999-01-01T00:00:00.000Z', in: 'LEAK source' } });
  await update('availability', {
    internalNote: 'LEAK availability',
    reviewDueAt: '2099-01-01T00:00:00.000Z',
    _status: 'published',
  });
  await update('availability', { licenses: [license] }, { state: { equals: 'FL' } });
}

const linkTo = (id: string) => ({
  ...{ type: 'link', version: 3, id: 'aaaaaaaaaaaaaaaaaaaaaaaa', direction: 'ltr', format: '', indent: 0 },
  fields: { linkType: 'internal', doc: { relationTo: 'articles', value: id } },
  children: [{ type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text: 'a link', version: 1 }],
});
const callToActionBlock = (id: string) => ({
  ...{ type: 'block', version: 2, format: '' },
  fields: { id: 'bbbbbbbbbbbbbbbbbbbbbbbb', blockName: '', blockType: 'callToAction', callToAction: id },
});

/** A public article that refers to documents that are not public, in fields and in its text. */
async function referToHiddenDocuments(): Promise<string> {
  const person = await make('people', {
    slug: 'leak-person',
    name: 'LEAK hidden person',
    bio: 'LEAK bio',
    live: false,
  });
  const topic = await make('topics', {
    slug: 'leak-topic',
    title: 'LEAK topic',
    kind: 'condition',
    live: false,
  });
  const source = await make('sources', {
    slug: 'leak-source',
    title: 'LEAK hidden source',
    kind: 'law',
    live: false,
  });
  const call = await make('calls-to-action', {
    slug: 'leak-call',
    label: 'LEAK call',
    kind: 'link',
    target: { url: '/leak' },
    live: false,
  });
  const draft = await make('articles', {
    slug: 'leak-draft',
    title: 'LEAK draft',
    body: richText('LEAK draft text'),
  });
  const body = richText('A text.') as { root: { children: { children: object[] }[] } };
  body.root.children[0]?.children.push(linkTo(draft));
  body.root.children.push(callToActionBlock(call) as never);
  const id = await make('articles', {
    ...{ slug: 'refers-to-everything', title: 'Refers to everything', body, _status: 'published' },
    ...{
      authors: [person],
      reviewedBy: person,
      topics: [topic],
      references: [source],
      callsToAction: [call],
      related: [draft],
    },
  });
  // a newer draft beside what is public
  await house.payload.update({
    ...{ collection: 'articles', id, draft: true, depth: 0, overrideAccess: true },
    data: { title: 'LEAK newer draft', summary: 'LEAK newer summary' },
  });
  return id;
}

beforeAll(async () => {
  house = await openHouse();
  await fillInternalFields();
  articleId = await referToHiddenDocuments();
  const { body } = await house.stranger.post('/api/graphql').send({ query: getIntrospectionQuery() });
  schema = buildClientSchema(body.data);
}, 120_000);
afterAll(() => house.close());

const internalKeys = new Set([
  ...[
    'internalNote',
    'licenses',
    'live',
    '_status',
    'confirmed',
    'createdAt',
    'reviewDueAt',
    'email',
    'nextVersion',
  ],
  ...[
    'hash',
    'salt',
    'password',
    'apiKey',
    'apiKeyIndex',
    'sessions',
    'loginAttempts',
    'lockUntil',
    'deletedAt',
  ],
]);
/** A site's own address for visitors is public. */
const publicPlaces = /\.contact\.email$/;

function internalPlaces(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = Array.isArray(value) ? `${place}[]` : `${place}.${key}`;
    const isInternal = internalKeys.has(key) && !publicPlaces.test(here);
    return [...(isInternal ? [here] : []), ...internalPlaces(inner, here)];
  });
}

function expectNoSecrets(path: string, body: unknown): void {
  const found = JSON.stringify(body).match(/.{0,60}leak.{0,30}/i)?.[0];
  expect({ path, found, internal: [...new Set(internalPlaces(body))] }).toEqual({
    path,
    found: undefined,
    internal: [],
  });
}

describe('no secret reaches a stranger', () => {
  it('though the secrets are there, for people who may see them', async () => {
    const administrator = await house.person('administrator');
    for (const path of ['people', 'sources', 'availability', 'people/leak-person', 'articles/leak-draft']) {
      const { body } = await house.stranger
        .get(`/api/${path}`)
        .set('Authorization', administrator)
        .expect(200);
      expect(JSON.stringify(body)).toMatch(/LEAK/);
    }
  });

  it.each(rows)('through lists of %s, at any depth, with every field asked for', async (slug, { fields }) => {
    const select = fields.map((field) => `select[${field}]=true`).join('&');
    for (const depth of [0, 1, 2]) {
      for (const more of ['', `&${select}`, '&locale=es', '&locale=es&fallbackLocale=en']) {
        const path = `/api/${slug}?limit=100&depth=${depth}${more}`;
        const { body } = await house.stranger.get(path).expect(200);
        if (!more) expect(body.docs.length).toBeGreaterThan(0);
        expectNoSecrets(path, body);
      }
    }
  });

  it.each(rows)('through documents of %s, at any depth', async (slug) => {
    const { body } = await house.stranger.get(`/api/${slug}?limit=3`).expect(200);
    for (const { id } of body.docs as Doc[]) {
      for (const depth of [0, 1, 2]) {
        const path = `/api/${slug}/${id}?depth=${depth}`;
        expectNoSecrets(path, (await house.stranger.get(path).expect(200)).body);
      }
    }
  });

  it('through an article that refers to what is not public', async () => {
    for (const depth of [0, 1, 2]) {
      const path = `/api/articles/${articleId}?depth=${depth}`;
      const { body } = await house.stranger.get(path).expect(200);
      expect(body.title).toBe('Refers to everything');
      expectNoSecrets(path, body);
    }
  });

  it('through what is kept back, by id, slug or count', async () => {
    for (const path of [
      'people/leak-person',
      'topics/leak-topic',
      'sources/leak-source',
      'calls-to-action/leak-call',
      'articles/leak-draft',
    ]) {
      await house.stranger.get(`/api/${path}`).expect(404);
      const [slug, name] = path.split('/');
      const { body } = await house.stranger.get(`/api/${slug}/count?where[slug][equals]=${name}`).expect(200);
      expect({ path, ...body }).toEqual({ path, totalDocs: 0 });
    }
  });

  it('through a relation that is not published in the language asked for', async () => {
    const topic = await make('topics', { slug: 'english-leak', title: 'LEAK of English', kind: 'condition' });
    const id = await make('articles', {
      slug: 'in-both',
      title: 'In both',
      topics: [topic],
      _status: 'published',
    });
    await house.payload.update({
      ...{ collection: 'articles', id, locale: 'es', depth: 0, overrideAccess: true },
      data: { title: 'En los dos', _status: 'published' },
    });
    for (const depth of [1, 2]) {
      const path = `/api/articles/${id}?locale=es&depth=${depth}`;
      const { body } = await house.stranger.get(path).expect(200);
      expect(body.title).toBe('En los dos');
      expectNoSecrets(path, body);
    }
    // the one that refers goes first
    await house.payload.delete({ collection: 'articles', id, depth: 0, overrideAccess: true });
    await house.payload.delete({ collection: 'topics', id: topic, depth: 0, overrideAccess: true });
  });

  /** Every field, relations `levels` deep. */
  function selectionOf(type: GraphQLOutputType, levels: number): string {
    const named = getNamedType(type);
    if (isScalarType(named) || isEnumType(named)) return '';
    if (!isObjectType(named)) return ' { __typename }';
    const isDocument = rows.some(([, { names }]) => names.singular === named.name);
    if (isDocument && levels < 0) return ' { id }';
    const fields = Object.values(named.getFields()).map(
      ({ name, type: inner }) => `${name}${selectionOf(inner, isDocument ? levels - 1 : levels)}`,
    );
    return ` { ${fields.join(' ')} }`;
  }

  it.each(rows)('through GraphQL of %s, relations included', async (_slug, { names }) => {
    const type = schema.getType(names.singular);
    if (!isObjectType(type)) throw new Error(`There is no ${names.singular}.`);
    // field by field: one question may not have more than a thousand words
    for (const field of Object.values(type.getFields())) {
      for (const locale of ['en', 'es']) {
        const query = `{ ${names.plural}(limit: 100, locale: ${locale}) { docs { id ${field.name}${selectionOf(field.type, 0)} } } }`;
        const { body } = await house.stranger.post('/api/graphql').send({ query });
        const errors = body.errors ?? [];
        expect({ query, errors }).toEqual({ query, errors: [] });
        expectNoSecrets(query, body);
      }
    }
  });

  it('through GraphQL of an article that refers to what is not public', async () => {
    const query = `{ Article(id: "${articleId}") { title body authors { name } reviewedBy { name } topics { title } references { title } callsToAction { label } related { title } } }`;
    const { body } = await house.stranger.post('/api/graphql').send({ query });
    expect(body.errors).toBeUndefined();
    expect(body.data.Article.title).toBe('Refers to everything');
    expectNoSecrets(query, body);
  });
});
