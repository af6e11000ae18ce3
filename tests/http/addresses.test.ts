/** Pages that move leave redirects behind, whichever door the change came through. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;
let administrator: Asking;
let harbor: string;
let brightpath: string;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
  administrator = asking(house, await house.person('administrator'));
  harbor = await house.idOf('sites', 'harbor-therapy');
  brightpath = await house.idOf('sites', 'brightpath');
});
afterAll(() => house.close());

interface Doc {
  id: string;
  slug: string;
}

let count = 0;
/** A slug that no other test has. */
const fresh = (word: string) => `${word}-${++count}`;

async function publish(slug: string, more: Record<string, unknown> = {}): Promise<Doc> {
  const data = { title: slug, slug, body: paragraph('T.'), sites: [harbor], _status: 'published', ...more };
  return (await editor.post('/api/articles', data).expect(201)).body.doc;
}

const rename = (id: string, slug: string) => editor.patch(`/api/articles/${id}`, { slug }).expect(200);

const at = (path: string, site = 'harbor-therapy') => `/api/pages/${site}${path}`;
const resource = (slug: string, site?: string) => at(`/resources/${slug}`, site);
const get = (address: string) => house.stranger.get(address);

const expectMoved = (from: string, to: string) => get(from).expect(301).expect('Location', to);

async function expectPage(address: string, id: string): Promise<void> {
  const { body } = await get(address).expect(200);
  expect(body.page.id).toBe(id);
}

interface Stored {
  site: string;
  from: string;
  to: string;
  toSite?: string | null;
  reason?: string;
}

async function storedFrom(...slugs: string[]): Promise<Stored[]> {
  const { docs } = await house.payload.find({
    ...{ collection: 'redirects', depth: 0, overrideAccess: true, pagination: false, sort: 'from' },
    where: { from: { in: slugs.map((slug) => `/resources/${slug}`) } },
  });
  return docs as unknown as Stored[];
}

const restOfThings: [string, (id: string, slug: string) => Promise<unknown>][] = [
  ['REST', (id, slug) => rename(id, slug)],
  [
    'a draft that is published later',
    async (id, slug) => {
      await editor.patch(`/api/articles/${id}?draft=true`, { slug }).expect(200);
      expect(await storedFrom(slug)).toEqual([]);
      await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    },
  ],
  [
    'GraphQL',
    async (id, slug) => {
      const query = `mutation { updateArticle(id: "${id}", data: { slug: "${slug}" }) { slug } }`;
      const { body } = await editor.graphql(query);
      expect(body.data.updateArticle.slug).toBe(slug);
    },
  ],
  [
    'the Local API',
    (id, slug) =>
      house.payload.update({
        collection: 'articles',
        id,
        data: { slug },
        depth: 0,
        locale: 'en',
        overrideAccess: true,
      }),
  ],
  [
    'the adapter, past every hook',
    (id, slug) => house.payload.db.updateOne({ collection: 'articles', data: { slug }, id }),
  ],
  [
    'unpublishing, renaming and publishing again',
    async (id, slug) => {
      await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
      await editor.patch(`/api/articles/${id}?draft=true`, { slug }).expect(200);
      await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    },
  ],
  [
    'the trash',
    async (id, slug) => {
      await editor.patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() }).expect(200);
      await editor.patch(`/api/articles/${id}?trash=true`, { deletedAt: null }).expect(200);
      await rename(id, slug);
    },
  ],
];

