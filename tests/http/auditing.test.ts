import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse, password } from '../helpers/house.js';

let house: House;
let administrator: Asking;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());
afterEach(() => {
  jest.restoreAllMocks();
});

interface Entry {
  id: string;
  action: string;
  actorKind: string;
  actorId?: string;
  actorLabel: string;
  documentId: string;
  title?: string;
  locale?: string;
  changes?: { field: string; from: unknown; to: unknown }[];
  createdAt: string;
}

/** What the log holds of one document, oldest first. */
async function entriesOf(documentId: string): Promise<Entry[]> {
  const { docs } = await house.payload.find({
    collection: 'audit-log',
    depth: 0,
    limit: 100,
    overrideAccess: true,
    sort: 'createdAt',
    where: { documentId: { equals: documentId } },
  });
  return docs as unknown as Entry[];
}

const changed = (entry: Entry | undefined, field: string) =>
  entry?.changes?.find((change) => change.field === field);

async function makeArticle(by: Asking, more: Record<string, unknown> = {}): Promise<string> {
  const { body } = await by
    .post('/api/articles?draft=true', { title: 'First', body: paragraph('Text.'), ...more })
    .expect(201);
  return body.doc.id;
}

describe('the audit log', () => {
  it('says who made, changed, published, took down and deleted what, and when', async () => {
    const before = Date.now();
    const id = await makeArticle(editor);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: 'Second' }).expect(200);
    await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    await editor.delete(`/api/articles/${id}`).expect(200);
    const entries = await entriesOf(id);
    expect(entries.map(({ action }) => action)).toEqual([
      'create',
      'update',
      'publish',
      'unpublish',
      'delete',
    ]);
    const me = (await editor.get('/api/users/me').expect(200)).body.user;
    for (const entry of entries) {
      expect(entry).toMatchObject({
        actorKind: 'person',
        actorId: me.id,
        actorLabel: me.email,
        collectionSlug: 'articles',
      });
      expect(new Date(entry.createdAt).getTime()).toBeGreaterThanOrEqual(before);
    }
    expect(changed(entries[1], 'title')).toEqual({ field: 'title', from: 'First', to: 'Second' });
    expect(changed(entries[2], '_status')).toEqual({ field: '_status', from: 'draft', to: 'published' });
    expect(changed(entries[4], 'title')).toEqual({ field: 'title', from: 'Second', to: null });
  });

  it('holds what a new document began with', async () => {
    const id = await makeArticle(editor, { title: 'Begun' });
    const [created] = await entriesOf(id);
    expect(changed(created, 'title')).toEqual({ field: 'title', from: null, to: 'Begun' });
  });

  it('says in which language something was changed', async () => {
    const id = await makeArticle(editor);
    await editor.patch(`/api/articles/${id}?draft=true&locale=es`, { title: 'Primero' }).expect(200);
    expect((await entriesOf(id)).at(-1)).toMatchObject({
      locale: 'es',
      changes: [{ field: 'title', from: null, to: 'Primero' }],
    });
  });

  it('names keys by their client, and the system as itself', async () => {
    const client = asking(house, await house.client(['write'], { name: 'The importer' }));
    const id = await makeArticle(client);
    await house.payload.update({
      collection: 'articles',
      id,
      data: { summary: 'By nobody' },
      depth: 0,
      draft: true,
      overrideAccess: true,
    });
    const [byKey, bySystem] = await entriesOf(id);
    expect(byKey).toMatchObject({ actorKind: 'client', actorLabel: 'The importer' });
    expect(bySystem).toMatchObject({ actorKind: 'system', actorLabel: 'System' });
    expect(bySystem?.actorId ?? null).toBeNull();
  });

  it.each(['topics', 'redirects', 'sources'] as const)(
    'also holds what is public by saving (%s)',
    async (collection) => {
      const data = {
        topics: { title: 'A topic', kind: 'other' },
        redirects: { from: '/old', to: '/new', site: await house.idOf('sites', 'harbor-therapy') },
        sources: { title: 'A source', kind: 'other' },
      };
      const { body } = await administrator.post(`/api/${collection}`, data[collection]);
      if (!body.doc) throw new Error(JSON.stringify(body));
      expect((await entriesOf(body.doc.id)).map(({ action }) => action)).toEqual(['create']);
    },
  );

  it('holds signing in and out', async () => {
    const email = 'comes-and-goes@example.org';
    const { doc } = (
      await administrator
        .post('/api/users', { email, name: 'C', role: 'editor', password, invite: false })
        .expect(201)
    ).body;
    const { body } = await house.stranger.post('/api/users/login').send({ email, password }).expect(200);
    await asking(house, `JWT ${body.token}`).post('/api/users/logout').expect(200);
    const entries = await entriesOf(doc.id);
    expect(entries.map(({ action }) => action)).toEqual(['create', 'sign-in', 'sign-out']);
    expect(entries[1]).toMatchObject({ actorKind: 'person', actorId: doc.id, actorLabel: email });
    expect(entries[2]).toMatchObject({ actorKind: 'person', actorId: doc.id });
  });

  it('holds changes of rights, and never a secret', async () => {
    const email = 'secretive@example.org';
    const { doc } = (
      await administrator
        .post('/api/users', { email, name: 'S', role: 'editor', password, invite: false })
        .expect(201)
    ).body;
    await administrator
      .patch(`/api/users/${doc.id}`, { role: 'compliance', password: 'yet another password' })
      .expect(200);
    await house.stranger.post('/api/users/forgot-password').send({ email }).expect(200);
    const made = await administrator
      .post('/api/api-clients', { name: 'Program', scopes: ['read'] })
      .expect(201);
    const chosen = 'a-chosen-key-of-more-than-32-characters';
    await administrator.patch(`/api/api-clients/${made.body.doc.id}`, { apiKey: chosen }).expect(200);
    expect(
      changed(
        (await entriesOf(doc.id)).find(({ action }) => action === 'update'),
        'role',
      ),
    ).toMatchObject({ from: 'editor', to: 'compliance' });
    const everything = JSON.stringify([...(await entriesOf(doc.id)), ...(await entriesOf(made.body.doc.id))]);
    for (const secret of [
      password,
      'yet another password',
      made.body.doc.apiKey,
      chosen,
      'hash',
      'salt',
      'resetPassword',
      'apiKeyIndex',
    ]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('says that a password or a key was changed, without saying to what', async () => {
    const { doc } = (
      await administrator
        .post('/api/users', { email: 'pw@example.org', name: 'S', role: 'editor', password, invite: false })
        .expect(201)
    ).body;
    await administrator.patch(`/api/users/${doc.id}`, { password: 'yet another password' }).expect(200);
    expect(changed((await entriesOf(doc.id)).at(-1), 'password')).toEqual({
      field: 'password',
      from: '(secret)',
      to: '(secret)',
    });
    const made = (
      await administrator.post('/api/api-clients', { name: 'Program', scopes: ['read'] }).expect(201)
    ).body.doc;
    await administrator
      .patch(`/api/api-clients/${made.id}`, { apiKey: 'a-chosen-key-of-more-than-32-characters-2' })
      .expect(200);
    expect(changed((await entriesOf(made.id)).at(-1), 'apiKey')).toEqual({
      field: 'apiKey',
      from: '(secret)',
      to: '(secret)',
    });
  });

  it('holds a password that was replaced through a link', async () => {
    const spy = jest.spyOn(house.payload.logger, 'info');
    const email = 'forgetful@example.org';
    const { doc } = (await administrator.post('/api/users', { email, name: 'F', role: 'editor' }).expect(201))
      .body;
    const mail = spy.mock.calls
      .map(([entry]) => (entry as { mail?: { text: string } }).mail)
      .find((each) => each?.text.includes('/reset/'));
    const token = /\/admin\/reset\/(\S+)/.exec(mail?.text ?? '')?.[1];
    await house.stranger
      .post('/api/users/reset-password')
      .send({ token, password: 'yet another password' })
      .expect(200);
    const entries = await entriesOf(doc.id);
    expect(entries.map(({ action }) => action)).toEqual(['create', 'update', 'sign-in']);
    expect(entries[1]).toMatchObject({
      actorKind: 'person',
      actorId: doc.id,
      changes: [{ field: 'password', from: '(secret)', to: '(secret)' }],
    });
  });

  it('holds a version that was restored, in one language', async () => {
    const id = await makeArticle(editor);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: 'Second' }).expect(200);
    const { body } = await editor
      .get(`/api/articles/versions?where[parent][equals]=${id}&sort=createdAt`)
      .expect(200);
    await editor.post(`/api/articles/versions/${body.docs[0].id}?draft=true`).expect(200);
    expect(changed((await entriesOf(id)).at(-1), 'title')).toEqual({
      field: 'title',
      from: 'Second',
      to: 'First',
    });
    expect((await entriesOf(id)).at(-1)?.changes).toHaveLength(1);
  });

  it('calls a draft beside what is public a change, and nothing more', async () => {
    const id = await makeArticle(editor);
    await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: 'In the making' }).expect(200);
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    const actions = (await entriesOf(id)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'publish', 'update', 'unpublish']);
  });

  it('has no entry for a save that changed nothing', async () => {
    const id = await makeArticle(editor);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: 'First' }).expect(200);
    expect(await entriesOf(id)).toHaveLength(1);
  });

  it('can be read by administrators and compliance only', async () => {
    await administrator.get('/api/audit-log').expect(200);
    await asking(house, await house.person('compliance'))
      .get('/api/audit-log')
      .expect(200);
    await editor.get('/api/audit-log').expect(403);
    await asking(house, await house.person('clinical-reviewer'))
      .get('/api/audit-log')
      .expect(403);
    await house.stranger.get('/api/audit-log').expect(401);
  });
});

