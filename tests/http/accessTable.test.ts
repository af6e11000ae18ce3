/** Tries every cell of the access table, role or scope × collection × action, over REST and over GraphQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import {
  type Action,
  type Actor,
  accessTable,
  type CollectionKey,
  rightsOf,
  roles,
  scopes,
} from '../../collections/access/accessTable.js';
import { allowList } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';
import { minimalDocument, type References, smallImage } from '../helpers/minimalDocuments.js';

type Caller = Actor | 'stranger';
type Doc = Record<string, unknown>;

const collections = Object.keys(accessTable) as CollectionKey[];
const actions: Action[] = ['read', 'readDrafts', 'create', 'update', 'publish', 'delete'];
const callers: Caller[] = [...roles, ...scopes.map((scope): Actor => `client:${scope}`), 'stranger'];

/** Written by the product alone: the table gives nobody more than a look. */
const records = new Set<CollectionKey>(['audit-log', 'publications', 'withdrawals']);

let house: House;
let references: References;
let image: Buffer;
const authorization = new Map<Caller, string>();
const tried = { rest: 0, graphql: 0 };

beforeAll(async () => {
  house = await openHouse();
  image = await smallImage();
  references = {
    site: await house.idOf('sites', 'harbor-therapy'),
    service: await house.idOf('services', 'consultation'),
  };
  for (const role of roles) authorization.set(role, await house.person(role));
  for (const scope of scopes) authorization.set(`client:${scope}`, await house.client([scope]));
}, 120_000);
afterAll(() => house.close());

function isAllowed(caller: Caller, collection: CollectionKey, action: Action): boolean {
  if (caller === 'stranger') return action === 'read' && Object.hasOwn(allowList, collection);
  return rightsOf([caller], collection).has(action);
}

const configOf = (collection: CollectionKey) => house.payload.collections[collection].config;
const hasDrafts = (collection: CollectionKey) => Boolean(configOf(collection).versions);
const hasLive = (collection: CollectionKey) =>
  configOf(collection).flattenedFields.some(({ name }) => name === 'live');

/** What makes a document public, or keeps it back. */
function standing(collection: CollectionKey, isPublic: boolean): Doc {
  if (hasDrafts(collection)) return { _status: isPublic ? 'published' : 'draft' };
  return hasLive(collection) ? { live: isPublic } : {};
}

/** A new document, made behind all doors. */
async function stored(collection: CollectionKey, isPublic: boolean): Promise<string> {
  const data = { ...minimalDocument(collection, references), ...standing(collection, isPublic) };
  if (records.has(collection)) {
    const id = randomUUID();
    await house.payload.db.create({ collection, data: { id, ...data } });
    return id;
  }
  const file = { data: image, mimetype: 'image/png', name: `${randomUUID()}.png`, size: image.length };
  const made = await house.payload.create({
    collection: collection as 'articles',
    data: data as never,
    depth: 0,
    overrideAccess: true,
    ...(collection === 'media' ? { file } : {}),
  });
  return made.id;
}

interface Cell {
  caller: Caller;
  collection: CollectionKey;
  action: Action;
  /** The public document and the one kept back. */
  publicId: string;
  draftId: string;
}

type Door = (cell: Cell) => Promise<boolean>;

