import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { smallImage } from '../helpers/minimalDocuments.js';

let house: House;
let administrator: Asking;
let editor: Asking;
let site: string;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
  site = await house.idOf('sites', 'brightpath');
});
afterAll(() => house.close());

interface Doc extends Record<string, unknown> {
  id: string;
}

let count = 0;
const fresh = (words: string): string => {
  count += 1;
  return `${words} referred to ${count}`;
};

const make = async (collection: string, data: object): Promise<Doc> =>
  (await administrator.post(`/api/${collection}`, data).expect(201)).body.doc;

const articleWith = (more: object, title = fresh('An article')) =>
  make('articles', { title, body: paragraph('T.'), _status: 'published', ...more });

const published = { _status: 'published' };

async function image(): Promise<Doc> {
  return (await house.payload.create({
    ...{ collection: 'media', data: { alt: fresh('An image') }, depth: 0, overrideAccess: true },
    file: {
      data: await smallImage(),
      mimetype: 'image/png',
      name: `referred-${count}.png`,
      size: 1,
    },
  } as never)) as never;
}

/** Rich text that holds one node beside its paragraph. */
const textWith = (node: object) => {
  const text = paragraph('x');
  const common = { version: 1, direction: null, format: '', indent: 0 };
  return { root: { ...text.root, children: [...text.root.children, { ...common, ...node }] } };
};

const still = async (collection: string, id: string) =>
  (await administrator.get(`/api/${collection}/${id}?trash=true`)).status === 200;

