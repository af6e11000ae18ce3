/** People and API clients limited to one site read what is theirs and what all share, and write what is theirs. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTable, type CollectionKey } from '../../collections/access/accessTable.js';
import { type House, openHouse } from '../helpers/house.js';
import { minimalDocument, smallImage } from '../helpers/minimalDocuments.js';

type Doc = Record<string, unknown>;
type Actor = 'editor' | 'compliance' | 'client:publish';

let house: House;
let image: Buffer;
let own: string;
let foreign: string;
const services = { own: '', foreign: '' };
const authorization = {} as Record<Actor, string>;

beforeAll(async () => {
  house = await openHouse();
  image = await smallImage();
  own = await house.idOf('sites', 'harbor-therapy');
  foreign = await house.idOf('sites', 'brightpath');
  services.own = await stored('services', { site: own });
  services.foreign = await stored('services', { site: foreign });
  authorization.editor = await house.person('editor', [own]);
  authorization.compliance = await house.person('compliance', [own]);
  authorization['client:publish'] = await house.client(['publish'], { sites: [own] });
});
afterAll(() => house.close());

const hasDrafts = (collection: CollectionKey) =>
  Boolean(house.payload.collections[collection].config.versions);

async function stored(collection: CollectionKey, more: Doc): Promise<string> {
  const references = { site: own, service: services.own };
  const file = { data: image, mimetype: 'image/png', name: `${randomUUID()}.png`, size: image.length };
  const { id } = await house.payload.create({
    collection: collection as 'articles',
    data: {
      ...minimalDocument(collection, references),
      ...(hasDrafts(collection) ? { _status: 'published' } : {}),
      ...more,
    } as never,
    depth: 0,
    overrideAccess: true,
    ...(collection === 'media' ? { file } : {}),
  });
  return id;
}

async function read(collection: CollectionKey, id: string): Promise<Doc | null> {
  const doc = await house.payload.findByID({
    ...{ collection: collection as 'articles', id, depth: 0, disableErrors: true, overrideAccess: true },
  });
  return doc as Doc | null;
}

function call(actor: Actor, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: Doc) {
  const sent = house.stranger[method](`/api/${path}`).set('Authorization', authorization[actor]);
  return body ? sent.send(body) : sent;
}

const refused = [400, 403, 404];

async function expectRefused(answer: Promise<{ status: number; body: Doc }>): Promise<void> {
  const { body, status } = await answer;
  expect({ body, isRefused: refused.includes(status) }).toMatchObject({ isRefused: true });
}

/** Which limited actors may write a collection at all. */
function writersOf(collection: CollectionKey): Actor[] {
  const row: Partial<Record<string, string[]>> = accessTable[collection];
  return (['editor', 'compliance', 'client:publish'] as const).filter((actor) =>
    row[actor]?.includes('publish'),
  );
}

const cellsOf = (collections: CollectionKey[]) =>
  collections.flatMap((collection) =>
    writersOf(collection).map((actor): [Actor, CollectionKey] => [actor, collection]),
  );

const onSeveralSites = cellsOf([
  ...(['articles', 'faqs', 'misconceptions', 'media', 'calls-to-action', 'notices'] as const),
  ...(['disclaimers', 'licenses'] as const),
]);

function newDocument(actor: Actor, collection: CollectionKey, more: Doc) {
  const data = { ...minimalDocument(collection, { site: own, service: services.own }), ...more };
  if (collection !== 'media')
    return call(actor, 'post', `${collection}${hasDrafts(collection) ? '?draft=true' : ''}`, data);
  return call(actor, 'post', collection)
    .field('_payload', JSON.stringify(data))
    .attach('file', image, `${randomUUID()}.png`);
}