describe('a page that gets another slug', () => {
  it.each(restOfThings)('by %s leaves a redirect', async (_door, change) => {
    const [before, after] = [fresh('before'), fresh('after')];
    const { id } = await publish(before);
    await change(id, after);
    await expectPage(resource(after), id);
    await expectMoved(resource(before), resource(after));
    expect(await storedFrom(before)).toMatchObject([{ site: harbor, reason: 'Moved automatically' }]);
  });

  it('by restoring an old version leaves a redirect', async () => {
    const [before, after] = [fresh('before'), fresh('after')];
    const { id } = await publish(before);
    await rename(id, after);
    const { body } = await editor
      .get(`/api/articles/versions?where[parent][equals]=${id}&sort=createdAt&limit=1`)
      .expect(200);
    await editor.post(`/api/articles/versions/${body.docs[0].id}`).expect(200);
    await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    await expectPage(resource(before), id);
    await expectMoved(resource(after), resource(before));
  });

  it('keeps the query, and answers HEAD as GET', async () => {
    const [before, after] = [fresh('before'), fresh('after')];
    const { id } = await publish(before);
    await rename(id, after);
    await expectMoved(`${resource(before)}?body=text`, `${resource(after)}?body=text`);
    await house.stranger.head(resource(before)).expect(301).expect('Location', resource(after));
  });

  it('time after time leaves no chain', async () => {
    const slugs = ['one', 'two', 'three', 'four', 'five'].map(fresh);
    const last = slugs.at(-1) as string;
    const { id } = await publish(slugs[0] as string);
    for (const slug of slugs.slice(1)) await rename(id, slug);
    for (const slug of slugs.slice(0, -1)) await expectMoved(resource(slug), resource(last));
    const stored = await storedFrom(...slugs);
    expect(stored.map(({ to }) => to)).toEqual(Array(4).fill(`/resources/${last}`));
  });

  it('back to its old one is found there, with nothing in the way', async () => {
    const [here, there] = [fresh('here'), fresh('there')];
    const { id } = await publish(here);
    await rename(id, there);
    await rename(id, here);
    await expectPage(resource(here), id);
    await expectMoved(resource(there), resource(here));
    expect(await storedFrom(here)).toEqual([]);
  });

  it('makes room: a new page at the old address hides nothing and is hidden by nothing', async () => {
    const [old, now, next] = [fresh('old'), fresh('now'), fresh('next')];
    const first = await publish(old);
    await rename(first.id, now);
    const second = await publish(old);
    await expectPage(resource(old), second.id);
    await rename(second.id, next);
    await expectMoved(resource(old), resource(next));
    await expectPage(resource(now), first.id);
  });

  it('can change places with another', async () => {
    const [left, right, aside] = [fresh('left'), fresh('right'), fresh('aside')];
    const [one, other] = [await publish(left), await publish(right)];
    await rename(one.id, aside);
    await rename(other.id, left);
    await rename(one.id, right);
    await expectPage(resource(left), other.id);
    await expectPage(resource(right), one.id);
    await expectMoved(resource(aside), resource(right));
  });

  it('writes nothing when it is saved without moving', async () => {
    const { id } = await publish(fresh('still'));
    const before = await house.payload.count({ collection: 'redirects', overrideAccess: true });
    await editor.patch(`/api/articles/${id}`, { summary: 'Another' }).expect(200);
    expect(await house.payload.count({ collection: 'redirects', overrideAccess: true })).toEqual(before);
  });

  it('says in the audit log and in the ledger who moved it', async () => {
    const [before, after] = [fresh('before'), fresh('after')];
    const { id } = await publish(before);
    await rename(id, after);
    const where = { title: { equals: `/resources/${before}` } };
    const { docs } = await house.payload.find({
      ...{ collection: 'audit-log', depth: 0, overrideAccess: true, where },
    });
    expect(docs).toMatchObject([
      { action: 'create', actorKind: 'person', actorLabel: expect.stringContaining('editor') },
    ]);
    const ledger = await house.payload.find({
      ...{ collection: 'publications', depth: 0, overrideAccess: true, sort: '-position', limit: 2 },
    });
    expect(ledger.docs.map(({ act, collectionSlug }) => [act, collectionSlug])).toEqual([
      ['publish', 'redirects'],
      ['change', 'articles'],
    ]);
  });

  it.each(['faqs', 'misconceptions'] as const)('is one of the %s, too', async (collection) => {
    const [before, after] = [fresh('before'), fresh('after')];
    const texts = { question: before, answer: paragraph('T.'), myth: before, fact: 'F' };
    const data = { ...texts, explanation: paragraph('T.'), slug: before, _status: 'published' };
    const { body } = await editor.post(`/api/${collection}`, data).expect(201);
    await editor.patch(`/api/${collection}/${body.doc.id}`, { slug: after }).expect(200);
    const prefix = collection === 'faqs' ? '/faqs/' : '/myths/';
    for (const site of ['harbor-therapy', 'brightpath']) {
      await expectMoved(at(prefix + before, site), at(prefix + after, site));
    }
  });
});

describe('a page that goes to another site', () => {
  it('is followed there', async () => {
    const slug = fresh('leaving');
    const { id } = await publish(slug);
    await editor.patch(`/api/articles/${id}`, { sites: [brightpath] }).expect(200);
    await expectPage(resource(slug, 'brightpath'), id);
    await expectMoved(`${resource(slug)}?body=text`, `${resource(slug, 'brightpath')}?body=text`);
  });

  it('and gets another slug there is followed in one hop, and home again', async () => {
    const [before, after] = [fresh('before'), fresh('after')];
    const { id } = await publish(before);
    await editor.patch(`/api/articles/${id}`, { sites: [brightpath], slug: after }).expect(200);
    await rename(id, `${after}-b`);
    await expectMoved(resource(before), resource(`${after}-b`, 'brightpath'));
    await editor.patch(`/api/articles/${id}`, { sites: [harbor], slug: before }).expect(200);
    await expectPage(resource(before), id);
    for (const slug of [after, `${after}-b`]) {
      await expectMoved(resource(slug, 'brightpath'), resource(before));
    }
  });

  it('but stays on one leads from the other to the site that stands for it', async () => {
    const slug = fresh('shared');
    const { id } = await publish(slug, { sites: [harbor, brightpath], canonicalSite: brightpath });
    await editor.patch(`/api/articles/${id}`, { sites: [brightpath] }).expect(200);
    await expectMoved(resource(slug), resource(slug, 'brightpath'));
    await editor.patch(`/api/articles/${id}`, { sites: [] }).expect(200);
    await expectPage(resource(slug), id);
    expect(await storedFrom(slug)).toEqual([]);
  });
});

