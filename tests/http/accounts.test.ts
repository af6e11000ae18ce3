import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RequestHandler } from 'express';
import request from 'supertest';
import { createFirstAdministrator } from '../../src/accounts/createFirstAdministrator.js';
import { createApp } from '../../src/app.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse, password } from '../helpers/house.js';

let house: House;
let administrator: Asking;
const firstPassword = 'the very first password';

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => {
  jest.restoreAllMocks();
});

/** An app with counters of its own, so that tests do not use up each other's attempts. */
async function freshDoor() {
  const { payload, settings } = house;
  const pass: RequestHandler = (_req, _res, next) => next();
  return request(createApp({ settings, house: { payload, publicApi: pass, graphql: pass } }));
}

async function addPerson(more: Record<string, unknown> = {}) {
  const email = `person-${Math.random().toString(36).slice(2)}@example.org`;
  const person = await house.payload.create({
    collection: 'users',
    data: { email, name: 'Some Person', password, role: 'editor', ...more } as never,
    depth: 0,
    overrideAccess: true,
  });
  return { ...person, email };
}

async function logIn(email: string, secret = password) {
  const door = await freshDoor();
  const answer = await door.post('/api/users/login').send({ email, password: secret });
  return {
    status: answer.status,
    authorization: `JWT ${answer.body.token}`,
    body: answer.body,
    headers: answer.headers,
  };
}

/** The mails that would have gone out, as they stand in the log. */
function readLog() {
  const spy = jest.spyOn(house.payload.logger, 'info');
  return () =>
    spy.mock.calls
      .map(([entry]) => (entry as { mail?: { to: string; subject: string; text: string } }).mail)
      .filter((mail) => mail !== undefined);
}

async function until<T>(find: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It never came.');
}

