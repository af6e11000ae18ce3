import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { clockOf } from '../helpers/scheduling.js';

let house: House;
let clock: ReturnType<typeof clockOf>;
let administrator: Asking;
let editor: Asking;
let count = 0;
const fresh = (words: string) => `${words} ${++count}`;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

beforeAll(async () => {
  house = await openHouse();
  clock = clockOf(house);
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

type Doc = Record<string, unknown> & { id: string; slug: string; title: string };

async function draft(more: Record<string, unknown> = {}, query = ''): Promise<Doc> {
  const data = { title: fresh('A scheduled article'), body: paragraph('Text.'), ...more };
  return (await editor.post(`/api/articles?draft=true${query}`, data).expect(201)).body.doc;
}

async function published(more: Record<string, unknown> = {}): Promise<Doc> {
  const { id } = await draft(more);
  return (await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)).body.doc;
}

const schedule = (doc: Doc, more: Record<string, unknown> = {}, who = editor) =>
  who.post('/api/schedule', {
    collection: 'articles',
    id: doc.id,
    action: 'publish',
    at: inHours(1),
    ...more,
  });

async function scheduled(doc: Doc, more: Record<string, unknown> = {}, who = editor) {
  return (await schedule(doc, more, who).expect(201)).body as Record<string, unknown> & { id: string };
}

const statusFor = async ({ slug }: Doc, locale = 'en') =>
  (await house.stranger.get(`/api/articles/${slug}?locale=${locale}`)).status;
const entry = async (id: string, who = editor) => (await who.get(`/api/schedule/${id}`).expect(200)).body;

async function recordsOf({ id }: Doc) {
  const { docs } = await house.payload.find({
    collection: 'publications',
    ...{ depth: 0, overrideAccess: true, pagination: false, sort: 'position' },
    where: { documentId: { equals: id } },
  });
  return docs as unknown as Record<string, unknown>[];
}

describe('an editor who schedules', () => {
  it('is told what was understood, and finds it in the list', async () => {
    const doc = await draft();
    const made = await scheduled(doc, { at: '2040-12-01T09:00', timeZone: 'America/New_York' });
    expect(made).toMatchObject({
      ...{ collection: 'articles', documentId: doc.id, title: doc.title, action: 'publish', locale: 'en' },
      ...{ at: '2040-12-01T14:00:00.000Z', localTime: '2040-12-01T09:00', timeZone: 'America/New_York' },
      ...{ state: 'due', tries: 0, error: null, endedAt: null },
      scheduledBy: { kind: 'person', label: expect.stringContaining('@example.org') },
    });
    const { body } = await editor
      .get(`/api/schedule?state=due&collection=articles&documentId=${doc.id}`)
      .expect(200);
    expect(body).toMatchObject({ totalDocs: 1, docs: [{ id: made.id, state: 'due' }] });
    expect(await entry(made.id)).toEqual(made);
  });

  it('sees it go live at its time, by the editor, with the reason in the ledger', async () => {
    const doc = await draft();
    const made = await scheduled(doc);
    await clock.tick();
    expect([await statusFor(doc), (await entry(made.id)).state]).toEqual([404, 'due']);
    await clock.letPass(made.id);
    await clock.tick();
    expect(await statusFor(doc)).toBe(200);
    expect(await entry(made.id)).toMatchObject({ state: 'done', endedAt: expect.any(String), tries: 1 });
    expect(await recordsOf(doc)).toMatchObject([
      {
        act: 'publish',
        actor: made.scheduledBy,
        reason: expect.stringMatching(/^Scheduled by .+@example\.org for \d{4}-/),
      },
    ]);
    const { body } = await administrator
      .get(`/api/audit-log?where[documentId][equals]=${doc.id}&sort=-createdAt&limit=20`)
      .expect(200);
    const rows = body.docs as Record<string, unknown>[];
    expect(rows.find(({ action }) => action === 'publish')).toMatchObject({ actorKind: 'person' });
    expect(rows.find(({ changes }) => JSON.stringify(changes).includes('"field":"schedule"'))).toBeDefined();
  });

  it('takes an article down', async () => {
    const doc = await published();
    const made = await scheduled(doc, { action: 'unpublish' });
    expect(made).toMatchObject({ action: 'unpublish', locale: 'all' });
    await clock.letPass(made.id);
    await clock.tick();
    expect([await statusFor(doc), (await entry(made.id)).state]).toEqual([404, 'done']);
  });

  it('never takes another language live', async () => {
    const doc = await draft();
    await editor.patch(`/api/articles/${doc.id}?draft=true&locale=es`, { title: 'Borrador' }).expect(200);
    const made = await scheduled(doc);
    await clock.letPass(made.id);
    await clock.tick();
    expect([await statusFor(doc), await statusFor(doc, 'es')]).toEqual([200, 404]);
    const spanish = await scheduled(doc, { locale: 'es' });
    await clock.letPass(spanish.id);
    await clock.tick();
    expect([await statusFor(doc), await statusFor(doc, 'es')]).toEqual([200, 200]);
    const down = await scheduled(doc, { action: 'unpublish', locale: 'es' });
    await clock.letPass(down.id);
    await clock.tick();
    expect([await statusFor(doc), await statusFor(doc, 'es')]).toEqual([200, 404]);
  });

  it('takes all languages live when asked to', async () => {
    const doc = await draft();
    await editor.patch(`/api/articles/${doc.id}?draft=true&locale=es`, { title: 'Las dos' }).expect(200);
    const made = await scheduled(doc, { locale: 'all' });
    await clock.letPass(made.id);
    await clock.tick();
    expect([await statusFor(doc), await statusFor(doc, 'es')]).toEqual([200, 200]);
  });

  it('changes nothing by publishing what is public already', async () => {
    const doc = await published();
    const made = await scheduled(doc);
    await clock.letPass(made.id);
    await clock.tick();
    expect(await entry(made.id)).toMatchObject({ state: 'done' });
    expect(await recordsOf(doc)).toHaveLength(1);
  });

  it('cancels what has not run, and nothing else', async () => {
    const doc = await draft();
    const made = await scheduled(doc);
    const answer = await editor.delete(`/api/schedule/${made.id}`).expect(200);
    expect(answer.body.doc).toEqual(made);
    await editor.get(`/api/schedule/${made.id}`).expect(404);
    await editor.delete(`/api/schedule/${made.id}`).expect(404);
    expect(await clock.tick()).toBe(0);
    const other = await scheduled(doc);
    await clock.letPass(other.id);
    await clock.interrupt(other.id);
    const running = await editor.delete(`/api/schedule/${other.id}`).expect(409);
    expect(running.body.errors[0]).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('running'),
    });
    await clock.tick();
    const done = await editor.delete(`/api/schedule/${other.id}`).expect(409);
    expect(done.body.errors[0].message).toContain('done already');
  });
});