/** True for an answer that gives, false for a refusal; anything else fails the test. */
function judge(cell: Cell, answer: Response): boolean {
  if (answer.status === 200 || answer.status === 201) return true;
  const refusals = cell.caller === 'stranger' ? [400, 401, 404, 405] : [403, 404];
  if (!refusals.includes(answer.status)) {
    throw new Error(`${cell.caller} ${cell.action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return false;
}

function call(cell: Cell, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: Doc) {
  const header = authorization.get(cell.caller);
  const sent = house.stranger[method](`/api/${cell.collection}${path}`);
  if (header) sent.set('Authorization', header);
  return body ? sent.send(body) : sent;
}

async function createOverRest(cell: Cell): Promise<Response> {
  const { collection } = cell;
  const data = minimalDocument(collection, references);
  if (collection === 'media') {
    return call(cell, 'post', '')
      .field('_payload', JSON.stringify(data))
      .attach('file', image, `${randomUUID()}.png`);
  }
  return call(cell, 'post', hasDrafts(collection) ? '?draft=true' : '', data);
}

const overRest: Record<Action, Door> = {
  read: async (cell) => judge(cell, await call(cell, 'get', `/${cell.publicId}`)),
  readDrafts: async (cell) => {
    if (!hasDrafts(cell.collection)) return judge(cell, await call(cell, 'get', `/${cell.draftId}`));
    const versions = judge(cell, await call(cell, 'get', '/versions?limit=1'));
    const draft = judge(cell, await call(cell, 'get', `/${cell.draftId}?draft=true`));
    expect({ ...cell, versions }).toMatchObject({ versions: draft });
    return draft;
  },
  create: async (cell) => judge(cell, await createOverRest(cell)),
  update: async (cell) => {
    const draft = hasDrafts(cell.collection) ? '?draft=true' : '';
    return judge(cell, await call(cell, 'patch', `/${cell.draftId}${draft}`, {}));
  },
  publish: async (cell) => {
    const draftsOnly = isAllowed(cell.caller, cell.collection, 'update') && !records.has(cell.collection);
    const body = hasDrafts(cell.collection) ? { _status: 'published' } : {};
    const changed = judge(cell, await call(cell, 'patch', `/${cell.publicId}`, body));
    if (!changed && draftsOnly) {
      // nor by any other way of saying it
      for (const [path, data] of [
        [`/${cell.draftId}`, { _status: 'published' }],
        [`/${cell.draftId}?draft=true`, { _status: 'published' }],
        [`/${cell.publicId}`, { _status: 'draft' }],
        [`/${cell.publicId}`, {}],
        [`/${cell.publicId}?draft=true&unpublishAllLocales=true`, {}],
        [`/${cell.draftId}?draft=true&publishSpecificLocale=en`, { _status: 'published' }],
      ] as const) {
        expect({ path, isDone: judge(cell, await call(cell, 'patch', path, data)) }).toEqual({
          path,
          isDone: false,
        });
      }
    }
    return changed;
  },
  delete: async (cell) => {
    const allowed = isAllowed(cell.caller, cell.collection, 'delete');
    const id = allowed ? await stored(cell.collection, true) : cell.publicId;
    return judge(cell, await call(cell, 'delete', `/${id}`));
  },
};

interface Question {
  field: string;
  query: string;
  variables?: Doc;
}

/** An image cannot come with GraphQL: nobody makes one there. */
const isUpload = ({ action, collection }: Pick<Cell, 'action' | 'collection'>) =>
  collection === 'media' && action === 'create';

async function ask(cell: Cell, { field, query, variables }: Question): Promise<boolean> {
  const sent = house.stranger.post('/api/graphql');
  const header = authorization.get(cell.caller);
  if (header) sent.set('Authorization', header);
  const { body } = await sent.send({ query, variables });
  if (body.data?.[field] && !body.errors) return true;
  const codes = (body.errors ?? []).map(({ code }: { code: string }) => code);
  if (isUpload(cell) && codes[0] === 'validation_failed') return false;
  // strangers do not even have the words
  const refusals = header ? ['forbidden', 'not_found'] : ['bad_request', 'not_found', 'forbidden'];
  if (codes.some((code: string) => !refusals.includes(code))) {
    throw new Error(`${cell.caller} ${cell.action}: ${query} → ${JSON.stringify(body)}`);
  }
  return false;
}

const namesOf = (collection: CollectionKey) => {
  const { graphQL } = configOf(collection);
  const { singularName, pluralName } = graphQL as { singularName: string; pluralName: string };
  return { one: singularName, many: pluralName };
};

const queryOne = (cell: Cell, id: string, args = '') => {
  const { one } = namesOf(cell.collection);
  return { field: one, query: `{ ${one}(id: "${id}"${args}) { id } }` };
};

/** GraphQL asks for groups with a required field in them on every update. */
function groupsOf(collection: CollectionKey): Doc {
  const groups = configOf(collection).fields.filter(({ type }) => type === 'group');
  const names = new Set(groups.map((field) => ('name' in field ? field.name : '')));
  return Object.fromEntries(
    Object.entries(minimalDocument(collection, references)).filter(([name]) => names.has(name)),
  );
}

function updateQuestion(cell: Cell, id: string, standing: Doc, draft: boolean): Question {
  const data = { ...groupsOf(cell.collection), ...standing };
  const { one } = namesOf(cell.collection);
  const field = `update${one}`;
  const query = `mutation ($data: mutation${one}UpdateInput!) { ${field}(id: "${id}", data: $data${draft ? ', draft: true' : ''}) { id } }`;
  return { field, query, variables: { data } };
}

function createQuestion(cell: Cell): Question {
  const { one } = namesOf(cell.collection);
  const field = `create${one}`;
  const draft = hasDrafts(cell.collection) ? ', draft: true' : '';
  const query = `mutation ($data: mutation${one}Input!) { ${field}(data: $data${draft}) { id } }`;
  return { field, query, variables: { data: minimalDocument(cell.collection, references) } };
}

const overGraphql: Record<Action, Door> = {
  read: (cell) => ask(cell, queryOne(cell, cell.publicId)),
  readDrafts: async (cell) => {
    if (!hasDrafts(cell.collection)) return ask(cell, queryOne(cell, cell.draftId));
    const field = `versions${namesOf(cell.collection).many}`;
    const versions = await ask(cell, { field, query: `{ ${field}(limit: 1) { totalDocs } }` });
    const draft = await ask(cell, queryOne(cell, cell.draftId, ', draft: true'));
    expect({ ...cell, versions }).toMatchObject({ versions: draft });
    return draft;
  },
  create: (cell) => ask(cell, createQuestion(cell)),
  update: (cell) => ask(cell, updateQuestion(cell, cell.draftId, {}, hasDrafts(cell.collection))),
  publish: (cell) => {
    const data = hasDrafts(cell.collection) ? { _status: 'published' } : {};
    return ask(cell, updateQuestion(cell, cell.publicId, data, false));
  },
  delete: async (cell) => {
    const { one } = namesOf(cell.collection);
    const allowed = isAllowed(cell.caller, cell.collection, 'delete');
    const id = allowed ? await stored(cell.collection, true) : cell.publicId;
    return ask(cell, { field: `delete${one}`, query: `mutation { delete${one}(id: "${id}") { id } }` });
  },
};

async function standingOf(collection: CollectionKey, id: string): Promise<unknown> {
  const doc = (await house.payload.db.findOne({
    collection,
    where: { id: { equals: id } },
  })) as Doc | null;
  return doc && (hasDrafts(collection) ? doc._status : (doc.live ?? true));
}

/** Every cell of one collection through one door; the answers beside what the table says. */
async function tryAll(collection: CollectionKey, doors: Record<Action, Door>, count: () => void) {
  const [publicId, draftId] = [await stored(collection, true), await stored(collection, false)];
  const before = [await standingOf(collection, publicId), await standingOf(collection, draftId)];
  const [found, expected]: [string[], string[]] = [[], []];
  for (const caller of callers) {
    for (const action of actions) {
      count();
      const cell = `${caller} ${action}`;
      if (await doors[action]({ caller, collection, action, publicId, draftId })) found.push(cell);
      const isPossible = doors !== overGraphql || !isUpload({ action, collection });
      if (isPossible && isAllowed(caller, collection, action)) expected.push(cell);
    }
  }
  expect(found).toEqual(expected);
  // nothing that was refused was done all the same
  expect([await standingOf(collection, publicId), await standingOf(collection, draftId)]).toEqual(before);
}

describe('the access table', () => {
  it.each(collections)('holds for %s over REST, cell by cell', async (collection) => {
    await tryAll(collection, overRest, () => (tried.rest += 1));
  });

  it.each(collections)('holds for %s over GraphQL, cell by cell', async (collection) => {
    await tryAll(collection, overGraphql, () => (tried.graphql += 1));
  });

  it.each([
    'where[and][0]=x',
    'where[]=',
    'where[or][0]=',
    'where=x',
    'where=',
    '',
    'where[or][0][id][exists]=true&where[or][1]=',
    'where[and]=',
  ])('lets nobody change or delete everything with a filter that is none: %s', async (query) => {
    const header = authorization.get('administrator') as string;
    for (const collection of ['faqs', 'redirects'] as const) {
      const count = async () => (await house.payload.count({ collection, overrideAccess: true })).totalDocs;
      const before = await count();
      await house.stranger.delete(`/api/${collection}?${query}`).set('Authorization', header).expect(400);
      await house.stranger
        .patch(`/api/${collection}?${query}`)
        .set('Authorization', header)
        .send({})
        .expect(400);
      expect(await count()).toBe(before);
    }
  });

  it('still changes and deletes many at once with a filter that is one', async () => {
    const header = authorization.get('administrator') as string;
    const ids = [await stored('redirects', true), await stored('redirects', true)];
    const query = `where[and][0][id][in]=${ids.join(',')}`;
    const patched = await house.stranger
      .patch(`/api/redirects?${query}`)
      .set('Authorization', header)
      .send({ reason: 'moved' });
    expect(patched.body.docs).toHaveLength(2);
    const deleted = await house.stranger
      .delete(`/api/redirects?${query}`)
      .set('Authorization', header)
      .expect(200);
    expect(deleted.body.docs.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
  });

  it.each<[Actor, CollectionKey]>([
    ['client:write', 'articles'],
    ['clinical-reviewer', 'articles'],
    ['client:write', 'faqs'],
    ['editor', 'services'],
    ['clinical-reviewer', 'claims'],
  ])('lets %s publish nothing of %s by a side door', async (caller, collection) => {
    const publicId = await stored(collection, true);
    const cell: Cell = { caller, collection, action: 'publish', publicId, draftId: publicId };
    const { one } = namesOf(collection);
    const { docs } = await house.payload.findVersions({
      ...{
        collection: collection as 'articles',
        where: { parent: { equals: publicId } },
        depth: 0,
        overrideAccess: true,
      },
    });
    const version = docs[0]?.id;
    const published = { ...minimalDocument(collection, references), _status: 'published' };
    const refused = await Promise.all([
      call(cell, 'post', `/versions/${version}`),
      call(cell, 'post', `/versions/${version}?draft=true`),
      call(cell, 'post', '', published),
      call(cell, 'post', '?draft=true', { ...published, slug: 'by-a-side-door' }),
      call(cell, 'patch', `/${publicId}?autosave=true`, {}),
      call(cell, 'patch', `?where[id][equals]=${publicId}`, {}),
      call(cell, 'patch', `?where[id][equals]=${publicId}&draft=true`, { _status: 'published' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    const restored = {
      field: `restoreVersion${one}`,
      query: `mutation { restoreVersion${one}(id: "${version}") { id } }`,
    };
    expect(await ask(cell, restored)).toBe(false);
    if (!isAllowed(caller, collection, 'create')) return;
    const copy = await call(cell, 'post', `/${publicId}/duplicate`, {});
    expect({ status: copy.status, standing: copy.body.doc?._status }).not.toMatchObject({
      standing: 'published',
    });
  });

  it('was tried in every cell', () => {
    const cells = callers.length * collections.length * actions.length;
    expect(tried).toEqual({ rest: cells, graphql: cells });
  });
});