const tokenIn = (text: string) => /\/admin\/reset\/([^\s"<]+)/.exec(text)?.[1] ?? '';

describe('the first administrator', () => {
  it('is made once, with the e-mail and password of the settings', async () => {
    const settings = { admin: { email: 'first@example.org', password: firstPassword } };
    expect(await createFirstAdministrator({ payload: house.payload, settings })).toEqual({
      email: 'first@example.org',
    });
    expect(await createFirstAdministrator({ payload: house.payload, settings })).toBeNull();
    const { status, authorization, body } = await logIn('first@example.org', firstPassword);
    expect(status).toBe(200);
    expect(body.user).toMatchObject({ email: 'first@example.org', role: 'administrator' });
    administrator = asking(house, authorization);
  });

  it('gets a password that nobody could guess when the settings name none', async () => {
    await house.payload.db.deleteMany({ collection: 'users', where: {} });
    const made = await createFirstAdministrator({ payload: house.payload, settings: { admin: {} } });
    expect(made?.password).toMatch(/^[\w-]{20}$/);
    expect((await logIn(made?.email ?? '', made?.password)).status).toBe(200);
    await house.payload.db.deleteMany({ collection: 'users', where: {} });
    const settings = { admin: { email: 'first@example.org', password: firstPassword } };
    await createFirstAdministrator({ payload: house.payload, settings });
    administrator = asking(house, (await logIn('first@example.org', firstPassword)).authorization);
  });
});

describe('an invitation', () => {
  it('reaches a new person by mail, and its link sets a password and signs in', async () => {
    const mails = readLog();
    const { body } = await administrator
      .post('/api/users', { email: 'invited@example.org', name: 'Ina Vited', role: 'editor' })
      .expect(201);
    expect(body.doc).not.toHaveProperty('password');
    const mail = await until(() => mails().find(({ to }) => to === 'invited@example.org'));
    expect(mail.text).toContain(`${house.settings.serverUrl}/admin/reset/`);
    const token = tokenIn(mail.text);
    const door = await freshDoor();
    await door.post('/api/users/reset-password').send({ token, password: 'short' }).expect(400);
    await door
      .post('/api/users/reset-password')
      .send({ token, password: 'a password of my own' })
      .expect(200);
    expect((await logIn('invited@example.org', 'a password of my own')).status).toBe(200);
    const again = await door.post('/api/users/reset-password').send({ token, password: 'another password' });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(again.status).toBeLessThan(500);
  });

  it('is not sent when the administrator says so', async () => {
    const mails = readLog();
    await administrator
      .post('/api/users', { email: 'quiet@example.org', name: 'Q', role: 'editor', password, invite: false })
      .expect(201);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mails()).toEqual([]);
    expect((await logIn('quiet@example.org')).status).toBe(200);
  });

  it('cannot be sent by anybody but administrators', async () => {
    for (const role of ['editor', 'clinical-reviewer', 'compliance'] as const) {
      const person = asking(house, await house.person(role));
      await person.post('/api/users', { email: 'x@example.org', name: 'X', role: 'editor' }).expect(403);
    }
    await house.stranger.post('/api/users').send({ email: 'x@example.org' }).expect(401);
  });
});

describe('signing in', () => {
  it('gives a token and a cookie, and tells who is signed in', async () => {
    const { email } = await addPerson();
    const { authorization, body, headers, status } = await logIn(email.toUpperCase());
    expect(status).toBe(200);
    expect(headers['cache-control']).toMatch(/no-store/);
    for (const secret of ['hash', 'salt', 'resetPasswordToken', 'password'])
      expect(body.user).not.toHaveProperty(secret);
    const me = await asking(house, authorization).get('/api/users/me').expect(200);
    expect(me.body.user.email).toBe(email);
  });

  it('answers a wrong password, an unknown account and a locked one alike', async () => {
    const { email } = await addPerson();
    const door = await freshDoor();
    const started = Date.now();
    const unknown = await door.post('/api/users/login').send({ email: 'nobody@example.org', password });
    const timeOfUnknown = Date.now() - started;
    const wrong = await door.post('/api/users/login').send({ email, password: 'not the password' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await door.post('/api/users/login').send({ email, password: 'not the password' });
    }
    const locked = await door.post('/api/users/login').send({ email, password });
    for (const answer of [unknown, wrong, locked]) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({
        errors: [{ code: 'invalid_credentials', message: 'The e-mail address or password is wrong.' }],
      });
      expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
    }
    expect(timeOfUnknown).toBeGreaterThan(900);
    expect(
      await house.payload.findByID({
        collection: 'users',
        id: (await find(email)).id,
        depth: 0,
        overrideAccess: true,
        showHiddenFields: true,
      }),
    ).toHaveProperty('lockUntil');
  });

  it('works again when an administrator unlocks the account', async () => {
    const { email } = await addPerson();
    const door = await freshDoor();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await door.post('/api/users/login').send({ email, password: 'not the password' });
    }
    await door.post('/api/users/login').send({ email, password }).expect(401);
    await asking(house, await house.person('editor'))
      .post('/api/users/unlock', { email })
      .expect(403);
    await administrator.post('/api/users/unlock', { email }).expect(200);
    await door.post('/api/users/login').send({ email, password }).expect(200);
  });

  it('is refused after many failures from one address, whatever the account', async () => {
    const door = await freshDoor();
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await door.post('/api/users/login').send({ email: 3 }).expect(400);
    }
    const answer = await door.post('/api/users/login').send({ email: 'x@example.org', password }).expect(429);
    expect(answer.body.errors[0].code).toBe('too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it.each([
    {},
    { email: 'a@example.org' },
    { password },
    { email: { $gt: '' }, password },
    { email: ['a'], password: [''] },
  ])('asks for text: %j is a 400 that names the field', async (body) => {
    const answer = await (await freshDoor()).post('/api/users/login').send(body).expect(400);
    expect(answer.body.errors[0]).toMatchObject({
      code: 'invalid_parameter',
      path: expect.stringMatching(/email|password/),
    });
  });

  it('ends with signing out: the token is worth nothing afterwards', async () => {
    const { email } = await addPerson();
    const person = asking(house, (await logIn(email)).authorization);
    await person.get('/api/users/me').expect(200);
    await person.post('/api/users/logout').expect(200);
    await person.get('/api/users/me').expect(401);
    await person.get('/api/articles').expect(401);
  });

  it('cannot be had with a token that was changed or signed by somebody else', async () => {
    const { email } = await addPerson();
    const { authorization } = await logIn(email);
    const [head, payload, signature] = authorization.slice(4).split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), id: 'x' }),
    ).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of [`${head}.${forged}.${signature}`, `${none}.${payload}.`, 'nonsense', '']) {
      await asking(house, `JWT ${token}`).get('/api/users/me').expect(401);
    }
  });
});

describe('a forgotten password', () => {
  it('is answered alike whether the account exists or not, and mails only those that do', async () => {
    const { email } = await addPerson();
    const mails = readLog();
    const door = await freshDoor();
    const known = await door.post('/api/users/forgot-password').send({ email }).expect(200);
    const unknown = await door
      .post('/api/users/forgot-password')
      .send({ email: 'nobody@example.org' })
      .expect(200);
    expect(known.body).toEqual(unknown.body);
    const mail = await until(() => mails().find(({ to }) => to === email));
    expect(tokenIn(mail.text)).not.toBe('');
    expect(mail.text).not.toMatch(/<[a-z]/i);
    expect(mails()).toHaveLength(1);
  });

  it('is replaced through the link, and every session before it ends', async () => {
    const { email } = await addPerson();
    const before = asking(house, (await logIn(email)).authorization);
    const mails = readLog();
    const door = await freshDoor();
    await door.post('/api/users/forgot-password').send({ email });
    const token = tokenIn((await until(() => mails()[0])).text);
    await door.post('/api/users/reset-password').send({ token, password: 'a new long password' }).expect(200);
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, 'a new long password')).status).toBe(200);
    await before.get('/api/users/me').expect(401);
  });

  it('cannot be asked for again and again', async () => {
    const door = await freshDoor();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await door.post('/api/users/forgot-password').send({ email: 'nobody@example.org' }).expect(200);
    }
    await door.post('/api/users/forgot-password').send({ email: 'Nobody@example.org ' }).expect(429);
  });

  it('is not replaced with a made-up token', async () => {
    const answer = await (await freshDoor())
      .post('/api/users/reset-password')
      .send({ token: 'made-up', password });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.errors[0]).toHaveProperty('code');
  });
});

