/** What compliance staff can and cannot publish as availability, and what strangers then see of it, by the real app. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { makeLicense } from '../helpers/makeLicense.js';

let house: House;
let compliance: Asking;
/** Of Texas. */
let license: string;

beforeAll(async () => {
  house = await openHouse();
  compliance = asking(house, await house.person('compliance'));
  license = await makeLicense(house.payload, 'TX');
});
afterAll(() => house.close());

/** A service of its own for each test, so that no periods meet. */
async function newService(): Promise<string> {
  const name = `Service ${randomUUID()}`;
  const site = await house.idOf('sites', 'brightpath');
  const data = { name, site, modes: ['telehealth'], _status: 'published' };
  const { body } = await compliance.post('/api/services', data).expect(201);
  return body.doc.id;
}

const entry = (service: string, more: object = {}) => ({
  ...{ service, state: 'TX', status: 'available', counties: { mode: 'all' }, licenses: [license] },
  ...{ _status: 'published', ...more },
});

interface Refusal {
  path: string;
  message: string;
}

/** As Payload lists them for people. */
const refusalsIn = (body: { errors: { data: { errors: Refusal[] } }[] }): Refusal[] =>
  (body.errors[0]?.data.errors ?? []).map(({ message, path }) => ({ message, path }));

async function refusals(data: object): Promise<Refusal[]> {
  const { body } = await compliance.post('/api/availability', data).expect(400);
  return refusalsIn(body);
}

describe('an entry that cannot be true', () => {
  const cases: [string, object | (() => Promise<object>), string, RegExp][] = [
    [
      'a county of another state',
      { counties: { mode: 'only', list: ['12087'] } },
      'counties.list',
      /Monroe County.*Florida.*Texas/,
    ],
    ['a county that is none', { counties: { mode: 'only', list: ['48999'] } }, 'counties.list', /48999/],
    [
      'an end before the start',
      { effectiveFrom: '2027-02-01T00:00:00.000Z', effectiveTo: '2027-01-01T00:00:00.000Z' },
      'effectiveTo',
      /after the start/,
    ],
    ['available without a license', { licenses: [] }, 'licenses', /license.*Texas/],
    [
      'a license of another state',
      async () => ({ licenses: [await makeLicense(house.payload, 'FL')] }),
      'licenses',
      /is for Florida, not for Texas/,
    ],
    [
      'a review that is due before the last one',
      { reviewedAt: '2026-06-01T00:00:00.000Z', reviewDueAt: '2026-01-01T00:00:00.000Z' },
      'reviewDueAt',
      /due before/,
    ],
  ];

  it.each(cases)('is refused: %s', async (_name, more, path, words) => {
    const wrong = typeof more === 'function' ? await more() : more;
    const found = await refusals(entry(await newService(), wrong));
    expect(found).toContainEqual({ message: expect.stringMatching(words), path });
  });

  it('is told everything that is wrong at once', async () => {
    const wrong = { licenses: [], counties: { mode: 'only', list: ['12087', '48999'] } };
    const found = await refusals(entry(await newService(), wrong));
    expect(new Set(found.map(({ path }) => path))).toEqual(new Set(['counties.list', 'licenses']));
  });

  it('may be kept as a draft, and is refused when it is published', async () => {
    const draft = entry(await newService(), { licenses: [], _status: 'draft' });
    const { body } = await compliance.post('/api/availability?draft=true', draft).expect(201);
    await compliance.patch(`/api/availability/${body.doc.id}`, { _status: 'published' }).expect(400);
  });
});

describe('periods of one service and state', () => {
  const from = '2027-01-01T00:00:00.000Z';
  const to = '2027-06-01T00:00:00.000Z';

  it('do not overlap', async () => {
    const service = await newService();
    await compliance.post('/api/availability', entry(service, { effectiveTo: to })).expect(201);
    const [found] = await refusals(entry(service, { effectiveFrom: from }));
    expect(found).toMatchObject({ path: 'effectiveFrom', message: expect.stringMatching(/overlaps.*Texas/) });
  });

  it('may follow each other without a gap', async () => {
    const service = await newService();
    await compliance.post('/api/availability', entry(service, { effectiveTo: to })).expect(201);
    await compliance.post('/api/availability', entry(service, { effectiveFrom: to })).expect(201);
  });

  it('are not minded in drafts and in the trash until these come back', async () => {
    const service = await newService();
    const first = await compliance.post('/api/availability', entry(service)).expect(201);
    const path = `/api/availability/${first.body.doc.id}`;
    await compliance.patch(path, { deletedAt: new Date().toISOString() }).expect(200);
    await compliance.post('/api/availability', entry(service)).expect(201);
    await compliance.patch(`${path}?trash=true`, { deletedAt: null }).expect(400);
  });

  it('that are published at the same time: one of them is', async () => {
    const service = await newService();
    const both = await Promise.all([1, 2].map(() => compliance.post('/api/availability', entry(service))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});

describe('a license', () => {
  it('that an entry rests on stays in its state', async () => {
    const own = await makeLicense(house.payload, 'TX');
    await compliance.post('/api/availability', entry(await newService(), { licenses: [own] })).expect(201);
    const { body } = await compliance.patch(`/api/licenses/${own}`, { state: 'FL' }).expect(400);
    expect(refusalsIn(body)).toEqual([{ path: 'state', message: expect.stringMatching(/Texas/) }]);
  });

  it('that expires takes the entry out of what strangers see, at that moment and with no job', async () => {
    const own = await makeLicense(house.payload, 'TX');
    const service = await newService();
    const { body } = await compliance
      .post('/api/availability', entry(service, { licenses: [own] }))
      .expect(201);
    const count = async () => {
      const asked = await house.stranger.get(`/api/availability/count?where[service][equals]=${service}`);
      return asked.body.totalDocs;
    };
    await house.stranger.get(`/api/availability/${body.doc.id}`).expect(200);
    expect(await count()).toBe(1);
    const expiresOn = new Date(Date.now() + 1_000).toISOString();
    await compliance.patch(`/api/licenses/${own}`, { expiresOn }).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await house.stranger.get(`/api/availability/${body.doc.id}`).expect(404);
    expect(await count()).toBe(0);
    const query = `{ Availabilities(where: { service: { equals: "${service}" } }) { totalDocs } }`;
    const graphql = await house.stranger.post('/api/graphql').send({ query }).expect(200);
    expect(graphql.body.data.Availabilities.totalDocs).toBe(0);
    await compliance.get(`/api/availability/${body.doc.id}`).expect(200);
  });

  it('matters to what is available only', async () => {
    const waiting = entry(await newService(), { status: 'waitlist', licenses: [] });
    const { body } = await compliance.post('/api/availability', waiting).expect(201);
    await house.stranger.get(`/api/availability/${body.doc.id}`).expect(200);
  });
});
