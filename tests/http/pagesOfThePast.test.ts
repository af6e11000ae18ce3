/** Every answer says of which position of the ledger it is; people ask for a page as it was at a position or a moment. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import { forgetEverything } from '../../src/freshness/moves.js';
import { LedgerDocuments } from '../../src/pages/ledgerDocuments.js';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(180_000);

let house: House;
let editor: Asking;
let site: string;

type Data = Record<string, unknown>;

const local = { depth: 0, locale: 'en', overrideAccess: true } as const;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
  site = await house.idOf('sites', 'brightpath');
});
afterAll(() => house.close());

const program = '/api/pages/brightpath/resources/the-at-home-program-step-by-step';
const everyForm = 'body=html,markdown,text,blocks';

const get = (address: string) => house.stranger.get(address);
const positionOf = ({ headers }: Response) => Number(headers['ledger-position']);
const head = () => latestPosition(house.payload);

let count = 0;
const fresh = (word: string) => {
  count += 1;
  return `${word}-${count}`;
};

async function make(collection: string, data: Data): Promise<string> {
  const { id } = await house.payload.create({
    ...{ ...local, collection: collection as 'articles', data: data as never },
  });
  return id;
}

const change = (collection: string, id: string, data: Data, more: Data = {}) =>
  house.payload.update({
    ...{ ...local, collection: collection as 'articles', data: data as never, id },
    ...more,
  });

async function makePage(more: Data = {}): Promise<{ id: string; slug: string; address: string }> {
  const slug = fresh('a-page-of-the-past');
  const data = { body: paragraph('As it was.'), sites: [site], slug, title: 'As it was', ...more };
  const id = await make('articles', { ...data, _status: 'published' });
  return { address: `/api/pages/brightpath/resources/${slug}`, id, slug };
}

/** What strangers were answered, to be asked for again. */
interface Observed {
  address: string;
  position: number;
  status: number;
  location?: string;
  text: string;
}

async function observe(address: string): Promise<Observed> {
  const answer = await get(address);
  const { location } = answer.headers;
  return { address, location, position: positionOf(answer), status: answer.status, text: answer.text };
}

async function replay({ address, position }: Observed, more = ''): Promise<Observed> {
  const mark = address.includes('?') ? '&' : '?';
  const question = `${mark}position=${position}${more}`;
  const answer = await editor.get(address + question);
  const { location } = answer.headers;
  return {
    ...{ address, position: positionOf(answer), status: answer.status, text: answer.text },
    location: location?.replace(question, ''),
  };
}

describe('every answer that is composed of documents', () => {
  const addresses: [address: string, status: number][] = [
    [program, 200],
    ['/api/pages/harbor-therapy/blog/ketamine-therapy-steps', 301],
    ['/api/pages/brightpath/resources/nothing', 404],
    ['/api/pages/nobody/resources/nothing', 404],
    ['/api/articles', 200],
    ['/api/articles?select[body]=true&locale=es', 200],
    ['/api/articles/the-at-home-program-step-by-step', 200],
    ['/api/articles/nothing', 404],
    ['/api/topics/count', 200],
    ['/api/sites/brightpath', 200],
  ];
  it.each(addresses)('at %s says at which position', async (address, status) => {
    const answer = await get(address).expect(status);
    expect(positionOf(answer)).toBe(await head());
    expect(await head()).toBeGreaterThan(100);
  });

  it('over GraphQL says at which position', async () => {
    const query = '{ Topics(limit: 1) { docs { title } } }';
    const posted = await house.stranger.post('/api/graphql').send({ query }).expect(200);
    expect(posted.body.data.Topics.docs).toHaveLength(1);
    expect(positionOf(posted)).toBe(await head());
    const answer = await get(`/api/graphql?query=${encodeURIComponent(query)}`).expect(200);
    expect(positionOf(answer)).toBe(await head());
  });

  it('says another position once something has been published, and the same after a draft', async () => {
    const { address, id } = await makePage();
    const before = positionOf(await get(address).expect(200));
    await change('articles', id, { title: 'A draft' }, { draft: true });
    expect(positionOf(await get(address).expect(200))).toBe(before);
    await change('articles', id, { title: 'Another', _status: 'published' });
    expect(positionOf(await get(address).expect(200))).toBe(before + 1);
  });
});