describe('times', () => {
  let site: string;
  beforeAll(async () => {
    const made = await administrator.post('/api/sites', {
      ...{
        name: 'A site in Chicago',
        slug: 'in-chicago',
        url: 'https://chicago.example',
        timeZone: 'America/Chicago',
      },
    });
    site = made.body.doc.id;
  });

  it('are meant on the clocks of the canonical site, else of the only site, else of the site named', async () => {
    const at = '2041-07-01T09:00';
    const inChicago = { at: '2041-07-01T14:00:00.000Z', localTime: at, timeZone: 'America/Chicago' };
    const harbor = await house.idOf('sites', 'harbor-therapy');
    expect(await scheduled(await draft({ sites: [site] }), { at })).toMatchObject(inChicago);
    expect(
      await scheduled(await draft({ sites: [site, harbor], canonicalSite: site }), { at }),
    ).toMatchObject(inChicago);
    const shared = await draft();
    expect(await scheduled(shared, { at, site: 'in-chicago' })).toMatchObject(inChicago);
    expect(await scheduled(shared, { at, timeZone: 'Europe/Vienna' })).toMatchObject({
      at: '2041-07-01T07:00:00.000Z',
    });
    const { body } = await schedule(shared, { at }).expect(400);
    expect(body.errors[0]).toMatchObject({
      path: 'timeZone',
      message: expect.stringContaining('time zone is needed'),
    });
    const zone = `/api/schedule/zone?collection=articles&documentId=${shared.id}`;
    expect((await editor.get(zone).expect(200)).body).toEqual({ timeZone: null });
  });

  it('may carry their offset', async () => {
    const made = await scheduled(await draft({ sites: [site] }), { at: '2041-01-15T09:30:15+01:00' });
    expect(made).toMatchObject({ at: '2041-01-15T08:30:15.000Z', localTime: '2041-01-15T02:30:15' });
  });

  it('are refused with words where there are none', async () => {
    const doc = await draft();
    const zone = { timeZone: 'America/New_York' };
    const refused = async (more: Record<string, unknown>) =>
      (await schedule(doc, { ...zone, ...more }).expect(400)).body.errors[0] as {
        message: string;
        path: string;
      };
    expect(await refused({ at: '2041-03-10T02:30' })).toMatchObject({
      path: 'at',
      message: expect.stringContaining('America/New_York: the clocks are put forward'),
    });
    expect((await refused({ at: '2020-01-01T09:00' })).message).toContain('is in the past');
    expect((await refused({ at: '2020-01-01T09:00:00Z' })).message).toContain('is in the past');
    for (const at of [
      undefined,
      null,
      17,
      '',
      'tomorrow',
      '2041-02-30T09:00',
      '2041-01-01T24:00',
      '2041-01-01T09:00+99:00',
      '2041-01-01',
    ])
      expect((await refused({ at })).path).toBe('at');
    for (const timeZone of ['Nowhere/Land', '+05:00', 5])
      expect((await refused({ at: '2041-01-01T09:00', timeZone })).path).toBe('timeZone');
  });

  it('that come twice mean the earlier, and the answer says so', async () => {
    const made = await scheduled(await draft(), { at: '2041-11-03T01:30', timeZone: 'America/New_York' });
    expect(made).toMatchObject({
      at: '2041-11-03T05:30:00.000Z',
      note: expect.stringContaining('comes twice'),
    });
  });
});

