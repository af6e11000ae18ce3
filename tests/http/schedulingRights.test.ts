import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { clockOf } from '../helpers/scheduling.js';

let house: House;
let clock: ReturnType<typeof clockOf>;
let administrator: Asking;
let editor: Asking;
let harbor: string;
let brightpath: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  clock = clockOf(house);
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
  harbor = await house.idOf('sites', 'harbor-therapy');
  brightpath = await house.idOf('sites', 'brightpath');
});
afterAll(() => house.close());

const later = () => new Date(Date.now() + 3_600_000).toISOString();

async function draft(more: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  const data = { title: `To be scheduled ${++count}`, body: paragraph('Text.'), ...more };
  return (await administrator.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

const schedule = (who: Asking, id: string, collection = 'articles', action = 'publish') =>
  who.post('/api/schedule', { collection, id, action, at: later() });
const scheduled = async (who: Asking, id: string) => (await schedule(who, id).expect(201)).body.id as string;
const entry = async (id: string) => (await administrator.get(`/api/schedule/${id}`).expect(200)).body;

async function run(id: string) {
  await clock.letPass(id);
  await clock.tick();
  return entry(id);
}

const isPublic = async (slug: string) => (await house.stranger.get(`/api/articles/${slug}`)).status === 200;

describe('who may not publish', () => {
  it('may not schedule, cancel or look', async () => {
    const { id } = await draft();
    const made = await scheduled(editor, id);
    const others = [
      asking(house, await house.person('clinical-reviewer')),
      asking(house, await house.client(['read-drafts', 'write'])),
    ];
    for (const who of others) {
      await schedule(who, id).expect(403);
      await who.get('/api/schedule').expect(403);
      await who.get(`/api/schedule/${made}`).expect(403);
      await who.delete(`/api/schedule/${made}`).expect(403);
    }
    const compliance = asking(house, await house.person('compliance'));
    await schedule(compliance, id).expect(400); // publishes disclaimers, no articles
    expect((await compliance.get('/api/schedule').expect(200)).body.docs).toEqual([]);
    await compliance.get(`/api/schedule/${made}`).expect(404);
    await compliance.delete(`/api/schedule/${made}`).expect(404);
    expect((await entry(made)).state).toBe('due');
  });

  it('a key with the right to publish may', async () => {
    const key = asking(house, await house.client(['publish']));
    const { id, slug } = await draft();
    const made = await scheduled(key, id);
    expect(await run(made)).toMatchObject({
      state: 'done',
      scheduledBy: { kind: 'client', label: 'A test client' },
    });
    expect(await isPublic(slug)).toBe(true);
  });

  it('people limited to a site schedule and see what is theirs', async () => {
    const ofHarbor = asking(house, await house.person('editor', [harbor]));
    const [own, others, both] = await Promise.all([
      draft({ sites: [harbor] }),
      draft({ sites: [brightpath] }),
      draft({ sites: [harbor, brightpath] }),
    ]);
    const mine = await scheduled(ofHarbor, own.id);
    await schedule(ofHarbor, others.id).expect(404);
    await schedule(ofHarbor, both.id).expect(403);
    const theirs = await scheduled(editor, others.id);
    const shared = await scheduled(editor, both.id);
    const { body } = await ofHarbor.get('/api/schedule?limit=100').expect(200);
    const seen = (body.docs as { id: string }[]).map(({ id }) => id);
    expect([seen.includes(mine), seen.includes(theirs), seen.includes(shared)]).toEqual([true, false, true]);
    await ofHarbor.get(`/api/schedule/${theirs}`).expect(404);
    await ofHarbor.delete(`/api/schedule/${theirs}`).expect(404);
    await ofHarbor.delete(`/api/schedule/${shared}`).expect(403);
    expect(await run(mine)).toMatchObject({ state: 'done' });
  });
});

describe('a job fails with plain words, and changes nothing, when', () => {
  async function person(role: 'editor', sites: string[] = []) {
    const authorization = await house.person(role, sites);
    const who = asking(house, authorization);
    const { body } = await who.get('/api/users/me').expect(200);
    return { who, id: body.user.id as string };
  }

  async function fails(made: string, words: string, slug: string) {
    expect(await run(made)).toMatchObject({ state: 'failed', error: expect.stringContaining(words) });
    expect(await isPublic(slug)).toBe(false);
    expect(await clock.tick()).toBe(0); // and is not tried again
    const { body } = await administrator.get('/api/schedule?state=failed&limit=100').expect(200);
    expect((body.docs as { id: string }[]).map(({ id }) => id)).toContain(made);
    const late = await administrator.delete(`/api/schedule/${made}`).expect(409);
    expect(late.body.errors[0].message).toContain('failed');
  }

  it('the person has lost the right', async () => {
    const { id: user, who } = await person('editor');
    const { id, slug } = await draft();
    const made = await scheduled(who, id);
    await administrator.patch(`/api/users/${user}`, { role: 'clinical-reviewer' }).expect(200);
    await fails(made, 'may not publish articles any more', slug);
  });

  it('the person works for another site now', async () => {
    const { id: user, who } = await person('editor');
    const { id, slug } = await draft({ sites: [harbor] });
    const made = await scheduled(who, id);
    await administrator.patch(`/api/users/${user}`, { sites: [brightpath] }).expect(200);
    await fails(made, 'may not publish this document any more', slug);
  });

  it('the person has no account any more', async () => {
    const { id: user, who } = await person('editor');
    const { id, slug } = await draft();
    const made = await scheduled(who, id);
    await administrator.delete(`/api/users/${user}`).expect(200);
    await fails(made, 'has no account any more', slug);
  });

  it('the key was switched off', async () => {
    const key = asking(house, await house.client(['publish'], { name: 'Soon off' }));
    const { id, slug } = await draft();
    const made = await scheduled(key, id);
    const { docs } = await house.payload.find({
      collection: 'api-clients',
      ...{ depth: 0, overrideAccess: true },
      where: { name: { equals: 'Soon off' } },
    });
    await administrator.patch(`/api/api-clients/${docs[0]?.id}`, { enabled: false }).expect(200);
    await fails(made, 'Soon off, which scheduled this, is switched off', slug);
  });

  it('the document is not complete', async () => {
    const { id, slug } = await draft();
    const made = await scheduled(editor, id);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: '' }).expect(200);
    await fails(made, 'It cannot be published as it is. Title: ', slug);
  });

  it('the document is in the trash', async () => {
    const { id, slug } = await draft();
    const made = await scheduled(editor, id);
    await editor.patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() }).expect(200);
    await fails(made, 'in the trash', slug);
    await schedule(editor, id).expect(400);
  });

  it('the document is gone', async () => {
    const { id, slug } = await draft();
    const made = await scheduled(editor, id);
    // as a restore or another program would; deleting through the product takes its entries along
    await house.payload.db.deleteOne({ collection: 'articles', where: { id: { equals: id } } });
    await fails(made, 'does not exist any more', slug);
  });

  it('something later has been done already', async () => {
    const { id, slug } = await draft();
    const up = await scheduled(editor, id);
    const { body } = await editor
      .post('/api/schedule', { collection: 'articles', id, action: 'unpublish', at: '2042-01-01T00:00:00Z' })
      .expect(201);
    expect(await run(body.id)).toMatchObject({ state: 'done' });
    await fails(up, 'It was overtaken', slug);
  });
});