describe('asking for the past', () => {
  const ways = ['position=1', 'at=2026-01-01T00:00:00Z', 'position=1&at=2026-01-01T00:00:00Z'];
  it.each(ways)('with %s is for people, and for keys with a right to drafts', async (search) => {
    await get(`${program}?${search}`).expect(401);
    const { body } = await asking(house, await house.client(['read']))
      .get(`${program}?${search}`)
      .expect(403);
    expect(body.errors[0]).toMatchObject({ code: 'forbidden' });
    const reader = asking(house, await house.client(['read-drafts']));
    expect([200, 404]).toContain((await reader.get(`${program}?${search}`)).status);
  });

  it('is answered to those who asked alone', async () => {
    for (const search of [`position=${await head()}`, `at=${new Date().toISOString()}`]) {
      await editor.get(`${program}?${search}`).expect(200).expect('Cache-Control', 'private, no-store');
    }
    await editor.get(program).expect(200).expect('Cache-Control', 'public, max-age=0, must-revalidate');
  });

  it('of another site is not for those who are limited to some', async () => {
    const limited = asking(
      house,
      await house.person('editor', [await house.idOf('sites', 'harbor-therapy')]),
    );
    const search = `position=${await head()}`;
    await limited.get(`${program}?${search}`).expect(403);
    await limited.get(program).expect(200);
    const own = '/api/pages/harbor-therapy/resources/inside-a-course-of-ketamine-assisted-therapy';
    await limited.get(`${own}?${search}`).expect(200);
  });

  const wrong: [search: string, parameter: string][] = [
    ['at=', 'at'],
    ['at=yesterday', 'at'],
    ['at=2026-01-01', 'at'],
    ['at=2026-01-01T00:00:00', 'at'],
    ['at=2026-02-30T00:00:00Z', 'at'],
    ['at=2026-01-01T25:00:00Z', 'at'],
    ['at=2199-01-01T00:00:00Z', 'at'],
    ['at=2026-01-01T00:00:00Z&at=2026-01-02T00:00:00Z', 'at'],
    ['position=', 'position'],
    ['position=-1', 'position'],
    ['position=1.5', 'position'],
    ['position=last', 'position'],
    ['position=999999999', 'position'],
    ['position=99999999999999999999', 'position'],
    ['position=1&at=2199-01-01T00:00:00Z', 'at'],
  ];
  it.each(wrong)('with %s is refused by name', async (search, path) => {
    const { body } = await editor.get(`${program}?${search}`).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
  });

  it.each(['at=1999-12-31T23:59:59Z', 'position=0'])(
    'with %s finds nothing: no ledger was there',
    async (search) => {
      await editor.get(`${program}?${search}`).expect(404);
    },
  );

  it('understands moments of every time zone, with the plus sign encoded or not', async () => {
    const { address, id } = await makePage();
    const moment = new Date();
    await pass();
    await change('articles', id, { title: 'Later', _status: 'published' });
    const inIndia = new Date(moment.getTime() + 5.5 * 3_600_000).toISOString().replace('Z', '');
    const written = [`${inIndia}%2B05:30`, `${inIndia}+05:30`, moment.toISOString()];
    for (const at of written) {
      const { body } = await editor.get(`${address}?at=${at}`).expect(200);
      expect(body.page.title).toBe('As it was');
    }
  });
});