describe('an entry', () => {
  let entry: Entry;
  beforeAll(async () => {
    const id = await makeArticle(editor);
    entry = (await entriesOf(id))[0] as Entry;
  });

  it('cannot be made, changed or deleted over REST', async () => {
    await administrator.post('/api/audit-log', { action: 'create', actorKind: 'system' }).expect(403);
    await administrator.patch(`/api/audit-log/${entry.id}`, { title: 'Forged' }).expect(403);
    await administrator.patch('/api/audit-log?where[id][exists]=true', { title: 'Forged' }).expect(403);
    await administrator.delete(`/api/audit-log/${entry.id}`).expect(403);
    await administrator.delete('/api/audit-log?where[id][exists]=true').expect(403);
    await administrator
      .post(`/api/audit-log/${entry.id}/duplicate`)
      .expect((answer) => expect([403, 404]).toContain(answer.status));
  });

  it('cannot be made, changed or deleted over GraphQL', async () => {
    for (const mutation of [
      'mutation { createAuditEntry(data: { action: create, actorKind: system }) { id } }',
      `mutation { updateAuditEntry(id: "${entry.id}", data: { title: "Forged" }) { id } }`,
      `mutation { deleteAuditEntry(id: "${entry.id}") { id } }`,
    ]) {
      const { body } = await administrator.graphql(mutation);
      expect(body.errors?.length).toBeGreaterThan(0);
    }
  });

  it.each(['audit-log', 'publications', 'withdrawals'] as const)(
    'of %s cannot be written by our own code either, but through its one writer',
    async (collection) => {
      const { payload } = house;
      const access = { depth: 0, overrideAccess: true };
      const where = { id: { exists: true } };
      await expect(payload.create({ collection, data: {} as never, ...access })).rejects.toThrow(
        /written by the system alone/,
      );
      await expect(payload.update({ collection, id: entry.id, data: {}, ...access })).rejects.toThrow(
        /written by the system alone/,
      );
      await expect(payload.update({ collection, where, data: {}, ...access })).rejects.toThrow(
        /written by the system alone/,
      );
      await expect(payload.delete({ collection, id: entry.id, ...access })).rejects.toThrow(
        /written by the system alone/,
      );
      await expect(payload.delete({ collection, where, ...access })).rejects.toThrow(
        /written by the system alone/,
      );
    },
  );

  afterAll(async () => {
    expect(await entriesOf(entry.documentId)).toEqual([entry]);
  });
});

