/** Redirects that people write by hand keep to the same law as those that come by themselves. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;
let harbor: string;
let brightpath: string;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
  harbor = await house.idOf('sites', 'harbor-therapy');
  brightpath = await house.idOf('sites', 'brightpath');
});
afterAll(() => house.close());

let count = 0;
const fresh = (word: string) => `/${word}-${++count}`;

interface Redirect {
  id: string;
  from: string;
  to: string;
  toSite: string | null;
}

const post = (from: string, to: string, more: object = {}) =>
  editor.post('/api/redirects', { site: harbor, from, to, ...more });

async function redirect(from: string, to: string, more: object = {}): Promise<Redirect> {
  return (await post(from, to, more).expect(201)).body.doc;
}

async function refusal(
  from: string,
  to: string,
  more: object = {},
): Promise<{ path: string; message: string }> {
  const { body } = await post(from, to, more).expect(400);
  expect(body.errors[0].code).toBe('validation_failed');
  const [{ message, path }] = body.errors[0].data.errors;
  return { path, message };
}

const stored = async (id: string): Promise<Redirect> =>
  (await editor.get(`/api/redirects/${id}`).expect(200)).body;

const expectMoved = (from: string, to: string, site = 'harbor-therapy') =>
  house.stranger.get(`/api/pages/${site}${from}`).expect(301).expect('Location', to);
const there = (path: string, site = 'harbor-therapy') => `/api/pages/${site}${path}`;

async function publishedArticle(): Promise<{ id: string; path: string }> {
  const slug = fresh('an-article').slice(1);
  const data = { title: slug, slug, body: paragraph('T.'), sites: [harbor], _status: 'published' };
  const { body } = await editor.post('/api/articles', data).expect(201);
  return { id: body.doc.id, path: `/resources/${slug}` };
}

describe('a redirect that is written by hand', () => {
  it('leads to the end of the way at once', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(fresh) as [string, string, string, string];
    await redirect(b, c);
    expect(await redirect(a, b)).toMatchObject({ to: c });
    const last = await redirect(d, a);
    expect(last.to).toBe(c);
    await expectMoved(d, there(c));
  });

  it('leads on what led to its start, also when it is changed', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(fresh) as [string, string, string, string];
    const first = await redirect(a, b);
    const second = await redirect(b, c);
    expect((await stored(first.id)).to).toBe(c);
    await editor.patch(`/api/redirects/${second.id}`, { to: d }).expect(200);
    await expectMoved(b, there(d));
    const third = await redirect(c, d);
    expect((await stored(third.id)).to).toBe(d);
    expect((await stored(first.id)).to).toBe(d);
  });

  it('that would close a circle is refused, naming both ends', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map(fresh) as [string, string, string];
    await redirect(a, b);
    const { message, path } = await refusal(b, a);
    expect(path).toBe('to');
    expect(message).toContain(`“${b}”`);
    expect(message).toContain(`“${a}”`);
    expect(message).toContain('circle');
    const other = await redirect(b, c);
    expect((await refusal(c, b)).message).toContain('circle');
    await editor.patch(`/api/redirects/${other.id}`, { to: a }).expect(200);
    expect(await stored(other.id)).toMatchObject({ to: c });
    expect((await refusal(c, c)).message).toBe('A redirect cannot lead to itself.');
    expect((await refusal(c, a)).message).toContain('circle');
  });

  it('may lead to the same path of another site, and is answered with that site’s address', async () => {
    const a = fresh('a');
    await redirect(a, a, { toSite: brightpath });
    await expectMoved(`${a}?body=text`, `${there(a, 'brightpath')}?body=text`);
    expect((await refusal(a, a, { site: brightpath, toSite: harbor })).message).toContain('circle');
  });

  it('may name its own site, which says nothing', async () => {
    const [a, b] = [fresh('a'), fresh('b')];
    expect(await redirect(a, b, { toSite: harbor })).toMatchObject({ toSite: null });
    await expectMoved(a, there(b));
  });

  it('that leads to a site that is not public leads nowhere', async () => {
    const [a, b] = [fresh('a'), fresh('b')];
    const administrator = asking(house, await house.person('administrator'));
    const data = { name: 'Not yet', url: 'https://not-yet.example', live: false };
    const { body } = await administrator.post('/api/sites', data).expect(201);
    await redirect(a, b, { toSite: body.doc.id });
    await house.stranger.get(there(a)).expect(404);
  });

  it('cannot hide a page that is public, but may stand in for one that is not', async () => {
    const { id, path } = await publishedArticle();
    const { message, path: field } = await refusal(path, '/elsewhere');
    expect(field).toBe('from');
    expect(message).toContain(`“${path}” is the address of an article that is public now`);
    await redirect(path, '/elsewhere', { site: brightpath });
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    await redirect(path, '/elsewhere');
    await expectMoved(path, there('/elsewhere'));
    await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
    await house.stranger.get(there(path)).expect(200);
  });

  it('to a page leads there although a redirect from there was forgotten', async () => {
    const { path } = await publishedArticle();
    const now = new Date().toISOString();
    const data = {
      id: crypto.randomUUID(),
      site: harbor,
      from: path,
      to: '/x',
      createdAt: now,
      updatedAt: now,
    };
    await house.payload.db.create({ collection: 'redirects', data });
    expect(await redirect(fresh('a'), path)).toMatchObject({ to: path });
  });

  it('from an address that has one already is refused, and the refusal says where that leads', async () => {
    const [a, b] = [fresh('a'), fresh('b')];
    await redirect(a, b);
    const { message, path } = await refusal(a, '/other');
    expect(path).toBe('from');
    expect(message).toContain(`it leads to “${b}”`);
    await redirect(a, b, { site: brightpath });
  });

  it('of two at the same moment one is stored, and the other is refused with words', async () => {
    const a = fresh('a');
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => post(a, `/to-${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
  });

  it('has its paths in one form, however they were written', async () => {
    const word = `caf\u00e9-${++count}`;
    const made = await redirect(`/old/${encodeURIComponent(word)}/`, `/new/${encodeURIComponent(word)}/`);
    expect(made).toMatchObject({ from: `/old/${word}`, to: `/new/${word}` });
    await expectMoved(`/old/${encodeURIComponent(word)}`, there(`/new/${encodeURIComponent(word)}`));
    expect((await refusal(`/old/${word}`, '/x')).message).toContain('already');
    const spaced = `/old%20news-${++count}/100%25`;
    expect(await redirect(spaced, '/news')).toMatchObject({ from: spaced });
    await expectMoved(spaced, there('/news'));
  });

  it.each(['resources/x', '//evil.example', '/a b', '/a?b', '/a#b', '/a\\b', '/a//b', '/a/../b', '', 3])(
    'has no path such as %j',
    async (path) => {
      await post(path as string, '/x').expect(400);
      await post(fresh('a'), path as string).expect(400);
    },
  );

  it('may be changed otherwise at any time', async () => {
    const made = await redirect(fresh('a'), fresh('b'));
    await editor.patch(`/api/redirects/${made.id}`, { reason: 'As agreed' }).expect(200);
    expect(await stored(made.id)).toMatchObject({ reason: 'As agreed', to: made.to });
  });
});