describe('people', () => {
  it('cannot give themselves another role or other sites', async () => {
    const site = await house.idOf('sites', 'harbor-therapy');
    const other = await house.idOf('sites', 'brightpath');
    const { email, id } = await addPerson({ sites: [site] });
    const person = asking(house, (await logIn(email)).authorization);
    await person
      .patch(`/api/users/${id}`, { role: 'administrator', sites: [other], name: 'Renamed' })
      .expect(200);
    expect(await find(email)).toMatchObject({ role: 'editor', sites: [site], name: 'Renamed' });
    const mutation =
      'mutation ($id: String!) { updateUser(id: $id, data: { role: administrator }) { role } }';
    await person.graphql(mutation, { id });
    expect(await find(email)).toMatchObject({ role: 'editor' });
  });

  it('see themselves and nobody else', async () => {
    const { email, id } = await addPerson();
    const someoneElse = await addPerson();
    const person = asking(house, (await logIn(email)).authorization);
    expect(
      (await person.get('/api/users').expect(200)).body.docs.map((user: { id: string }) => user.id),
    ).toEqual([id]);
    await person.get(`/api/users/${someoneElse.id}`).expect(404);
    const change = await person.patch(`/api/users/${someoneElse.id}`, { name: 'X' });
    expect([403, 404]).toContain(change.status);
    await person.delete(`/api/users/${id}`).expect(403);
  });

  it('change their own password, which has at least twelve characters', async () => {
    const { email, id } = await addPerson();
    const person = asking(house, (await logIn(email)).authorization);
    const { body } = await person.patch(`/api/users/${id}`, { password: 'short' }).expect(400);
    expect(body.errors[0].path ?? body.errors[0].data?.errors?.[0]?.path).toBe('password');
    await person.patch(`/api/users/${id}`, { password: 'a quite different one' }).expect(200);
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, 'a quite different one')).status).toBe(200);
  });

  it('are told by mail when an administrator changes their role or sites', async () => {
    const { email, id } = await addPerson();
    const mails = readLog();
    await administrator.patch(`/api/users/${id}`, { name: 'No news' }).expect(200);
    expect(mails()).toEqual([]);
    await administrator.patch(`/api/users/${id}`, { role: 'compliance' }).expect(200);
    const mail = await until(() => mails()[0]);
    expect(mail).toMatchObject({ to: email, text: expect.stringContaining('compliance') });
  });

  it('are made and deleted by administrators; what they could do ends at once', async () => {
    const { email, id } = await addPerson();
    const person = asking(house, (await logIn(email)).authorization);
    await person.get('/api/users/me').expect(200);
    await administrator.delete(`/api/users/${id}`).expect(200);
    await person.get('/api/users/me').expect(401);
    expect((await logIn(email)).status).toBe(401);
  });

  it('lose rights at once when their role changes', async () => {
    const { email, id } = await addPerson({ role: 'compliance' });
    const person = asking(house, (await logIn(email)).authorization);
    await person.get('/api/licenses').expect(200);
    await administrator.patch(`/api/users/${id}`, { role: 'editor' }).expect(200);
    await person.get('/api/licenses').expect(403);
  });

  it('who administrate can neither demote nor delete themselves, so that one always remains', async () => {
    const { id } = await find('first@example.org');
    await administrator.patch(`/api/users/${id}`, { role: 'editor' }).expect(200);
    expect(await find('first@example.org')).toMatchObject({ role: 'administrator' });
    const answer = await administrator.delete(`/api/users/${id}`);
    expect([403, 404]).toContain(answer.status);
  });

  it('who administrate are never limited to sites', async () => {
    const { email, id } = await addPerson({ role: 'administrator' });
    await administrator
      .patch(`/api/users/${id}`, { sites: [await house.idOf('sites', 'brightpath')] })
      .expect(200);
    expect((await find(email)).sites ?? []).toEqual([]);
  });

  it('never show hashes, tokens or sessions, not even to administrators', async () => {
    const { body } = await administrator.get('/api/users?limit=100').expect(200);
    for (const user of body.docs) {
      for (const secret of ['hash', 'salt', 'resetPasswordToken', 'password'])
        expect(user).not.toHaveProperty(secret);
    }
    for (const field of ['hash', 'salt', 'resetPasswordToken']) {
      await administrator.get(`/api/users?where[${field}][exists]=true`).expect(400);
    }
  });
});

async function find(email: string) {
  const { docs } = await house.payload.find({
    collection: 'users',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where: { email: { equals: email } },
  });
  if (!docs[0]) throw new Error(`There is no ${email}.`);
  return docs[0];
}
