import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let administrator: Asking;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
});
afterAll(() => house.close());
afterEach(() => {
  jest.restoreAllMocks();
});

interface Made {
  id: string;
  apiKey: string;
}

async function makeClient(more: Record<string, unknown> = {}): Promise<Made> {
  const { body } = await administrator
    .post('/api/api-clients', { name: 'A program', scopes: ['read-drafts'], ...more })
    .expect(201);
  return body.doc;
}

/** How the database would look a key up, in its own words. */
async function planOf({ payload }: House): Promise<string> {
  const { client, collections } = payload.db as unknown as {
    client?: { execute(sql: string): Promise<{ rows: unknown[] }> };
    collections: Record<string, { find(where: object): { explain(): Promise<object> } }>;
  };
  if (!client) return JSON.stringify(await collections['api-clients']?.find({ apiKeyIndex: 'x' }).explain());
  const { rows } = await client.execute(
    "EXPLAIN QUERY PLAN SELECT id FROM api_clients WHERE api_key_index = 'x'",
  );
  return JSON.stringify(rows);
}

const withKey = (key: string): Asking => asking(house, `api-clients API-Key ${key}`);

describe('an API key', () => {
  it('is shown once, in the answer that makes it', async () => {
    const { apiKey, id } = await makeClient();
    expect(apiKey).toMatch(/^fr_[\w-]{43}$/);
    await withKey(apiKey).get('/api/articles').expect(200);
    for (const path of [
      `/api/api-clients/${id}`,
      '/api/api-clients?limit=100',
      `/api/api-clients/${id}?select[apiKey]=true`,
    ]) {
      expect((await administrator.get(path).expect(200)).text).not.toContain(apiKey);
    }
    const renamed = await administrator.patch(`/api/api-clients/${id}`, { name: 'Renamed' }).expect(200);
    expect(renamed.text).not.toContain(apiKey);
    const answer = await administrator.graphql(
      'query ($id: String!) { ApiClient(id: $id) { id name apiKey } }',
      { id },
    );
    expect(answer.text).not.toContain(apiKey);
    const me = await withKey(apiKey).get('/api/api-clients/me');
    expect(me.text).not.toContain(apiKey);
  });

  it('cannot be read back inside either, nor be decrypted: only its hash is stored', async () => {
    const { apiKey, id } = await makeClient();
    const read = await house.payload.findByID({
      collection: 'api-clients',
      id,
      depth: 0,
      overrideAccess: true,
      showHiddenFields: true,
    });
    expect(JSON.stringify(read)).not.toContain(apiKey);
    const row = await house.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'api-clients',
      where: { id: { equals: id } },
    });
    expect(row?.apiKey ?? null).toBeNull();
    expect(row?.apiKeyIndex).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays valid when the client is changed otherwise', async () => {
    const { apiKey, id } = await makeClient();
    await administrator.patch(`/api/api-clients/${id}`, { name: 'Renamed', scopes: ['read'] }).expect(200);
    await withKey(apiKey).get('/api/articles').expect(200);
    await administrator.patch(`/api/api-clients/${id}`, { expiresAt: null, sites: [] }).expect(200);
    await withKey(apiKey).get('/api/articles').expect(200);
  });

  it('is looked up through an index', async () => {
    expect(await planOf(house)).toMatch(/USING (COVERING )?INDEX|IXSCAN/);
  });

  it.each(['', 'fr_wrong', `fr_${'a'.repeat(43)}`, 'null', "' OR 1=1"])(
    'that is wrong (%j) is a 401',
    async (key) => {
      const { body } = await withKey(key).get('/api/articles').expect(401);
      expect(body.errors[0].code).toBe('invalid_credentials');
    },
  );

  it('is a 401 in any other form', async () => {
    const { apiKey } = await makeClient();
    for (const authorization of [
      `users API-Key ${apiKey}`,
      `API-Key ${apiKey}`,
      `Bearer ${apiKey}`,
      `constructor API-Key ${apiKey}`,
    ]) {
      await asking(house, authorization).get('/api/articles').expect(401);
    }
  });

  it('chosen by hand has at least 32 characters', async () => {
    const { body } = await administrator
      .post('/api/api-clients', { name: 'Weak', scopes: ['read'], apiKey: 'secret', enableAPIKey: true })
      .expect(400);
    expect(JSON.stringify(body)).toMatch(/32 characters/);
  });
});

