/** What is kept in memory for checks never answers what a write has replaced, whichever door the write came through. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Payload } from 'payload';
import { inTransaction } from '../../src/database/inTransaction.js';
import { PublishedDocuments } from '../../src/pages/publishedDocuments.js';
import { bookNow } from '../../src/public-api/availability/availabilityBook.js';
import { readBook } from '../../src/public-api/availability/bookInLocale.js';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Offering, offering } from '../helpers/offering.js';

jest.setTimeout(180_000);

let house: House;
let offer: Offering;
let compliance: Asking;

beforeAll(async () => {
  house = await openHouse();
  offer = offering(house);
  compliance = asking(house, await house.person('compliance'));
});
afterAll(() => house.close());

const isMongo = Boolean(process.env.TEST_MONGODB_URI);

const ask = (slug: string, state = 'FL') =>
  house.stranger.get(`/api/availability/check?service=${slug}&state=${state}`);
const check = async (slug: string, state = 'FL') => (await ask(slug, state).expect(200)).body;
const statusOf = async (slug: string) => (await check(slug)).status;

async function offered(more: Record<string, unknown> = {}) {
  const { id: service, slug } = await offer.service('brightpath');
  const license = await offer.license('FL');
  const entry = await offer.entry(service, 'FL', { licenses: [license], ...more });
  expect(await statusOf(slug)).toBe('available');
  return { entry, license, service, slug };
}

type Offered = Awaited<ReturnType<typeof offered>>;
type Write = (made: Offered) => Promise<unknown>;

/** Straight through the adapter: no hook, no access control. */
const behindHooks = (collection: string, id: string, data: Record<string, unknown>) =>
  house.payload.db.updateOne({ collection: collection as 'articles', data, id });

