import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { clockOf } from '../helpers/scheduling.js';

let house: House;
let clock: ReturnType<typeof clockOf>;
let editor: Asking;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  clock = clockOf(house);
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

async function draft(): Promise<{ id: string; slug: string }> {
  const data = { title: `Once only ${++count}`, body: paragraph('Text.') };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

async function scheduled(id: string, action = 'publish', hours = 1): Promise<string> {
  const at = new Date(Date.now() + hours * 3_600_000).toISOString();
  return (await editor.post('/api/schedule', { collection: 'articles', id, action, at }).expect(201)).body.id;
}

const entry = async (id: string) => (await editor.get(`/api/schedule/${id}`).expect(200)).body;
const isPublic = async (slug: string) => (await house.stranger.get(`/api/articles/${slug}`)).status === 200;

async function publishesOf(id: string): Promise<number> {
  const where = { and: [{ documentId: { equals: id } }, { action: { equals: 'publish' } }] };
  return (await house.payload.count({ collection: 'audit-log', overrideAccess: true, where: where as never }))
    .totalDocs;
}

async function recordsOf(id: string): Promise<unknown[]> {
  const { docs } = await house.payload.find({
    collection: 'publications',
    ...{ depth: 0, overrideAccess: true, pagination: false, sort: 'position' },
    where: { documentId: { equals: id } },
  });
  return docs.map((doc) => (doc as { act?: unknown }).act);
}

describe('a job', () => {
  it('that several processes run at the same moment happens once', async () => {
    const { publishOnTime } = await import('../../src/publishing/schedule/publishOnTime.js');
    const { createLocalReq } = await import('payload');
    const doc = await draft();
    const made = await scheduled(doc.id);
    const req = await createLocalReq({}, house.payload);
    const run = () => publishOnTime({ job: { id: made }, req } as never);
    await Promise.all([run(), run(), run(), run()]);
    expect([await isPublic(doc.slug), await publishesOf(doc.id), await recordsOf(doc.id)]).toEqual([
      true,
      1,
      ['publish'],
    ]);
    await run();
    expect(await publishesOf(doc.id)).toBe(1);
  });

  it('whose server was killed before its commit runs again; after its commit it does not', async () => {
    const [before, after] = [await draft(), await draft()];
    const [one, two] = [await scheduled(before.id), await scheduled(after.id)];
    await clock.letPass(one);
    await clock.interrupt(one);
    expect((await entry(one)).state).toBe('running');
    await clock.letPass(two);
    await clock.tick();
    await clock.interrupt(two);
    expect(await clock.tick()).toBe(0);
    expect([await entry(one), await entry(two)]).toMatchObject([
      { state: 'done', tries: 2 },
      { state: 'done' },
    ]);
    expect([await publishesOf(before.id), await publishesOf(after.id)]).toEqual([1, 1]);
  });

  it('that stops the server again and again is given up', async () => {
    const doc = await draft();
    const made = await scheduled(doc.id);
    const { freeStaleJobs, mostInterruptions } = await import('../../src/jobs/freeStaleJobs.js');
    for (let times = 0; times < mostInterruptions; times += 1) {
      await clock.interrupt(made);
      await freeStaleJobs(house.payload);
    }
    await clock.letPass(made);
    expect(await clock.tick()).toBe(0);
    expect(await entry(made)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('stopped 3 times'),
    });
  });

  it('that failed on our side is tried again later, and is due until then', async () => {
    const doc = await draft();
    const made = await scheduled(doc.id);
    await clock.letPass(made);
    const { db } = house.payload;
    const real = db.updateOne;
    db.updateOne = (async (args: { collection: string }) => {
      if (args.collection === 'articles') throw new Error('the disk is full');
      return real.call(db, args as never);
    }) as typeof real;
    await clock.tick();
    db.updateOne = real;
    expect(await entry(made)).toMatchObject({ state: 'due', tries: 1 });
    expect([await isPublic(doc.slug), await recordsOf(doc.id), await clock.tick()]).toEqual([false, [], 0]);
    await clock.letPass(made);
    await clock.tick();
    expect([(await entry(made)).state, await recordsOf(doc.id)]).toEqual(['done', ['publish']]);
  });
});

describe('after a break', () => {
  it('what was missed is caught up in the order of its times', async () => {
    const docs = await Promise.all(Array.from({ length: 12 }, draft));
    const ups = await Promise.all(docs.map(({ id }) => scheduled(id, 'publish', 1)));
    const downs = await Promise.all(docs.map(({ id }) => scheduled(id, 'unpublish', 2)));
    await clock.letPass(...ups, ...downs);
    expect(await clock.tick()).toBe(24);
    for (const { id, slug } of docs)
      expect([await isPublic(slug), await recordsOf(id)]).toEqual([false, ['publish', 'unpublish']]);
  });

  it('the clock of a new server begins at once, and stops when asked', async () => {
    const { startJobs } = await import('../../src/jobs/startJobs.js');
    const { leaseMs, newHolder, runsJobsHere } = await import('../../src/jobs/runsJobsHere.js');
    const doc = await draft();
    const made = await scheduled(doc.id);
    await clock.letPass(made);
    const jobs = startJobs(house.payload);
    for (let tries = 0; tries < 100 && !(await isPublic(doc.slug)); tries += 1)
      await new Promise((go) => setTimeout(go, 50));
    expect(await isPublic(doc.slug)).toBe(true);
    // the pid is that of this very process: nobody can hold the lease under it but we, so another host stands for another server
    const other = newHolder().replace(/^\S+/, 'another-host');
    expect([await runsJobsHere(house.payload, other), leaseMs < 60_000]).toEqual([false, true]);
    await jobs.stop();
    expect(await runsJobsHere(house.payload, other)).toBe(true);
    const late = startJobs(house.payload);
    const waiting = await draft();
    await clock.letPass(await scheduled(waiting.id));
    await late.stop();
    expect(await isPublic(waiting.slug)).toBe(false); // the other server runs the jobs now
  });
});

describe('the list', () => {
  it('forgets what is long done, a hundred at a time, and nothing that is due', async () => {
    const { forgetOldJobs } = await import('../../src/jobs/forgetOldJobs.js');
    const { id } = await draft();
    const [old, due] = [await scheduled(id), await scheduled(id, 'unpublish', 5)];
    await clock.letPass(old);
    await clock.tick();
    const inAHundredDays = Date.now() + 100 * 24 * 3_600_000;
    expect(await forgetOldJobs(house.payload)).toBe(0);
    expect(await forgetOldJobs(house.payload, inAHundredDays)).toBeGreaterThan(0);
    await editor.get(`/api/schedule/${old}`).expect(404);
    expect((await entry(due)).state).toBe('due');
  });
});