describe('a site that gets other prefixes', () => {
  const setPrefixes = (prefixes: Record<string, string>) =>
    administrator.patch(`/api/sites/${brightpath}`, { prefixes }).expect(200);
  const usual = { articles: '/resources', faqs: '/faqs', misconceptions: '/myths' };
  const former = async () =>
    (await administrator.get(`/api/sites/${brightpath}`).expect(200)).body.formerPrefixes?.map(
      ({ kind, prefix }: { kind: string; prefix: string }) => `${kind} ${prefix}`,
    );
  const moved = (from: string, to: string) => expectMoved(at(from, 'brightpath'), at(to, 'brightpath'));

  afterAll(() => setPrefixes(usual));

  it('answers at the old addresses with the new ones, also after a change of slug, in one hop', async () => {
    const [first, second, third] = [fresh('first'), fresh('second'), fresh('third')];
    const { id } = await publish(first, { sites: [brightpath] });
    await rename(id, second);
    await setPrefixes({ articles: '/learn' });
    await expectPage(at(`/learn/${second}`, 'brightpath'), id);
    await moved(`/resources/${second}`, `/learn/${second}`);
    await moved(`/resources/${first}`, `/learn/${second}`);
    await rename(id, third);
    for (const old of [`/resources/${first}`, `/resources/${second}`, `/learn/${second}`]) {
      await moved(old, `/learn/${third}`);
    }
    await setPrefixes({ articles: '/guides' });
    for (const old of ['/resources/', '/learn/']) {
      for (const slug of [second, third]) await moved(old + slug, `/guides/${third}`);
    }
    await get(at('/resources/never-was-there', 'brightpath')).expect(404);
    expect(await former()).toEqual(['articles /resources', 'articles /learn']);
    await setPrefixes(usual);
    await expectPage(at(`/resources/${third}`, 'brightpath'), id);
    await moved(`/learn/${third}`, `/resources/${third}`);
    await moved(`/guides/${third}`, `/resources/${third}`);
    for (const slug of [first, second]) await moved(`/resources/${slug}`, `/resources/${third}`);
    expect(await former()).toEqual(['articles /learn', 'articles /guides']);
  });

  it('keeps what it remembers when anything else is saved, and lets nobody write it', async () => {
    await setPrefixes({ faqs: '/questions' });
    const before = await former();
    await administrator.patch(`/api/sites/${brightpath}`, { tagline: 'Another' }).expect(200);
    await administrator
      .patch(`/api/sites/${brightpath}`, { formerPrefixes: [{ kind: 'faqs', prefix: '/stolen' }] })
      .expect(200);
    expect(await former()).toEqual(before);
    expect(before).toContain('faqs /faqs');
    const { body } = await get('/api/sites/brightpath').expect(200);
    expect(body).not.toHaveProperty('formerPrefixes');
    await setPrefixes(usual);
  });
});

describe('redirects that were written past the product', () => {
  it('end, even in a circle', async () => {
    const paths = ['one', 'two', 'three'].map((word) => `/circle/${fresh(word)}`);
    const now = new Date().toISOString();
    for (const [index, from] of paths.entries()) {
      const to = paths[(index + 1) % paths.length] as string;
      const data = { id: crypto.randomUUID(), site: harbor, from, to, createdAt: now, updatedAt: now };
      await house.payload.db.create({ collection: 'redirects', data });
    }
    await get(at(paths[0] as string)).expect(404);
  });

  it('are followed to their end in one hop', async () => {
    const paths = Array.from({ length: 5 }, (_, index) => `/chain/${fresh(`link-${index}`)}`);
    const now = new Date().toISOString();
    for (const [index, from] of paths.slice(0, -1).entries()) {
      const data = { id: crypto.randomUUID(), site: harbor, from, to: paths[index + 1] as string };
      await house.payload.db.create({
        collection: 'redirects',
        data: { ...data, createdAt: now, updatedAt: now },
      });
    }
    await expectMoved(at(paths[0] as string), at(paths[4] as string));
  });
});