describe('the check after', () => {
  const doors: [door: string, write: Write, status: string][] = [
    [
      'a change over REST',
      ({ entry }) =>
        compliance
          .patch(`/api/availability/${entry}`, { status: 'paused', _status: 'published' })
          .expect(200),
      'paused',
    ],
    [
      'a change over GraphQL',
      async ({ entry }) => {
        const data = '{ status: waitlist, counties: { mode: all }, _status: published }';
        const mutation = `mutation { updateAvailability(id: "${entry}", data: ${data}) { id } }`;
        expect((await compliance.graphql(mutation)).body.errors).toBeUndefined();
      },
      'waitlist',
    ],
    [
      'a change in bulk',
      ({ entry }) =>
        compliance
          .patch(`/api/availability?where[id][equals]=${entry}`, { status: 'paused', _status: 'published' })
          .expect(200),
      'paused',
    ],
    [
      'a change of the Local API',
      ({ entry }) => offer.change('availability', entry, { status: 'coming-soon', _status: 'published' }),
      'coming-soon',
    ],
    [
      'a change straight in the adapter',
      ({ entry }) => behindHooks('availability', entry, { status: 'paused' }),
      'paused',
    ],
    ['unpublishing', ({ entry }) => offer.change('availability', entry, { _status: 'draft' }), 'unavailable'],
    [
      'throwing it into the trash',
      ({ entry }) =>
        compliance.patch(`/api/availability/${entry}`, { deletedAt: new Date().toISOString() }).expect(200),
      'unavailable',
    ],
    [
      'deleting it',
      ({ entry }) => house.payload.delete({ collection: 'availability', id: entry, overrideAccess: true }),
      'unavailable',
    ],
    [
      'the expiry of its license was moved into the past',
      ({ license }) => offer.change('licenses', license, { expiresOn: '2026-01-31' }),
      'unavailable',
    ],
    [
      'its license was changed straight in the adapter',
      ({ license }) => behindHooks('licenses', license, { expiresOn: '2026-01-31T00:00:00.000Z' }),
      'unavailable',
    ],
  ];
  it.each(doors)('%s says it at once', async (_door, write, status) => {
    const made = await offered();
    await write(made);
    expect(await statusOf(made.slug)).toBe(status);
  });

  it('renaming a service has its new name, and after taking it down nothing is there', async () => {
    const { service, slug } = await offered();
    await offer.change('services', service, { name: 'Another name', _status: 'published' });
    expect((await check(slug)).services[0].name).toBe('Another name');
    await offer.change('services', service, { _status: 'draft' });
    await ask(slug).expect(404);
  });

  it('a site goes dark answers nothing of it, and of its services', async () => {
    const { id: site } = await house.payload.create({
      ...{ collection: 'sites', depth: 0, overrideAccess: true },
      data: {
        slug: 'for-a-while',
        name: 'For a while',
        url: 'https://while.example',
        timeZone: 'America/New_York',
        live: true,
      } as never,
    });
    const { id, slug } = await offer.service('brightpath', { site });
    await offer.entry(id, 'FL', { status: 'paused' });
    expect(await statusOf(slug)).toBe('paused');
    await offer.change('sites', site, { live: false });
    await ask(slug).expect(404);
    await house.stranger.get('/api/availability/check?site=for-a-while&state=FL').expect(404);
  });

  it('a transaction is as before while that runs and when it is undone', async () => {
    const { entry, slug } = await offered();
    const undone = inTransaction(house.payload, async ({ payload, req }) => {
      await payload.db.updateOne({ collection: 'availability', data: { status: 'paused' }, id: entry, req });
      expect(await statusOf(slug)).toBe('available');
      throw new Error('Changed our minds.');
    });
    await expect(undone).rejects.toThrow('Changed our minds.');
    expect(await statusOf(slug)).toBe('available');
  });

  it('every one of many writes says it, while others ask without a pause', async () => {
    const { entry, slug } = await offered();
    let isOver = false;
    const asking = Array.from({ length: 4 }, async () => {
      let last = 0;
      while (!isOver) {
        const { headers } = await ask(slug).expect(200);
        expect(Number(headers['ledger-position'])).toBeGreaterThanOrEqual(last);
        last = Number(headers['ledger-position']);
      }
    });
    for (let round = 0; round < 12; round += 1) {
      const status = round % 2 ? 'waitlist' : 'paused';
      await offer.change('availability', entry, { status, _status: 'published' });
      const answer = await ask(slug).expect(200);
      expect(answer.body.status).toBe(status);
      expect(Number(answer.headers['ledger-position'])).toBe(await latestPosition(house.payload));
    }
    isOver = true;
    await Promise.all(asking);
  });
});

/** Writes of every kind, as numbers: who writes, what, and to which of the entries. */
const writing = fc.record({
  kind: fc.constantFrom(
    'publish',
    'draft',
    'unpublish',
    'adapter',
    'license',
    'name',
    'order',
    'undone',
    'other',
  ),
  state: fc.constantFrom('FL', 'NJ', 'GA'),
  status: fc.constantFrom('waitlist', 'paused', 'coming-soon'),
  locale: fc.constantFrom('en', 'es'),
});
type Writing = typeof writing extends fc.Arbitrary<infer W> ? W : never;

