/** Drafts shown to those who may read them, and share links that show one revision to a reviewer without an account. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
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

const get = (address: string) => house.stranger.get(address);
const addressOf = (slug: string) => `/api/pages/brightpath/resources/${slug}`;

let count = 0;

async function makePage(
  more: Data = {},
): Promise<{ id: string; slug: string; path: string; address: string }> {
  count += 1;
  const slug = `a-shared-page-${count}`;
  const data = { body: paragraph('As it is.'), sites: [site], slug, title: 'As it is', ...more };
  const { id } = await house.payload.create({
    ...{ ...local, collection: 'articles', data: { ...data, _status: 'published' } as never },
  });
  return { id, slug, path: `/resources/${slug}`, address: addressOf(slug) };
}

const draft = (id: string, data: Data, more: Data = {}) =>
  house.payload.update({
    ...{ ...local, collection: 'articles', data: data as never, draft: true, id },
    ...more,
  });

const publish = (id: string, data: Data) =>
  house.payload.update({
    ...{ ...local, collection: 'articles', data: { ...data, _status: 'published' } as never, id },
  });

const publishIn = (locale: 'en' | 'es', id: string, data: Data) =>
  house.payload.update({
    ...{ ...local, locale, collection: 'articles', data: { ...data, _status: 'published' } as never, id },
  });

const publishNoMore = (id: string) =>
  house.payload.update({ ...local, collection: 'articles', data: { _status: 'draft' }, id });

const trash = (id: string, deletedAt: string | null, more: Data = {}) =>
  house.payload.update({
    ...{ ...local, collection: 'articles', id, data: { deletedAt } as never },
    ...more,
  });

/** The path of the link, as the server that the test asks knows it. */
async function share(by: Asking, body: object): Promise<{ link: string; url: string; expiresAt: string }> {
  const { body: answer } = await by.post('/api/pages/share', body).expect(200);
  return { ...answer, link: new URL(answer.url).pathname };
}

describe('draft=true', () => {
  it('shows the newest draft, and everybody else what is published', async () => {
    const { address, id } = await makePage();
    await draft(id, { title: 'As it will be', body: paragraph('Better words.') });
    const { body, headers } = await editor.get(`${address}?draft=true&body=text`).expect(200);
    expect(body.page).toMatchObject({ title: 'As it will be', body: { text: 'Better words.' } });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect((await get(address).expect(200)).body.page.title).toBe('As it is');
    expect((await editor.get(address).expect(200)).body.page.title).toBe('As it is');
    expect((await editor.get(`${address}?draft=false`).expect(200)).body.page.title).toBe('As it is');
  });

  it('shows the published page where nothing newer was drafted, with the same revision', async () => {
    for (const page of ['the-at-home-program-step-by-step', 'ketamine-risks-and-side-effects']) {
      const published = await get(addressOf(page)).expect(200);
      const { body } = await editor.get(`${addressOf(page)}?draft=true`).expect(200);
      expect(body).toEqual(published.body);
    }
  });

  it('shows what was never published, under the slug that it will have', async () => {
    const { address, id, slug } = await makePage();
    await house.payload.update({ ...local, collection: 'articles', data: { _status: 'draft' }, id });
    await draft(id, { slug: `${slug}-new` });
    await get(address).expect(410);
    await editor.get(`${address}-new?draft=true`).expect(200);
    await get(`${address}-new`).expect(404);
  });

  it('carries the disclaimers that the draft will need', async () => {
    const { address, id } = await makePage();
    const topic = await house.idOf('topics', 'ketamine');
    const slugs = async (search: string) =>
      (await editor.get(`${address}${search}`).expect(200)).body.disclaimers.map(({ slug }: Data) => slug);
    const before = await slugs('');
    await draft(id, { topics: [topic] });
    expect((await slugs('?draft=true')).length).toBeGreaterThan(before.length);
    expect(await slugs('')).toEqual(before);
  });

  it('is of one language, and falls back to none by itself', async () => {
    const { address, id } = await makePage();
    await editor.get(`${address}?draft=true&locale=es`).expect(404);
    await draft(id, { title: 'Como será' }, { locale: 'es' });
    const { body } = await editor.get(`${address}?draft=true&locale=es`).expect(200);
    expect(body.page).toMatchObject({ locale: 'es', title: 'Como será' });
    await get(`${address}?locale=es`).expect(404);
  });

  it('shows nothing that lies in the trash', async () => {
    const { address, id } = await makePage();
    await house.payload.update({
      ...{ ...local, collection: 'articles', id, data: { deletedAt: new Date().toISOString() } as never },
    });
    await editor.get(`${address}?draft=true`).expect(404);
  });

  it('is for people and keys that may read drafts, of their sites', async () => {
    const { address, id } = await makePage();
    await draft(id, { title: 'A secret plan' });
    await get(`${address}?draft=true`).expect(401);
    await asking(house, await house.client(['read']))
      .get(`${address}?draft=true`)
      .expect(403);
    await asking(house, await house.client(['read-drafts']))
      .get(`${address}?draft=true`)
      .expect(200);
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const elsewhere = asking(house, await house.person('editor', [harbor]));
    await elsewhere.get(`${address}?draft=true`).expect(403);
    await elsewhere.get(address).expect(200);
  });

  it('is of now', async () => {
    const { address } = await makePage();
    const { body } = await editor.get(`${address}?draft=true&position=1`).expect(400);
    expect(body.errors[0].path).toBe('draft');
  });
});

