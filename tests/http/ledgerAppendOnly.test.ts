/** Records of the ledger, and what is derived from them, cannot be made, changed or removed by anybody through any door. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Payload } from 'payload';
import request from 'supertest';
import { roles, scopes } from '../../collections/access/accessTable.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type BehindTheBack, behindTheBackOf } from '../helpers/behindTheBack.js';
import { type House, openHouse } from '../helpers/house.js';

const closed = ['publications', 'publication-spans', 'publication-references'] as const;
type Closed = (typeof closed)[number];

interface Actor extends Asking {
  name: string;
  authorization: string;
}

let house: House;
let behind: BehindTheBack;
let before: string;
const ids = {} as Record<Closed, string>;
const actors: Actor[] = [];

const everything = async () => JSON.stringify(await Promise.all(closed.map((name) => behind.rows(name))));

beforeAll(async () => {
  house = await openHouse();
  behind = behindTheBackOf(house);
  const add = (name: string, authorization: string) =>
    actors.push({ name, authorization, ...asking(house, authorization) });
  for (const role of roles) add(role, await house.person(role));
  for (const scope of scopes) add(scope, await house.client([scope]));
  add('every scope', await house.client([...scopes]));
  for (const name of closed) ids[name] = String((await behind.rows(name))[0]?.id);
  before = await everything();
});
afterAll(() => house.close());

const forged = {
  position: 9_999,
  act: 'publish',
  collectionSlug: 'articles',
  documentId: 'x',
  reason: 'Forged.',
};
const all = { id: { exists: true } } as const;
const everyOne = 'where[id][exists]=true';

type Answer = PromiseLike<{ status: number }>;
type Attempt = (actor: Actor, path: string, id: string) => Answer;

/** What the admin's forms send. */
const form = ({ authorization }: Actor, method: 'post' | 'patch', path: string): Answer =>
  request(house.app)
    [method](path)
    .set('Authorization', authorization)
    .field('_payload', JSON.stringify(forged));

const overRest: [string, Attempt][] = [
  ['create one', (actor, path) => actor.post(path, forged)],
  ['create a draft', (actor, path) => actor.post(`${path}?draft=true`, forged)],
  ['change one', (actor, path, id) => actor.patch(`${path}/${id}`, forged)],
  ['change all', (actor, path) => actor.patch(`${path}?${everyOne}`, forged)],
  ['trash one', (actor, path, id) => actor.patch(`${path}/${id}`, { deletedAt: new Date().toISOString() })],
  ['trash all', (actor, path) => actor.patch(`${path}?${everyOne}`, { deletedAt: new Date().toISOString() })],
  ['delete one', (actor, path, id) => actor.delete(`${path}/${id}`)],
  ['delete all', (actor, path) => actor.delete(`${path}?${everyOne}`)],
  ['delete all for good', (actor, path) => actor.delete(`${path}?${everyOne}&trash=true`)],
  ['duplicate one', (actor, path, id) => actor.post(`${path}/${id}/duplicate`, {})],
  ['restore a version', (actor, path, id) => actor.post(`${path}/versions/${id}`)],
  ['send the form of a new one', (actor, path) => form(actor, 'post', path)],
  ['send the form of one that is there', (actor, path, id) => form(actor, 'patch', `${path}/${id}`)],
  [
    'disguise a deletion',
    ({ authorization }, path, id) =>
      request(house.app)
        .post(`${path}/${id}`)
        .set({ Authorization: authorization, 'X-HTTP-Method-Override': 'DELETE' }),
  ],
];

type LocalAttempt = (payload: Payload, collection: 'publications', id: string) => Promise<unknown>;
const trusted = { overrideAccess: true, depth: 0 } as const;

const fromInside: [string, LocalAttempt][] = [
  ['create', (payload, collection) => payload.create({ collection, data: forged as never, ...trusted })],
  [
    'update by id',
    (payload, collection, id) => payload.update({ collection, id, data: forged as never, ...trusted }),
  ],
  [
    'update',
    (payload, collection) => payload.update({ collection, where: all, data: forged as never, ...trusted }),
  ],
  ['delete by id', (payload, collection, id) => payload.delete({ collection, id, ...trusted })],
  ['delete', (payload, collection) => payload.delete({ collection, where: all, ...trusted })],
  ['duplicate', (payload, collection, id) => payload.duplicate({ collection, id, ...trusted } as never)],
  [
    'restoreVersion',
    (payload, collection, id) => payload.restoreVersion({ collection, id, ...trusted } as never),
  ],
];

describe.each(closed)('%s', (collection) => {
  it.each(overRest)('let nobody %s over REST', async (_what, attempt) => {
    const answers: [string, number][] = [];
    for (const actor of actors)
      answers.push([actor.name, (await attempt(actor, `/api/${collection}`, ids[collection])).status]);
    expect(answers).toHaveLength(actors.length);
    // each is told no, in so many words, and not that something broke
    expect(answers.filter(([, status]) => status < 400 || status >= 500)).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it.each(fromInside)('refuse %s of the Local API, whatever access it claims', async (_what, attempt) => {
    await expect(attempt(house.payload, collection as 'publications', ids[collection])).rejects.toThrow();
    expect(await everything()).toBe(before);
  });
});

describe('over GraphQL', () => {
  const mutations = (id: string) => [
    'createPublication(data: { position: 9999, act: publish }) { id }',
    `updatePublication(id: "${id}", data: { reason: "Forged." }) { id }`,
    `deletePublication(id: "${id}") { id }`,
    `duplicatePublication(id: "${id}") { id }`,
    `restoreVersionPublication(id: "${id}") { id }`,
    'createPublicationSpan(data: { from: 1 }) { id }',
    `deletePublicationReference(id: "${ids['publication-references']}") { id }`,
  ];

  it('every mutation is refused or does not exist', async () => {
    for (const actor of actors) {
      for (const mutation of mutations(ids.publications)) {
        const { body } = await actor.graphql(`mutation { it: ${mutation} }`);
        expect([actor.name, mutation, body.data?.it ?? null]).toEqual([actor.name, mutation, null]);
        expect(body.errors?.length).toBeGreaterThan(0);
      }
    }
    expect(await everything()).toBe(before);
  });
});

describe('reading', () => {
  it('shows the records to whoever may see them, and the derived tables to nobody', async () => {
    const readers = actors.filter(({ name }) => ['administrator', 'compliance', 'editor'].includes(name));
    for (const reader of readers) await reader.get(`/api/publications/${ids.publications}`).expect(200);
    for (const actor of actors) {
      for (const name of ['publication-spans', 'publication-references'] as const) {
        expect((await actor.get(`/api/${name}`)).status).toBeGreaterThanOrEqual(400);
        expect((await actor.get(`/api/${name}/${ids[name]}`)).status).toBeGreaterThanOrEqual(400);
      }
    }
    await house.stranger
      .get('/api/publications')
      .expect((response) => expect([401, 404]).toContain(response.status));
  });
});