describe('a write that fails', () => {
  it('leaves no entry', async () => {
    const total = () => house.payload.count({ collection: 'audit-log', overrideAccess: true });
    const before = await total();
    await editor.post('/api/topics', { kind: 'other' }).expect(400);
    await editor.post('/api/articles', { title: 'x', slug: 'count', _status: 'published' }).expect(400);
    expect(await total()).toEqual(before);
  });

  it('after its hooks takes its entry back with it', async () => {
    const { payload } = house;
    const create = payload.db.create.bind(payload.db);
    jest.spyOn(payload.db, 'create').mockImplementation((async (args: Parameters<typeof create>[0]) => {
      const made = await create(args);
      if (args.collection === 'audit-log') throw new Error('the disk is full');
      return made;
    }) as never);
    const before = await payload.db.count({ collection: 'audit-log' });
    await editor.post('/api/topics', { title: 'Half written', kind: 'other' }).expect(500);
    jest.restoreAllMocks();
    expect(await payload.db.count({ collection: 'audit-log' })).toEqual(before);
    expect(
      await payload.count({
        collection: 'topics',
        overrideAccess: true,
        where: { slug: { equals: 'half-written' } },
      }),
    ).toEqual({ totalDocs: 0 });
  });

  it('is not possible without an entry: the two stand or fall together', async () => {
    const id = await makeArticle(editor);
    const { payload } = house;
    jest.spyOn(payload.db, 'create').mockRejectedValue(new Error('the disk is full') as never);
    await editor.patch(`/api/articles/${id}?draft=true`, { title: 'Never written' }).expect(500);
    jest.restoreAllMocks();
    const { body } = await editor.get(`/api/articles/${id}?draft=true`).expect(200);
    expect(body.title).toBe('First');
  });
});