describe('what something public refers to', () => {
  const cases: [string, () => Promise<{ collection: string; id: string; named: string }>][] = [
    ...(['topics', 'people', 'sources', 'categories'] as const).map(
      (collection): [string, () => Promise<{ collection: string; id: string; named: string }>] => [
        collection,
        async () => {
          const data = {
            topics: { title: fresh('T'), kind: 'condition' },
            people: { name: fresh('P') },
            sources: { title: fresh('S'), kind: 'guideline' },
            categories: { title: fresh('C') },
          }[collection];
          const { id } = await make(collection, data);
          const field = {
            topics: 'topics',
            people: 'authors',
            sources: 'references',
            categories: 'category',
          };
          const named = fresh('An article');
          await articleWith({ [field[collection]]: collection === 'categories' ? id : [id] }, named);
          return { collection, id, named };
        },
      ],
    ),
    [
      'media',
      async () => {
        const { id } = await image();
        const named = fresh('An article');
        await articleWith({ heroImage: id }, named);
        return { collection: 'media', id, named };
      },
    ],
    [
      'sites',
      async () => {
        const { id } = await make('sites', {
          ...{
            name: fresh('Site'),
            slug: `site-${count}`,
            url: 'https://s.example',
            timeZone: 'America/New_York',
          },
        });
        const named = fresh('An article');
        await articleWith({ sites: [id] }, named);
        return { collection: 'sites', id, named };
      },
    ],
    [
      'services',
      async () => {
        const { id } = await make('services', {
          name: fresh('S'),
          site,
          modes: ['telehealth'],
          ...published,
        });
        const named = fresh('An article');
        await articleWith({ services: [id] }, named);
        return { collection: 'services', id, named };
      },
    ],
    [
      'calls-to-action',
      async () => {
        const { id } = await make('calls-to-action', {
          label: fresh('Go'),
          kind: 'link',
          target: { url: '/x' },
        });
        const named = fresh('An article');
        await articleWith({ callsToAction: [id], callToAction: id }, named);
        return { collection: 'calls-to-action', id, named };
      },
    ],
    [
      'notices, placed by a block in a text',
      async () => {
        const { id } = await make('notices', { title: fresh('N'), kind: 'newsletter' });
        const named = fresh('An article');
        const fields = { id: 'a1', blockName: '', blockType: 'notice', notice: id };
        await articleWith({ body: textWith({ type: 'block', version: 2, fields }) }, named);
        return { collection: 'notices', id, named };
      },
    ],
    [
      'articles, linked in a text',
      async () => {
        const { id } = await articleWith({});
        const named = fresh('An article');
        const fields = { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: id } };
        const [child] = paragraph('here').root.children[0]?.children ?? [];
        const link = { type: 'link', version: 3, fields, children: [child], id: 'l1' };
        const node = { type: 'paragraph', textFormat: 0, textStyle: '', children: [link] };
        await articleWith({ body: textWith(node) }, named);
        return { collection: 'articles', id, named };
      },
    ],
    [
      'disclaimers, that a rule attaches',
      async () => {
        const { id } = await make('disclaimers', {
          ...{ title: fresh('D'), clauses: [{ key: 'one', text: 'x' }], placement: 'footer', ...published },
        });
        const named = fresh('A rule');
        await make('rules', {
          ...{ title: named, match: 'all', severity: 'warn', source: { title: 'x' }, ...published },
          effect: { kind: 'attachDisclaimer', disclaimer: id },
        });
        return { collection: 'disclaimers', id, named };
      },
    ],
  ];

  it.each(cases)('cannot be deleted, and the refusal says by what (%s)', async (_name, prepare) => {
    const { collection, id, named } = await prepare();
    const rest = await administrator.delete(`/api/${collection}/${id}`).expect(409);
    expect(rest.body.errors[0]).toMatchObject({ code: 'conflict', message: expect.stringContaining(named) });
    expect(rest.body.errors[0].message).toContain('Take it out there first.');
    const local = house.payload.delete({
      ...{ collection: collection as 'articles', id, depth: 0, overrideAccess: true },
    });
    await expect(local).rejects.toMatchObject({ status: 409 });
    const many = await administrator.delete(`/api/${collection}?where[id][equals]=${id}`).expect(400);
    expect(many.body.errors[0]).toMatchObject({ id, message: expect.stringContaining(named) });
    if (['articles', 'services', 'disclaimers'].includes(collection)) {
      const deletedAt = new Date().toISOString();
      const trashed = await administrator.patch(`/api/${collection}/${id}`, { deletedAt }).expect(409);
      expect(trashed.body.errors[0].message).toContain(named);
      await administrator.patch(`/api/${collection}?where[id][equals]=${id}`, { deletedAt }).expect(400);
    }
    expect(await still(collection, id)).toBe(true);
  });

  it('cannot be deleted over GraphQL, nor its file lost', async () => {
    const { filename, id } = (await image()) as Doc & { filename: string };
    const article = await articleWith({ heroImage: id });
    const { body } = await administrator.graphql(`mutation { deleteMedia(id: "${id}") { id } }`);
    expect(body.errors[0].message).toContain(article.title);
    expect((await administrator.get(`/api/media/file/${filename}`)).status).toBe(200);
  });

  it('can be deleted once it is taken out, taken down or deleted there', async () => {
    const topics = [fresh('T'), fresh('T'), fresh('T')].map((title) =>
      make('topics', { title, kind: 'condition' }),
    );
    const [first, second, third] = (await Promise.all(topics)) as [Doc, Doc, Doc];
    const [a, b, c] = [
      await articleWith({ topics: [first.id] }),
      await articleWith({ topics: [second.id] }),
      await articleWith({ topics: [third.id] }),
    ];
    // a draft without it does not take it out of what is public
    await editor.patch(`/api/articles/${a.id}?draft=true`, { topics: [] }).expect(200);
    await editor.delete(`/api/topics/${first.id}`).expect(409);
    await editor.patch(`/api/articles/${a.id}`, { _status: 'published' }).expect(200);
    await editor.delete(`/api/topics/${first.id}`).expect(200);
    await editor.patch(`/api/articles/${b.id}`, { _status: 'draft' }).expect(200);
    await editor.delete(`/api/topics/${second.id}`).expect(200);
    await editor.delete(`/api/articles/${c.id}`).expect(200);
    await editor.delete(`/api/topics/${third.id}`).expect(200);
  });

  it('is named five times at most; the rest is counted', async () => {
    const { id } = await make('topics', { title: fresh('T'), kind: 'condition' });
    for (let more = 0; more < 7; more += 1) await articleWith({ topics: [id] });
    const { body } = await editor.delete(`/api/topics/${id}`).expect(409);
    const { message } = body.errors[0];
    expect(message.match(/“/g)).toHaveLength(5);
    expect(message).toContain('Articles “');
    expect(message).toContain('and 2 more refer to it');
  });

  it('is not told to those who may not read it', async () => {
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const limited = asking(house, await house.person('editor', [site]));
    const { id } = await make('topics', { title: fresh('T'), kind: 'condition' });
    const secret = await articleWith({ sites: [harbor], topics: [id] });
    const { body } = await limited.delete(`/api/topics/${id}`).expect(409);
    expect(body.errors[0].message).not.toContain(secret.title);
    expect(body.errors[0].message).toContain('1 public document refers to it');
  });

  it('is not deleted among many, and the others are', async () => {
    const [kept, gone] = [
      await make('topics', { title: fresh('Kept'), kind: 'condition' }),
      await make('topics', { title: fresh('Gone'), kind: 'condition' }),
    ];
    const article = await articleWith({ topics: [kept.id] });
    const { body } = await editor.delete(`/api/topics?where[id][in]=${kept.id},${gone.id}`).expect(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({
      id: kept.id,
      message: expect.stringContaining(String(article.title)),
    });
    expect([await still('topics', kept.id), await still('topics', gone.id)]).toEqual([true, false]);
    expect((await house.stranger.get(`/api/articles/${article.id}`)).body.topics).toEqual([kept.id]);
  });
});

describe('what can be deleted', () => {
  it('is what only drafts refer to, what refers to itself, and what nothing refers to', async () => {
    const { id } = await make('topics', { title: fresh('T'), kind: 'condition' });
    const draft = await articleWith({ topics: [id], _status: 'draft' });
    await editor.delete(`/api/topics/${id}`).expect(200);
    await editor.get(`/api/articles/${draft.id}?draft=true`).expect(200);
    const article = await articleWith({});
    const fields = {
      linkType: 'internal',
      newTab: false,
      doc: { relationTo: 'articles', value: article.id },
    };
    const [child] = paragraph('here').root.children[0]?.children ?? [];
    const link = { type: 'link', version: 3, fields, children: [child], id: 'l1' };
    const node = { type: 'paragraph', textFormat: 0, textStyle: '', children: [link] };
    await editor
      .patch(`/api/articles/${article.id}`, { body: textWith(node), _status: 'published' })
      .expect(200);
    await editor.delete(`/api/articles/${article.id}`).expect(200);
    await house.stranger.get(`/api/articles/${article.id}`).expect(404);
  });
});
