/** Frontends ask which disclaimers a page has to carry: one of ours by its path, one of their own by what it is like. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
});

const base = '/api/disclaimers/resolve';
const ask = (query: string) => house.stranger.get(`${base}?${query}`);
const resolve = async (query: string) => (await ask(query).expect(200)).body;
type Item = { slug: string; because: { rule: string }[] };
const slugsIn = ({ disclaimers }: { disclaimers: Item[] }) => disclaimers.map(({ slug }) => slug);
const program = '/resources/the-at-home-program-step-by-step';

describe('for one of our pages', () => {
  it.each([
    ['harbor-therapy', '/resources/ketamine-risks-and-side-effects', ''],
    ['brightpath', program, ''],
    ['brightpath', program, '&state=FL'],
    ['brightpath', program, '&state=NJ'],
    ['brightpath', '/resources/ketamine-risks-and-side-effects', '&locale=es'],
  ])('answers what the page carries (%s%s%s)', async (site, path, more) => {
    const page = await house.stranger.get(`/api/pages/${site}${path}?${more.slice(1)}`).expect(200);
    const { disclaimers, nextChangeAt, ...about } = await resolve(`site=${site}&path=${path}${more}`);
    expect(disclaimers).toEqual(page.body.disclaimers);
    expect(disclaimers.length).toBeGreaterThan(0);
    expect(nextChangeAt).toBeNull();
    const { locale } = page.body.page;
    expect(about).toMatchObject({ site, path, locale, refreshWithin: page.body.refreshWithin });
  });

  it('says what it is like and why each stands there', async () => {
    const { disclaimers, properties } = await resolve(`site=brightpath&path=${program}&state=fl`);
    expect(properties).toMatchObject({ kind: 'article', services: ['at-home-program'], offersFree: true });
    const notice = disclaimers.find(({ slug }: Item) => slug === 'florida-free-offer');
    expect(notice).toMatchObject({
      placement: 'beforeCallToAction',
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      because: [
        {
          rule: 'florida-free-offer-notice',
          source: { title: expect.stringContaining('Florida Statutes') },
          properties: [
            { property: 'state', operator: 'is', value: 'FL' },
            { property: 'offersFree', operator: 'is', value: 'true' },
          ],
        },
      ],
    });
  });

  it('follows a page that has moved', async () => {
    const article = await house.idOf('articles', 'ptsd-treatments-an-overview');
    const data = { slug: 'ptsd-treatments', _status: 'published' as const };
    await house.payload.update({ collection: 'articles', id: article, data, depth: 0, overrideAccess: true });
    const query = 'site=harbor-therapy&path=/resources/ptsd-treatments-an-overview&state=NY';
    const { headers } = await ask(query).expect(301);
    const { path, state } = (await house.stranger.get(headers.location as string).expect(200)).body;
    expect({ path, state }).toEqual({ path: '/resources/ptsd-treatments', state: 'NY' });
  });

  it.each([
    ['a page that is not there', 'site=brightpath&path=/resources/nothing-here'],
    ['a site that is not there', 'site=nobody&path=/resources/x'],
    ['a language in which it is not published', `site=brightpath&path=${program}&locale=es`],
  ])('answers 404 for %s', async (_name, query) => {
    const { body } = await ask(query).expect(404);
    expect(body.errors[0].code).toBe('not_found');
  });
});

describe('for a page that a frontend wrote itself', () => {
  it('takes from the services that it names what is not said', async () => {
    const answer = await resolve('site=brightpath&services=at-home-program');
    expect(answer).toMatchObject({
      path: null,
      state: null,
      properties: { services: ['at-home-program'], offersFree: true, showsPrice: true },
    });
    expect(slugsIn(answer)).toEqual(
      expect.arrayContaining(['home-use-risk', 'price-terms', 'florida-free-offer', 'not-fda-approved']),
    );
  });

  it('believes what is said', async () => {
    const query = 'site=brightpath&services=at-home-program&offersFree=false&showsPrice=false';
    const answer = await resolve(query);
    expect(slugsIn(answer)).toContain('home-use-risk');
    expect(slugsIn(answer)).not.toContain('price-terms');
    expect(slugsIn(answer)).not.toContain('florida-free-offer');
  });

  it.each<[query: string, carries: string[], not: string[]]>([
    ['topics=trauma', ['crisis-support'], ['price-terms', 'educational-information']],
    ['kind=article', ['educational-information'], ['crisis-support']],
    ['offersFree=true&state=FL', ['florida-free-offer'], []],
    ['offersFree=true&state=NJ', [], ['florida-free-offer']],
    ['offersFree=true', ['florida-free-offer'], []],
    ['showsPrice=true', ['price-terms'], []],
    ['topics=at-home-ketamine,ptsd', ['home-use-risk', 'crisis-support'], []],
    ['modes=telehealth', [], ['price-terms']],
  ])('%s', async (query, carries, not) => {
    const slugs = slugsIn(await resolve(`site=brightpath&${query}`));
    expect(slugs).toEqual(expect.arrayContaining(carries));
    for (const each of not) expect(slugs).not.toContain(each);
  });

  it('leaves out what another site shows', async () => {
    const answer = await resolve('site=harbor-therapy&offersFree=true&state=FL');
    expect(slugsIn(answer)).not.toContain('florida-free-offer');
  });

  it('finds the phrases of rules in its words', async () => {
    const rule = await house.payload.create({
      ...{ collection: 'rules', depth: 0, overrideAccess: true },
      data: {
        ...{
          _status: 'published',
          match: 'all',
          severity: 'warn',
          slug: 'no-miracles',
          title: 'No miracles',
        },
        conditions: [{ property: 'phrase', operator: 'includes', value: 'miracle' }],
        effect: {
          kind: 'attachDisclaimer',
          disclaimer: await house.idOf('disclaimers', 'results-vary'),
          placement: 'besideClaim',
        },
        source: { title: 'A test' },
      },
    });
    const words = encodeURIComponent('It worked like a\nMIRACLE for me.');
    const { disclaimers } = await resolve(`site=brightpath&phrase=${words}`);
    expect(disclaimers[0]).toMatchObject({ slug: 'results-vary', placement: 'besideClaim' });
    expect(slugsIn(await resolve('site=brightpath&phrase=miracles'))).not.toContain('results-vary');
    await house.payload.delete({ collection: 'rules', id: rule.id, overrideAccess: true });
  });

  it.each([
    ['', 'site', 'site is needed'],
    ['site=brightpath&topic=ptsd', 'topic', 'Allowed:'],
    ['site=brightpath&topics=ptsd&topics=trauma', 'topics', 'once'],
    ['site=brightpath&topics=ptds', 'topics', '“ptds”'],
    ['site=brightpath&services=consultation', 'services', 'at-home-program'],
    ['site=brightpath&modes=pigeon', 'modes', 'telehealth'],
    ['site=brightpath&kind=page', 'kind', 'article'],
    ['site=brightpath&offersFree=1', 'offersFree', 'true, false'],
    ['site=brightpath&state=ZZ', 'state', 'postal'],
    ['site=brightpath&locale=fr', 'locale', 'en, es'],
    ['site=brightpath&path=resources/x', 'path', 'slash'],
    [`site=brightpath&path=${program}&topics=ptsd`, 'topics', 'pages of your own'],
    [`site=brightpath&phrase=${'x'.repeat(2_001)}`, 'phrase', '2000'],
  ])('refuses ?%s', async (query, path, message) => {
    const { body } = await ask(query).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
    expect(body.errors[0].message).toContain(message);
  });
});

describe('the answer', () => {
  it('is tagged, and not sent again to whoever has it', async () => {
    const query = 'site=brightpath&topics=trauma';
    const { headers } = await ask(query).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['ledger-position']).toMatch(/^\d+$/);
    await ask(query).set('If-None-Match', String(headers.etag)).expect(304);
    const head = await house.stranger.head(`${base}?${query}`).expect(200);
    expect(head.headers).toMatchObject({ etag: headers.etag, 'content-length': headers['content-length'] });
  });

  it('announces when a rule begins', async () => {
    const id = await house.idOf('rules', 'crisis-line-with-heavy-topics');
    const change = (effectiveFrom: string) =>
      house.payload.update({
        ...{ collection: 'rules', id, depth: 0, overrideAccess: true },
        data: { effectiveFrom, _status: 'published' },
      });
    const start = new Date(Date.now() + 86_400_000).toISOString();
    await change(start);
    const before = await resolve('site=brightpath&topics=trauma');
    expect(before).toMatchObject({ nextChangeAt: start, disclaimers: [] });
    await change('2026-01-01T05:00:00.000Z');
    expect(slugsIn(await resolve('site=brightpath&topics=trauma'))).toContain('crisis-support');
  });
});

describe('the past', () => {
  it('is for those who may, and as it was', async () => {
    const query = 'site=brightpath&topics=trauma';
    const first = await ask(query).expect(200);
    const position = first.headers['ledger-position'];
    const id = await house.idOf('rules', 'crisis-line-with-heavy-topics');
    const set = (_status: 'draft' | 'published') =>
      house.payload.update({ collection: 'rules', id, depth: 0, overrideAccess: true, data: { _status } });
    await set('draft');
    expect(slugsIn(await resolve(query))).not.toContain('crisis-support');
    await ask(`${query}&position=${position}`).expect(401);
    const key = await house.client(['read-drafts']);
    const asked = () => request(house.app).get(`${base}?${query}&position=${position}`);
    const then = await asked().set('Authorization', key).expect(200);
    expect(then.body).toEqual(first.body);
    expect(then.headers['cache-control']).toBe('private, no-store');
    await asked()
      .set('Authorization', await house.client(['read']))
      .expect(403);
    const elsewhere = await house.person('editor', [await house.idOf('sites', 'harbor-therapy')]);
    await asked().set('Authorization', elsewhere).expect(403);
    await set('published');
  });
});