describe('what is asked wrongly', () => {
  it.each([
    [{ collection: 'sites' }, 'collection'],
    [{ collection: '__proto__' }, 'collection'],
    [{ action: 'explode' }, 'action'],
    [{ locale: 'de' }, 'locale'],
    [{ when: 'now' }, 'when'],
    [{ site: 'no-such-site' }, 'site'],
  ])('%j is a 400 that names it', async (more, path) => {
    const { body } = await schedule(await draft(), more).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
  });

  it('ids of nothing are 404, strangers 401, other filters 400', async () => {
    for (const id of [
      'nope',
      '00000000-0000-4000-8000-000000000000',
      '0123456789abcdef01234567',
      "' or 1=1 --",
    ]) {
      await editor.get(`/api/schedule/${encodeURIComponent(id)}`).expect(404);
      await editor.delete(`/api/schedule/${encodeURIComponent(id)}`).expect(404);
      await schedule({ id } as Doc).expect(404);
    }
    await schedule({ id: 5 } as unknown as Doc).expect(404);
    await house.stranger.get('/api/schedule').expect(401);
    await house.stranger.post('/api/schedule').send({}).expect(401);
    for (const query of ['state=lost', 'collection=sites', 'limit=0', 'page=x', 'where[id][exists]=true'])
      await editor.get(`/api/schedule?${query}`).expect(400);
    await editor.post('/api/schedule').expect(400);
  });
});