describe('a share link', () => {
  it('shows a reviewer without an account exactly the revision that was shared', async () => {
    const { address, id, path } = await makePage();
    await draft(id, { title: 'For review', body: paragraph('Please read this.') });
    const seen = await editor.get(`${address}?draft=true&body=html,text,blocks`).expect(200);
    const { expiresAt, link, url } = await share(editor, { site: 'brightpath', path });
    expect(url).toContain(`${house.settings.serverUrl}/api/pages/shared/`);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
    const answer = await get(`${link}?body=html,text,blocks`).expect(200);
    expect(answer.body).toEqual(seen.body);
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    await draft(id, { title: 'Later thoughts' });
    await publish(id, { title: 'Published since' });
    expect((await get(`${link}?body=html,text,blocks`).expect(200)).body).toEqual(seen.body);
  });

  it('shows it as it was, although what stands around it has changed', async () => {
    const author = await house.payload.create({
      ...{
        ...local,
        collection: 'people',
        data: { name: 'A Writer', slug: 'a-writer', live: true } as never,
      },
    });
    const { path } = await makePage({ authors: [author.id] });
    const { link } = await share(editor, { site: 'brightpath', path });
    const before = await get(link).expect(200);
    await house.payload.update({
      ...{ ...local, collection: 'people', id: author.id, data: { name: 'Another Name' } },
    });
    const after = await get(link).expect(200);
    expect(after.text).toBe(before.text);
    expect(after.headers.etag).toBe(before.headers.etag);
    expect(after.body.page.authors[0].name).toBe('A Writer');
  });

  it('opens in a browser as a page that search engines leave out, and in every other format', async () => {
    const { path } = await makePage();
    const { link } = await share(editor, { site: 'brightpath', path });
    const html = await get(link).set('Accept', 'text/html,*/*;q=0.8').expect(200);
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.text).toContain('<meta name="robots" content="noindex">');
    expect((await get(`${link}?format=text`).expect(200)).text).toContain('As it is.');
    expect((await get(`${link}?format=markdown`).expect(200)).text).toContain('# As it is');
    await house.stranger.head(link).expect(200);
    const { body } = await get(`${link}?locale=es`).expect(400);
    expect(body.errors[0].path).toBe('locale');
  });

  it('is of the language and state that were asked for', async () => {
    const path = '/resources/ketamine-risks-and-side-effects';
    const { link } = await share(editor, { site: 'brightpath', path, locale: 'es', state: 'nj', days: 30 });
    const { body } = await get(link).expect(200);
    const now = await get(`/api/pages/brightpath${path}?locale=es&state=NJ`).expect(200);
    expect(body).toEqual(now.body);
  });

  it('that was changed, cut short or made elsewhere shows nothing, in words', async () => {
    const { path } = await makePage();
    const { link } = await share(editor, { site: 'brightpath', path });
    const token = link.split('/').at(-1) ?? '';
    const [said = '', signature = ''] = token.split('.');
    const other = Buffer.from(
      Buffer.from(said, 'base64url').toString().replace('brightpath', 'harbor-therapy'),
    );
    const wrong = [
      ...[token.slice(0, -1), `${token}A`, said, `${said}.`, `.${signature}`, 'x', '%20'],
      `${other.toString('base64url')}.${signature}`,
      `${said}.${signature.split('').reverse().join('')}`,
    ];
    for (const each of wrong) {
      const { body } = await get(`/api/pages/shared/${each}`).expect(404);
      expect(body.errors[0]).toMatchObject({
        code: 'not_found',
        message: expect.stringContaining('expired'),
      });
    }
  });

  it('closes when its time is over', async () => {
    const { path } = await makePage();
    const { expiresAt, link } = await share(editor, { site: 'brightpath', path, days: 1 });
    const clock = jest.spyOn(Date, 'now');
    try {
      clock.mockReturnValue(Date.parse(expiresAt) - 1);
      await get(link).expect(200);
      clock.mockReturnValue(Date.parse(expiresAt));
      await get(link).expect(404);
    } finally {
      clock.mockRestore();
    }
  });

  const takenDown: [how: string, act: (id: string) => Promise<unknown>][] = [
    ['unpublished', (id) => publishNoMore(id)],
    ['put in the trash', (id) => trash(id, new Date().toISOString())],
    ['deleted', (id) => house.payload.delete({ ...local, collection: 'articles', id })],
  ];
  it.each(takenDown)('closes when its document is %s, and stays closed', async (how, act) => {
    const { id, path } = await makePage();
    const { link } = await share(editor, { site: 'brightpath', path });
    await act(id);
    await get(link).expect(404);
    if (how === 'deleted') return;
    if (how === 'put in the trash') await trash(id, null, { trash: true });
    await publish(id, { title: 'Back again' });
    await get(link).expect(404);
    const again = await share(editor, { site: 'brightpath', path });
    await get(again.link).expect(200);
  });

  it('of what was never published stays open while other things go dark, and closes in the trash', async () => {
    const { id, path } = await makePage();
    await publishNoMore(id);
    const { link } = await share(editor, { site: 'brightpath', path });
    const other = await makePage();
    await publishNoMore(other.id);
    await draft(id, { title: 'Not yet' });
    await get(link).expect(200);
    await trash(id, new Date().toISOString());
    await get(link).expect(404);
  });

  it('closes in the language that is taken down, and in no other', async () => {
    const { id, path } = await makePage();
    await publishIn('es', id, { title: 'Como es', body: paragraph('Así.') });
    const of = async (locale: string) => (await share(editor, { site: 'brightpath', path, locale })).link;
    const [english, spanish] = [await of('en'), await of('es')];
    await get(spanish).expect(200);
    await editor
      .patch(`/api/articles/${id}?locale=es&publishSpecificLocale=es`, { _status: 'draft' })
      .expect(200);
    await get(`/api/pages/brightpath${path}?locale=es`).expect(404);
    await get(spanish).expect(404);
    await get(english).expect(200);
  });

  it('is made by people and keys that may read drafts, of their sites', async () => {
    const { path } = await makePage();
    const request = { site: 'brightpath', path };
    await house.stranger.post('/api/pages/share').send(request).expect(401);
    await asking(house, await house.client(['read']))
      .post('/api/pages/share', request)
      .expect(403);
    await share(asking(house, await house.client(['read-drafts'])), request);
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const elsewhere = asking(house, await house.person('editor', [harbor]));
    await elsewhere.post('/api/pages/share', request).expect(403);
  });

  const wrong: [body: Data, path: string][] = [
    [{ path: '/resources/x' }, 'site'],
    [{ site: 'brightpath' }, 'path'],
    [{ site: 'brightpath', path: 'resources/x' }, 'path'],
    [{ site: 'brightpath', path: '/resources/x', days: 31 }, 'days'],
    [{ site: 'brightpath', path: '/resources/x', days: 0 }, 'days'],
    [{ site: 'brightpath', path: '/resources/x', days: 1.5 }, 'days'],
    [{ site: 'brightpath', path: '/resources/x', locale: 'de' }, 'locale'],
    [{ site: 'brightpath', path: '/resources/x', state: 'Florida' }, 'state'],
    [{ site: 'brightpath', path: '/resources/x', forever: 'true' }, 'forever'],
    [{ site: ['brightpath'], path: '/resources/x' }, 'site'],
  ];
  it.each(wrong)('is refused by name for %j', async (body, path) => {
    const { body: answer } = await editor.post('/api/pages/share', body).expect(400);
    expect(answer.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
  });

  it('needs a body, and a page that is there', async () => {
    await editor.post('/api/pages/share').expect(400);
    await editor.post('/api/pages/share', []).expect(400);
    await editor.post('/api/pages/share', { site: 'brightpath', path: '/resources/nothing' }).expect(404);
    await editor.post('/api/pages/share', { site: 'nobody', path: '/resources/nothing' }).expect(404);
    await editor.get('/api/pages/share').expect(404);
  });
});