describe('deleting a document', () => {
  it('takes what is due for it along', async () => {
    const { id } = await draft();
    const made = await scheduled(editor, id);
    await editor.delete(`/api/articles/${id}`).expect(200);
    await editor.get(`/api/schedule/${made}`).expect(404);
  });
});

describe('the drawer in the admin', () => {
  async function drawer(authorization: string) {
    const { createLocalReq, executeAuthStrategies } = await import('payload');
    const headers = new Headers({ Authorization: authorization });
    const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload: house.payload });
    const req = await createLocalReq({ user: user ?? undefined }, house.payload);
    const functions = house.payload.config.custom.serverFunctions;
    return {
      save: (args: object) => functions['schedule-publish']({ req, timezone: 'America/Denver', ...args }),
      upcoming: (id: string) =>
        functions['get-upcoming-scheduled-publish']({ collectionSlug: 'articles', id, req }),
    };
  }
  const doc = (id: string) => ({ relationTo: 'articles', value: id });

  it('schedules, lists and cancels as the API does', async () => {
    const { save, upcoming } = await drawer(await house.person('editor'));
    const { id } = await draft();
    await save({ type: 'publish', date: new Date(later()), doc: doc(id) });
    await save({ type: 'publish', date: new Date(later()), doc: doc(id), localeToPublish: 'es' });
    const due = await upcoming(id);
    expect(due).toMatchObject([
      {
        input: { type: 'publish', locale: 'all', timezone: 'America/Denver' },
        waitUntil: expect.any(String),
      },
      { input: { locale: 'es' } },
    ]);
    await save({ deleteID: due[0].id });
    expect(await upcoming(id)).toHaveLength(1);
    const { totalDocs } = await house.payload.count({
      collection: 'payload-jobs',
      overrideAccess: true,
      where: { waitUntil: { exists: false }, hasError: { not_equals: true } },
    });
    expect(totalDocs).toBe(0); // Payload's own queues an empty job when it cancels
  });

  it('refuses whoever may not publish, and times that are past', async () => {
    const { id } = await draft();
    const made = await scheduled(editor, id);
    const reviewer = await drawer(await house.person('clinical-reviewer'));
    await expect(reviewer.save({ type: 'publish', date: later(), doc: doc(id) })).rejects.toThrow();
    await expect(reviewer.save({ deleteID: made })).rejects.toThrow();
    await expect(reviewer.upcoming(id)).rejects.toThrow();
    const ofHarbor = await drawer(await house.person('editor', [harbor]));
    await expect(ofHarbor.save({ deleteID: made })).rejects.toThrow('may not publish');
    const own = await drawer(await house.person('editor'));
    await expect(own.save({ date: new Date(0), doc: doc(id) })).rejects.toThrow('in the past');
    const key = await drawer(await house.client(['publish']));
    await expect(key.upcoming(id)).rejects.toThrow('Sign in');
    expect((await entry(made)).state).toBe('due');
  });
});