/** So that what follows is published in another millisecond. */
const pass = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a page that was answered once', () => {
  interface Around {
    page: Awaited<ReturnType<typeof makePage>>;
    topic: string;
    person: string;
    disclaimer: string;
    rule: string;
    image: string;
  }
  async function surrounded(): Promise<Around> {
    const topic = await make('topics', { kind: 'condition', slug: fresh('past-topic'), title: 'A topic' });
    const person = await make('people', { name: 'A writer', slug: fresh('past-person') });
    const clauses = [{ key: 'one', text: 'Read this first.' }];
    const disclaimer = await make('disclaimers', {
      ...{ _status: 'published', clauses, placement: 'footer', slug: fresh('past-disclaimer'), title: 'D' },
    });
    const slug = fresh('past-topic-rule');
    const { slug: topicSlug } = await house.payload.findByID({ ...local, collection: 'topics', id: topic });
    const rule = await make('rules', {
      ...{ _status: 'published', match: 'all', severity: 'warn', slug, source: { title: 'S' }, title: slug },
      conditions: [{ property: 'topic', operator: 'is', value: topicSlug }],
      effect: { kind: 'attachDisclaimer', disclaimer },
    });
    const [image = ''] = (await house.payload.find({ ...local, collection: 'media', limit: 1 })).docs.map(
      ({ id }) => id,
    );
    const page = await makePage({ authors: [person], heroImage: image, topics: [topic] });
    return { disclaimer, image, page, person, rule, topic };
  }

  const doors: [door: string, write: (around: Around) => PromiseLike<unknown>][] = [
    ['a published change', ({ page }) => change('articles', page.id, { title: 'New', _status: 'published' })],
    [
      'a translation',
      ({ page }) => change('articles', page.id, { title: 'Nuevo', _status: 'published' }, { locale: 'es' }),
    ],
    ['REST', ({ person }) => editor.patch(`/api/people/${person}`, { name: 'Another' }).expect(200)],
    [
      'GraphQL',
      ({ topic }) =>
        editor
          .graphql(`mutation { updateTopic(id: "${topic}", data: { title: "Renamed" }) { id } }`)
          .expect(200),
    ],
    [
      'a bulk update',
      ({ disclaimer }) =>
        house.payload.update({
          ...{ ...local, collection: 'disclaimers', where: { id: { equals: disclaimer } } },
          data: { placement: 'besideClaim', _status: 'published' },
        }),
    ],
    ['unpublishing a rule', ({ rule }) => change('rules', rule, { _status: 'draft' })],
    [
      'the database adapter',
      ({ image }) =>
        house.payload.db.updateOne({
          ...{ collection: 'media', data: { alt: { en: fresh('Other words'), es: 'Otras' } }, id: image },
        }),
    ],
    ['the site', () => change('sites', site, { hubTitle: fresh('Hub') })],
    ['the trash', ({ page }) => change('articles', page.id, { deletedAt: new Date().toISOString() })],
    ['out of the trash', ({ page }) => change('articles', page.id, { deletedAt: null }, { trash: true })],
    [
      'a new address',
      ({ page }) => change('articles', page.id, { slug: fresh('moved'), _status: 'published' }),
    ],
    ['deleting it', ({ page }) => house.payload.delete({ ...local, collection: 'articles', id: page.id })],
  ];

  /** What does not show at the address that is asked: another language, and the end of what has moved away. */
  const unseen = new Set(['a translation', 'deleting it']);

  it('is answered again, byte for byte, whatever was written since and through whichever door', async () => {
    const around = await surrounded();
    const address = `${around.page.address}?${everyForm}`;
    const seen: Observed[] = [await observe(address)];
    const moments: string[] = [new Date().toISOString()];
    for (const [door, write] of doors) {
      await pass();
      await write(around);
      await pass();
      const next = await observe(address);
      expect([door, next.position]).not.toEqual([door, seen.at(-1)?.position]);
      if (!unseen.has(door)) expect([door, next.text]).not.toEqual([door, seen.at(-1)?.text]);
      seen.push(next);
      moments.push(new Date().toISOString());
    }
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200, 301, 410]));
    for (const [index, each] of seen.entries()) {
      expect(await replay(each)).toEqual(each);
      expect(await replay(each, `&at=${moments[index]}`)).toMatchObject({ text: each.text });
      const { text } = await editor.get(`${address}&at=${moments[index]}`);
      expect(text).toBe(each.text);
    }
    expect(JSON.parse(seen[0]?.text ?? '')).toMatchObject({
      disclaimers: expect.arrayContaining([expect.objectContaining({ text: 'Read this first.' })]),
      page: { authors: [{ name: 'A writer' }], title: 'As it was', topics: [{ title: 'A topic' }] },
      revision: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is judged by the dates of its own time, or of the moment that is asked for', async () => {
    const around = await surrounded();
    const { address } = around.page;
    const endsAt = '2026-01-15T00:00:00.000Z';
    const position = await head();
    await change('rules', around.rule, { effectiveTo: endsAt, _status: 'published' });
    const texts = async (search: string) =>
      (await editor.get(`${address}?${search}`).expect(200)).body.disclaimers.map(({ text }: Data) => text);
    expect(await texts(`position=${await head()}`)).not.toContain('Read this first.');
    expect(await texts(`position=${position}`)).toContain('Read this first.');
    expect(await texts(`position=${await head()}&at=2026-01-14T23:59:59.999Z`)).toContain('Read this first.');
    expect(await texts(`position=${await head()}&at=${endsAt}`)).not.toContain('Read this first.');
  });
});