describe('whatever is written, and however', () => {
  it('the book is what a fresh reading of the database finds', async () => {
    const { id: service } = await offer.service('brightpath');
    const license = await offer.license('FL');
    const entries: Record<string, string> = {};
    for (const state of ['NJ', 'GA']) entries[state] = await offer.entry(service, state);
    entries.FL = await offer.entry(service, 'FL', { licenses: [license] });
    const site = await house.idOf('sites', 'brightpath');
    const topic = await house.idOf('topics', 'ptsd');
    const published = { _status: 'published' };
    let round = 0;
    const write: Record<string, (how: Writing, entry: string) => Promise<unknown>> = {
      publish: ({ locale, status }, id) =>
        offer.change('availability', id, { status, publicNote: `Note ${round}`, ...published }, locale),
      draft: ({ status }, id) =>
        house.payload.update({
          ...{
            collection: 'availability',
            data: { status },
            depth: 0,
            draft: true,
            id,
            overrideAccess: true,
          },
        }),
      unpublish: (_how, id) => offer.change('availability', id, { _status: 'draft' }),
      adapter: ({ status }, id) => behindHooks('availability', id, { status }),
      license: () => offer.change('licenses', license, { expiresOn: `20${40 + (round % 50)}-01-01` }),
      name: ({ locale }) =>
        offer.change('services', service, { name: `Name ${round}`, ...published }, locale),
      order: ({ state }) => offer.change('sites', site, { stateOrder: [state] }),
      undone: ({ status }, id) =>
        inTransaction(house.payload, async ({ payload, req }) => {
          await payload.db.updateOne({ collection: 'availability', data: { status }, id, req });
          throw new Error('undone');
        }).catch(() => undefined),
      other: () => offer.change('topics', topic, { description: `At ${round}` }),
    };
    const law = fc.asyncProperty(fc.array(writing, { minLength: 1, maxLength: 8 }), async (writings) => {
      for (const how of writings) {
        round += 1;
        await write[how.kind]?.(how, entries[how.state] ?? '');
        const book = await bookNow(house.payload);
        expect(book.position).toBe(await latestPosition(house.payload));
        for (const locale of ['en', 'es'] as const) {
          const documents = new PublishedDocuments(house.payload, locale, new Date().toISOString());
          expect({ how, book: book.in[locale] }).toEqual({ how, book: await readBook(documents) });
        }
      }
    });
    await fc.assert(law, { endOnFailure: true, numRuns: 12 });
  });
});

/** What the adapter was asked meanwhile: the method, and the collection where there is one. */
async function heardOf(payload: Payload, work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const adapter = payload.db as unknown as Record<string, (args: { collection?: string }) => unknown>;
  const methods = [
    'count',
    'countVersions',
    'create',
    'createVersion',
    'deleteMany',
    'deleteOne',
    'deleteVersions',
    'find',
    'findDistinct',
    'findOne',
    'findVersions',
    'queryDrafts',
    'updateMany',
    'updateOne',
    'updateVersion',
    'upsert',
    'beginTransaction',
    'execute',
  ];
  const kept = methods.map((name) => [name, adapter[name]] as const);
  for (const [name, method] of kept) {
    adapter[name] = (...args) => {
      heard.push(`${name} ${args[0]?.collection ?? ''}`.trim());
      return method?.apply(adapter, args);
    };
  }
  try {
    await work();
  } finally {
    for (const [name, method] of kept) if (method) adapter[name] = method;
  }
  return heard;
}

describe('a check', () => {
  const often = async (slug: string) => {
    for (let i = 0; i < 5; i += 1) await ask(slug).expect(200);
  };

  it('asks the database nothing while nothing is published, on MongoDB for the position alone', async () => {
    const { slug } = await offered();
    const heard = await heardOf(house.payload, () => often(slug));
    expect(heard).toEqual(isMongo ? Array(5).fill('find publications') : []);
  });

  it('stays warm while drafts are written', async () => {
    const { entry, slug } = await offered();
    await house.payload.update({
      ...{ collection: 'availability', data: { status: 'paused' }, depth: 0, draft: true, id: entry },
      overrideAccess: true,
    });
    const heard = await heardOf(house.payload, () => often(slug));
    expect(heard).toEqual(isMongo ? Array(5).fill('find publications') : []);
    expect(await statusOf(slug)).toBe('available');
  });

  it('looks at the ledger alone after something else was published', async () => {
    const { slug } = await offered();
    await offer.change('people', await house.idOf('people', 'maren-okafor'), {
      jobTitle: `At ${Date.now()}`,
    });
    let position = 0;
    const heard = await heardOf(house.payload, async () => {
      const { headers } = await ask(slug).expect(200);
      position = Number(headers['ledger-position']);
    });
    expect(new Set(heard)).toEqual(new Set(['find publications']));
    expect(position).toBe(await latestPosition(house.payload));
  });
});