describe('a person or client limited to one site', () => {
  it.each(onSeveralSites)(
    'as %s reads of %s what is theirs and what all sites share',
    async (actor, collection) => {
      const ids = {
        own: await stored(collection, { sites: [own] }),
        shared: await stored(collection, { sites: [] }),
        both: await stored(collection, { sites: [own, foreign] }),
      };
      const other = await stored(collection, { sites: [foreign] });
      for (const id of Object.values(ids)) await call(actor, 'get', `${collection}/${id}`).expect(200);
      await call(actor, 'get', `${collection}/${other}`).expect(404);
      const { body } = await call(actor, 'get', `${collection}?limit=500`).expect(200);
      const listed = body.docs.map(({ id }: { id: string }) => id);
      expect(listed).toEqual(expect.arrayContaining(Object.values(ids)));
      expect(listed).not.toContain(other);
      if (hasDrafts(collection)) {
        const versions = await call(actor, 'get', `${collection}/versions?limit=500`).expect(200);
        const parents = versions.body.docs.map(({ parent }: { parent: string }) => parent);
        expect(parents).toContain(ids.own);
        expect(parents).not.toContain(other);
      }
    },
  );

  it.each(onSeveralSites)(
    'as %s changes and deletes of %s only what is theirs alone',
    async (actor, collection) => {
      const mine = await stored(collection, { sites: [own] });
      await call(actor, 'patch', `${collection}/${mine}`, {}).expect(200);
      for (const sites of [[], [foreign], [own, foreign]]) {
        const id = await stored(collection, { sites });
        await expectRefused(call(actor, 'patch', `${collection}/${id}`, {}));
        await expectRefused(call(actor, 'patch', `${collection}/${id}`, { sites: [own] }));
        await expectRefused(call(actor, 'delete', `${collection}/${id}`));
        expect((await read(collection, id))?.sites ?? []).toEqual(sites);
      }
      const row: Partial<Record<string, string[]>> = accessTable[collection];
      if (row[actor]?.includes('delete')) await call(actor, 'delete', `${collection}/${mine}`).expect(200);
    },
  );

  it.each(onSeveralSites)('as %s cannot move %s to another site or to all', async (actor, collection) => {
    const id = await stored(collection, { sites: [own] });
    for (const sites of [[foreign], [own, foreign], [], null]) {
      await expectRefused(call(actor, 'patch', `${collection}/${id}`, { sites }));
      if (hasDrafts(collection))
        await expectRefused(call(actor, 'patch', `${collection}/${id}?draft=true`, { sites }));
    }
    expect((await read(collection, id))?.sites).toEqual([own]);
  });

  it.each(onSeveralSites)(
    'as %s makes %s for their own site, whether they say so or not',
    async (actor, collection) => {
      await expectRefused(newDocument(actor, collection, { sites: [foreign] }));
      await expectRefused(newDocument(actor, collection, { sites: [own, foreign] }));
      const { body } = await newDocument(actor, collection, { sites: [] }).expect(201);
      expect(
        await house.payload.findByID({
          ...{
            collection: collection as 'articles',
            id: body.doc.id,
            depth: 0,
            draft: true,
            overrideAccess: true,
          },
        }),
      ).toMatchObject({ sites: [own] });
    },
  );

  it('cannot change or delete many at once beyond their site', async () => {
    const mine = await stored('articles', { sites: [own] });
    const others = [
      await stored('articles', { sites: [foreign] }),
      await stored('articles', { sites: [own, foreign] }),
    ];
    const where = `where[id][in]=${[mine, ...others].join(',')}`;
    await call('editor', 'patch', `articles?${where}`, { summary: 'changed' });
    await call('editor', 'delete', `articles?${where}`);
    expect(await read('articles', mine)).toBeNull();
    for (const id of others)
      expect({ summary: null, ...(await read('articles', id)) }).toMatchObject({ summary: null });
  });

  it('cannot bring content of another site over by copying it, nor by an old version', async () => {
    const other = await stored('articles', { sites: [foreign] });
    await expectRefused(call('editor', 'post', `articles/${other}/duplicate`, {}));
    const moved = await stored('articles', { sites: [foreign] });
    const asItWas = await house.payload.findVersions({
      ...{ collection: 'articles', where: { parent: { equals: moved } }, depth: 0, overrideAccess: true },
    });
    await house.payload.update({
      ...{
        collection: 'articles',
        id: moved,
        data: { sites: [own], _status: 'published' },
        depth: 0,
        overrideAccess: true,
      },
    });
    await expectRefused(call('editor', 'post', `articles/versions/${asItWas.docs[0]?.id}`));
    expect((await read('articles', moved))?.sites).toEqual([own]);
  });

  it.each(cellsOf(['services', 'redirects']))(
    'as %s keeps %s of their own site only',
    async (actor, collection) => {
      const mine = await stored(collection, { site: own });
      const other = await stored(collection, { site: foreign });
      await call(actor, 'get', `${collection}/${mine}`).expect(200);
      await call(actor, 'get', `${collection}/${other}`).expect(404);
      await call(actor, 'patch', `${collection}/${mine}`, {}).expect(200);
      await expectRefused(call(actor, 'patch', `${collection}/${other}`, {}));
      await expectRefused(call(actor, 'delete', `${collection}/${other}`));
      await expectRefused(call(actor, 'patch', `${collection}/${mine}`, { site: foreign }));
      await expectRefused(newDocument(actor, collection, { site: foreign }));
      await newDocument(actor, collection, { site: own }).expect(201);
      expect((await read(collection, mine))?.site).toBe(own);
      expect(await read(collection, other)).not.toBeNull();
    },
  );

  it('keeps availability of the services of their own site only', async () => {
    const mine = await stored('availability', { service: services.own });
    const other = await stored('availability', { service: services.foreign });
    await call('compliance', 'get', `availability/${mine}`).expect(200);
    await call('compliance', 'get', `availability/${other}`).expect(404);
    await call('compliance', 'patch', `availability/${mine}`, {}).expect(200);
    await expectRefused(call('compliance', 'patch', `availability/${other}`, {}));
    await expectRefused(call('compliance', 'delete', `availability/${other}`));
    await expectRefused(call('compliance', 'patch', `availability/${mine}`, { service: services.foreign }));
    await expectRefused(newDocument('compliance', 'availability', { service: services.foreign }));
    await newDocument('compliance', 'availability', { service: services.own }).expect(201);
    const { body } = await call('compliance', 'get', 'availability/versions?limit=500').expect(200);
    const parents = body.docs.map(({ parent }: { parent: string }) => parent);
    expect(parents).toContain(mine);
    expect(parents).not.toContain(other);
  });

  it('keeps their own site and neither another nor a new one', async () => {
    await call('compliance', 'get', `sites/${own}`).expect(200);
    await call('compliance', 'get', `sites/${foreign}`).expect(404);
    await call('compliance', 'patch', `sites/${own}`, { tagline: 'Ours' }).expect(200);
    await expectRefused(call('compliance', 'patch', `sites/${foreign}`, { tagline: 'Not ours' }));
    await expectRefused(newDocument('compliance', 'sites', {}));
  });

  it('meets the same limits over GraphQL', async () => {
    const ask = async (query: string) => {
      const { body } = await call('editor', 'post', 'graphql', { query });
      return body as { data: Record<string, unknown> | null; errors?: { code: string }[] };
    };
    const mine = await stored('articles', { sites: [own] });
    const other = await stored('articles', { sites: [foreign] });
    expect((await ask(`{ Article(id: "${mine}") { id } }`)).data?.Article).toEqual({ id: mine });
    expect((await ask(`{ Article(id: "${other}") { id } }`)).data?.Article).toBeNull();
    for (const mutation of [
      `updateArticle(id: "${mine}", data: { sites: ["${foreign}"] })`,
      `updateArticle(id: "${mine}", data: { sites: [] })`,
      `updateArticle(id: "${other}", data: { summary: "changed" })`,
      `deleteArticle(id: "${other}")`,
      `createArticle(draft: true, data: { slug: "elsewhere", title: "Elsewhere", sites: ["${foreign}"] })`,
    ]) {
      const { errors } = await ask(`mutation { ${mutation} { id } }`);
      expect({ mutation, code: errors?.[0]?.code }).toMatchObject({
        code: expect.stringMatching(/forbidden|not_found/),
      });
    }
    expect(await read('articles', other)).not.toBeNull();
  });

  it('is no administrator: those are never limited', async () => {
    const administrator = await house.person('administrator', [own]);
    const other = await stored('articles', { sites: [foreign] });
    await house.stranger.get(`/api/articles/${other}`).set('Authorization', administrator).expect(200);
  });
});