describe('a client', () => {
  it('that is disabled is shut out at once, over REST and GraphQL', async () => {
    const { apiKey, id } = await makeClient();
    await withKey(apiKey).get('/api/articles').expect(200);
    await administrator.patch(`/api/api-clients/${id}`, { enabled: false }).expect(200);
    const { body } = await withKey(apiKey).get('/api/articles').expect(401);
    expect(body.errors[0].code).toBe('invalid_credentials');
    await withKey(apiKey).graphql('{ Articles { totalDocs } }').expect(401);
    await administrator.patch(`/api/api-clients/${id}`, { enabled: true }).expect(200);
    await withKey(apiKey).get('/api/articles').expect(200);
  });

  it('is shut out when its time is over', async () => {
    const soon = await makeClient({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    await withKey(soon.apiKey).get('/api/articles').expect(200);
    await administrator
      .patch(`/api/api-clients/${soon.id}`, { expiresAt: new Date(Date.now() - 1_000).toISOString() })
      .expect(200);
    await withKey(soon.apiKey).get('/api/articles').expect(401);
  });

  it('is shut out when it is deleted, or its key is taken away', async () => {
    const first = await makeClient();
    await administrator.delete(`/api/api-clients/${first.id}`).expect(200);
    await withKey(first.apiKey).get('/api/articles').expect(401);
    for (const change of [{ enableAPIKey: false }, { apiKey: null }]) {
      const { apiKey, id } = await makeClient();
      await administrator.patch(`/api/api-clients/${id}`, change).expect(200);
      await withKey(apiKey).get('/api/articles').expect(401);
    }
  });

  it('with a new key is not let in with the old one', async () => {
    const { apiKey, id } = await makeClient();
    const chosen = 'a-new-key-of-more-than-thirty-two-characters';
    const { body } = await administrator
      .patch(`/api/api-clients/${id}`, { apiKey: chosen, enableAPIKey: true })
      .expect(200);
    expect(body.doc.apiKey).toBe(chosen);
    await withKey(apiKey).get('/api/articles').expect(401);
    await withKey(chosen).get('/api/articles').expect(200);
    const row = await house.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'api-clients',
      where: { id: { equals: id } },
    });
    expect(row?.apiKey ?? null).toBeNull();
  });

  it('does what its scopes allow and nothing else', async () => {
    const article = { title: 'Written by a program', body: paragraph('Text.') };
    const [read, drafts, write, publish] = (await Promise.all(
      (['read', 'read-drafts', 'write', 'publish'] as const).map(async (scope) =>
        withKey((await makeClient({ scopes: [scope] })).apiKey),
      ),
    )) as [Asking, Asking, Asking, Asking];
    await read.post('/api/articles?draft=true', article).expect(403);
    await drafts.post('/api/articles?draft=true', article).expect(403);
    const { body } = await write.post('/api/articles?draft=true', article).expect(201);
    const { id } = body.doc;
    await read.get(`/api/articles/${id}`).expect(404);
    await drafts.get(`/api/articles/${id}?draft=true`).expect(200);
    await write.patch(`/api/articles/${id}`, { _status: 'published' }).expect(403);
    await publish.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    await read.get(`/api/articles/${id}`).expect(200);
    await publish.delete(`/api/articles/${id}`).expect(403);
    for (const client of [read, drafts, write, publish]) {
      for (const path of ['/api/users', '/api/api-clients', '/api/audit-log', '/api/licenses'])
        await client.get(path).expect(403);
    }
  });

  it('limited to sites writes for those only', async () => {
    const site = await house.idOf('sites', 'harbor-therapy');
    const other = await house.idOf('sites', 'brightpath');
    const client = withKey((await makeClient({ scopes: ['write'], sites: [site] })).apiKey);
    const mine = await client
      .post('/api/articles?draft=true', { title: 'Mine', body: paragraph('Text.') })
      .expect(201);
    expect(mine.body.doc.sites).toEqual([site]);
    await client
      .post('/api/articles?draft=true', { title: 'Not mine', sites: [other], body: paragraph('Text.') })
      .expect(403);
  });

  it('cannot use the ways of people: no login, no password, no own change', async () => {
    const { apiKey, id } = await makeClient({ scopes: ['read', 'read-drafts', 'write', 'publish'] });
    const client = withKey(apiKey);
    await client.patch(`/api/api-clients/${id}`, { scopes: ['publish'] }).expect(403);
    for (const path of ['login', 'forgot-password', 'reset-password', 'first-register']) {
      expect([401, 403, 404]).toContain(
        (await house.stranger.post(`/api/api-clients/${path}`).send({})).status,
      );
      expect([401, 403, 404]).toContain((await client.post(`/api/api-clients/${path}`, {})).status);
    }
  });

  it('that is given a key is told of to all administrators', async () => {
    const spy = jest.spyOn(house.payload.logger, 'info');
    await makeClient({ name: 'The told-of one' });
    const mails = spy.mock.calls.map(
      ([entry]) => (entry as { mail?: { subject: string; text: string } }).mail,
    );
    const mail = mails.find((each) => each?.subject.includes('API key'));
    expect(mail?.text).toContain('The told-of one');
    expect(mail?.text).not.toContain('fr_');
  });
});