describe('while others write', () => {
  const [writers, readers, rounds] = [3, 3, 6];

  it('every answer is of the position that it names, pages and lists alike', async () => {
    const prefix = fresh('busy');
    const topics = await Promise.all(
      [1, 2, 3].map((n) => make('topics', { kind: 'condition', slug: `${prefix}-${n}`, title: 'Round 0' })),
    );
    const page = await makePage({ topics });
    const list = `/api/topics?where[slug][in]=${[1, 2, 3].map((n) => `${prefix}-${n}`).join(',')}&sort=slug`;
    let writing = writers;
    const write = async (writer: number) => {
      for (let round = 1; round <= rounds; round += 1) {
        const title = `Round ${round} of ${writer}`;
        if (writer === 0) await change('articles', page.id, { title, _status: 'published' });
        else await change('topics', topics[writer] as string, { title });
      }
      writing -= 1;
    };
    const pages: Observed[] = [];
    const lists: Response[] = [];
    const read = async () => {
      do {
        pages.push(await observe(`${page.address}?${everyForm}`));
        lists.push(await get(list).expect(200));
      } while (writing > 0);
    };
    await Promise.all([
      ...Array.from({ length: writers }, (_, writer) => write(writer)),
      ...Array.from({ length: readers }, read),
    ]);
    const positions = new Map(pages.map((each) => [each.position, each]));
    expect(positions.size).toBeGreaterThan(3);
    for (const each of pages) expect(each).toEqual(positions.get(each.position));
    for (const each of positions.values()) expect(await replay(each)).toEqual(each);
    for (const answer of lists) {
      if (answer.headers['ledger-position'] === undefined) continue;
      const moment = { at: new Date().toISOString(), position: positionOf(answer) };
      const then = await new LedgerDocuments(house.payload, 'en', moment).byIds('topics', topics);
      const titles = answer.body.docs.map(({ id, title }: Data) => [id, title]);
      expect(new Map(titles)).toEqual(new Map([...then].map(([id, { title }]) => [id, title])));
    }
  });

  it('pages still name a position when every try was overtaken', async () => {
    const page = await makePage();
    const { find } = house.payload;
    let overtakes = 0;
    house.payload.find = (async (options: Parameters<typeof find>[0]) => {
      const found = await find(options);
      if (options.collection === 'notices' && overtakes < 5) {
        overtakes += 1;
        await change('articles', page.id, { title: `Overtaken ${overtakes}`, _status: 'published' });
        forgetEverything(house.payload.db); // so that each try asks for notices
      }
      return found;
    }) as typeof find;
    let seen: Observed;
    forgetEverything(house.payload.db);
    try {
      seen = await observe(page.address);
    } finally {
      house.payload.find = find;
    }
    expect(overtakes).toBe(3);
    expect(seen.position).toBe(await head());
    expect(JSON.parse(seen.text).page.title).toBe('Overtaken 3');
    expect(await replay(seen)).toEqual(seen);
  });
});