// on SQLite one process alone writes
(isMongo ? describe : describe.skip)('another server on the same database', () => {
  it('writes, and the next check here says it', async () => {
    const { getPayload } = await import('payload');
    const other = await getPayload({ config: house.payload.config as never, key: 'another server' });
    expect(other.db).not.toBe(house.payload.db);
    const { entry, slug } = await offered();
    for (const status of ['paused', 'waitlist'] as const) {
      const data = { status, _status: 'published' as const };
      await other.update({ collection: 'availability', data, depth: 0, id: entry, overrideAccess: true });
      expect(await statusOf(slug)).toBe(status);
    }
    await other.destroy();
  });
});

const seconds = (from: number) => new Date(Math.ceil(Date.now() / 1000 + from) * 1000).toISOString();
const until = (moment: string) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(moment) - Date.now()) + 20));

describe('with time alone, and no write', () => {
  it('a license expires, when the check said that it would', async () => {
    const { id, slug } = await offer.service('brightpath');
    const license = await offer.license('FL');
    await offer.entry(id, 'FL', { licenses: [license] });
    expect(await check(slug)).toMatchObject({ available: 'yes', nextChangeAt: null });
    // last, so that a slow machine is in time; a moment of noon or midnight would be a day
    const expiresOn = seconds(4).replace('.000Z', '.137Z');
    await offer.change('licenses', license, { expiresOn });
    expect(await check(slug)).toMatchObject({ available: 'yes', nextChangeAt: expiresOn });
    const heard = await heardOf(house.payload, async () => {
      await until(expiresOn);
      expect(await check(slug)).toMatchObject({ available: 'no', status: 'unavailable', nextChangeAt: null });
    });
    expect(heard.filter((each) => each !== 'find publications')).toEqual([]);
  });

  it('a second license keeps it up', async () => {
    const { id, slug } = await offer.service('brightpath');
    const expiresOn = seconds(1.5).replace('.000Z', '.137Z');
    const licenses = [await offer.license('FL', { expiresOn }), await offer.license('FL')];
    await offer.entry(id, 'FL', { licenses });
    expect(await check(slug)).toMatchObject({ available: 'yes', nextChangeAt: null });
    await until(expiresOn);
    expect(await check(slug)).toMatchObject({ available: 'yes', nextChangeAt: null });
  });

  it('a period ends and another begins', async () => {
    const { id, slug } = await offer.service('brightpath');
    const far = '2199-01-01T05:00:00.000Z';
    const first = await offer.entry(id, 'FL', { status: 'waitlist', effectiveTo: far });
    const second = await offer.entry(id, 'FL', { effectiveFrom: far });
    const change = seconds(4);
    await offer.change('availability', first, { effectiveTo: change, _status: 'published' });
    await offer.change('availability', second, { effectiveFrom: change, _status: 'published' });
    expect(await check(slug)).toMatchObject({ available: 'no', status: 'waitlist', nextChangeAt: change });
    const tag = (await ask(slug)).headers.etag as string;
    await ask(slug).set('If-None-Match', tag).expect(304);
    await until(change);
    const { body } = await ask(slug).set('If-None-Match', tag).expect(200);
    expect(body).toMatchObject({ available: 'yes', effectiveFrom: change, nextChangeAt: null });
  });
});

describe('the future', () => {
  it('is for everybody, as things stand', async () => {
    const { id, slug } = await offer.service('brightpath');
    await offer.entry(id, 'FL', { status: 'coming-soon', effectiveTo: '2199-01-01T05:00:00.000Z' });
    await offer.entry(id, 'FL', { effectiveFrom: '2199-01-01T05:00:00.000Z' });
    const at = (moment: string) => ask(slug).query({ at: moment }).expect(200);
    const before = await at('2199-01-01T04:59:59.999Z');
    expect(before.body).toMatchObject({ status: 'coming-soon', nextChangeAt: '2199-01-01T05:00:00.000Z' });
    expect(before.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect((await at('2199-01-01T00:00:00-05:00')).body).toMatchObject({
      available: 'yes',
      nextChangeAt: null,
    });
    const plus = `/api/availability/check?service=${slug}&state=FL&at=2199-01-01T05:00:00+00:00`;
    expect((await house.stranger.get(plus).expect(200)).body.available).toBe('yes');
  });
});

describe('the past', () => {
  const ways = ['at=2026-01-01T00:00:00Z', 'position=1', 'position=1&at=2199-01-01T00:00:00Z'];
  it.each(ways)('with %s is for people, and for keys with a right to drafts', async (search) => {
    for (const question of [
      'check?site=brightpath&state=FL',
      'summary?site=brightpath',
      'map.svg?site=brightpath',
    ]) {
      const address = `/api/availability/${question}&${search}`;
      await house.stranger.get(address).expect(401);
      await asking(house, await house.client(['read']))
        .get(address)
        .expect(403);
    }
  });

  it('is not what a stranger means whose clock is a little behind', async () => {
    const moment = new Date(Date.now() - 20_000).toISOString();
    const address = `/api/availability/check?site=brightpath&state=FL`;
    const asked = await house.stranger.get(`${address}&at=${moment}`).expect(200);
    expect(asked.body).toEqual((await house.stranger.get(address).expect(200)).body);
  });

  it('is what was answered then, at a position and at a moment', async () => {
    const { entry, license, slug } = await offered({ publicNote: 'As it was.' });
    const then = await ask(slug).expect(200);
    const moment = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await offer.change('availability', entry, { status: 'paused', _status: 'published' });
    await offer.change('licenses', license, { expiresOn: '2026-01-31' });
    expect(await statusOf(slug)).toBe('paused');
    const position = Number(then.headers['ledger-position']);
    for (const search of [`position=${position}`, `at=${moment}`]) {
      const answer = await compliance
        .get(`/api/availability/check?service=${slug}&state=FL&${search}`)
        .expect(200);
      expect(answer.body).toEqual(then.body);
      expect(answer.headers).toMatchObject({
        'cache-control': 'private, no-store',
        'ledger-position': String(position),
      });
    }
    const summary = `/api/availability/summary?service=${slug}`;
    expect((await compliance.get(`${summary}&position=${position}`).expect(200)).body.text).toBe('Florida');
    expect((await compliance.get(summary).expect(200)).body.states).toEqual([]);
  });

  it('of another site is not for those who are limited to some', async () => {
    const limited = asking(
      house,
      await house.person('compliance', [await house.idOf('sites', 'harbor-therapy')]),
    );
    const position = await latestPosition(house.payload);
    for (const search of ['site=brightpath', 'service=at-home-program']) {
      await limited.get(`/api/availability/check?${search}&state=FL&position=${position}`).expect(403);
      await limited.get(`/api/availability/check?${search}&state=FL`).expect(200);
    }
    await limited
      .get(`/api/availability/check?site=harbor-therapy&state=FL&position=${position}`)
      .expect(200);
  });

  it('does not reach before the ledger, nor beyond its end', async () => {
    const address = '/api/availability/check?site=brightpath&state=FL';
    await compliance.get(`${address}&at=1999-01-01T00:00:00Z`).expect(404);
    const { body } = await compliance.get(`${address}&position=999999999`).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path: 'position' });
  });

  it('and now are the same for signed-in people as for strangers', async () => {
    const address = '/api/availability/check?site=brightpath&zip=33040';
    const [own, strangers] = await Promise.all([compliance.get(address), house.stranger.get(address)]);
    expect(own.text).toBe(strangers.text);
    expect(own.headers.etag).toBe(strangers.headers.etag);
  });
});
