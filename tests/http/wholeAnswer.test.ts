/** What a page answers beyond its text: modules by health aspect, what to read next, who publishes it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const risks = '/api/pages/brightpath/resources/ketamine-risks-and-side-effects';
const get = async (address: string) => (await house.stranger.get(address).expect(200)).body;

interface Reading {
  kind: string;
  slug: string;
  href: string;
  topics: string[];
}

const writing = { depth: 0, locale: 'en', overrideAccess: true } as const;

const publish = async (data: Record<string, unknown>) =>
  house.payload.create({
    ...{ ...writing, collection: 'articles', data: { _status: 'published', ...data } as never },
  });

describe('the modules of a page', () => {
  it('are its parts by health aspect, in both languages', async () => {
    for (const locale of ['en', 'es']) {
      const { page } = await get(`${risks}?locale=${locale}`);
      const aspects = page.modules.map(({ aspect }: { aspect: string }) => aspect);
      expect(aspects).toEqual(
        expect.arrayContaining(['Overview', 'Safety', 'SideEffects', 'RisksOrComplications', 'SeeDoctor']),
      );
      const anchors = page.toc.map(({ anchor }: { anchor: string }) => anchor);
      for (const { parts } of page.modules) {
        for (const { anchor } of parts) if (anchor !== null) expect(anchors).toContain(anchor);
      }
    }
  });

  it('have their text when it is asked for, and the page keeps its revision', async () => {
    const plain = await get(risks);
    const whole = await get(`${risks}?modules=true&body=text,html`);
    expect(whole.revision).toBe(plain.revision);
    expect(plain.page.modules[0].parts[0]).not.toHaveProperty('body');
    const text: string = whole.page.body.text;
    for (const { parts } of whole.page.modules) {
      for (const { body } of parts) {
        expect(Object.keys(body)).toEqual(['html', 'text']);
        for (const line of body.text.split('\n')) expect(text).toContain(line);
      }
    }
  });

  it('of a myth are misconceptions', async () => {
    const { page } = await get('/api/pages/brightpath/myths/ketamine-is-approved-for-depression');
    expect(page.modules.map(({ aspect }: { aspect: string }) => aspect)).toEqual(['Misconceptions']);
  });
});

describe('what to read next', () => {
  it('shares topics with the page, stands on its site, and is a page itself', async () => {
    const { page, related } = await get(risks);
    const topics = page.topics.map(({ slug }: { slug: string }) => slug);
    const kinds = new Set(related.map(({ kind }: Reading) => kind));
    expect(kinds).toEqual(new Set(['article', 'faq', 'misconception']));
    for (const { href, slug, topics: shared } of related as Reading[]) {
      expect(slug).not.toBe(page.slug);
      expect(shared.length).toBeGreaterThan(0);
      for (const topic of shared) expect(topics).toContain(topic);
      const answer = await get(href);
      expect(answer.page.slug).toBe(slug);
      expect(href).toContain('/api/pages/brightpath/');
    }
  });

  it('changes the revision when something nearer is published, and not when something unrelated is', async () => {
    const before = await get(risks);
    const brightpath = await house.idOf('sites', 'brightpath');
    const harbor = await house.idOf('sites', 'harbor-therapy');
    const topicIds = before.page.topics.map(({ id }: { id: string }) => id);
    await publish({ title: 'Unrelated', slug: 'unrelated', sites: [brightpath] });
    await publish({ title: 'Elsewhere', slug: 'elsewhere', sites: [harbor], topics: topicIds });
    expect((await get(risks)).revision).toBe(before.revision);
    const { id } = await publish({ title: 'Near', slug: 'near', sites: [brightpath], topics: topicIds });
    const after = await get(risks);
    expect(after.revision).not.toBe(before.revision);
    expect(after.related[0]).toMatchObject({ slug: 'near', kind: 'article', title: 'Near' });
    await house.payload.delete({ ...writing, collection: 'articles', id });
    expect((await get(risks)).revision).toBe(before.revision);
  });

  it('is looked for among the sixty newest on its topics, by the page and by the manifest alike', async () => {
    const topics: string[] = [];
    for (const slug of ['read-next', 'read-next-too']) {
      const data = { kind: 'condition' as const, slug, title: slug };
      topics.push((await house.payload.create({ ...writing, collection: 'topics', data })).id);
    }
    const sites = [await house.idOf('sites', 'brightpath')];
    const day = (index: number) => new Date(Date.UTC(2001, 0, index)).toISOString();
    await publish({ title: 'Asks', slug: 'asks', sites, topics, publishedAt: day(90) });
    await publish({ title: 'Nearest', slug: 'nearest', sites, topics, publishedAt: day(1) });
    const next = async () => {
      const { related, revision } = await get('/api/pages/brightpath/resources/asks');
      const { pages } = await get('/api/sites/brightpath/manifest?locale=en');
      expect(pages.find(({ path }: { path: string }) => path === '/resources/asks').revision).toBe(revision);
      return related.map(({ slug }: Reading) => slug);
    };
    expect(await next()).toEqual(['nearest']);
    for (let index = 2; index <= 61; index += 1)
      await publish({
        ...{ title: `Newer ${index}`, slug: `newer-${index}`, sites, publishedAt: day(index) },
        topics: topics.slice(0, 1),
      });
    expect(await next()).toEqual(['newer-61', 'newer-60', 'newer-59']);
  });

  it('is what the editor chose, and nothing else', async () => {
    const chosen = await house.idOf('articles', 'the-at-home-program-step-by-step');
    await publish({
      title: 'Chosen',
      slug: 'chosen',
      related: [chosen],
      topics: [await house.idOf('topics', 'ptsd')],
    });
    const { related } = await get('/api/pages/brightpath/resources/chosen');
    expect(related.map(({ slug }: Reading) => slug)).toEqual(['the-at-home-program-step-by-step']);
    // the other site does not show what was chosen
    const elsewhere = await get('/api/pages/harbor-therapy/resources/chosen');
    expect(elsewhere.related.length).toBeGreaterThan(0);
    expect(elsewhere.related.map(({ topics }: Reading) => topics)).toContainEqual(['ptsd']);
  });
});

describe('the attribution of a page', () => {
  it('is that of the site that search engines are pointed to, wherever it is read', async () => {
    const own = await get(risks);
    const shared = await get(risks.replace('brightpath', 'harbor-therapy'));
    expect(own.attribution).toEqual({
      publisher: 'Brightpath',
      url: 'https://brightpath.example/resources/ketamine-risks-and-side-effects',
      license: 'All rights reserved',
      licenseUrl: 'https://brightpath.example/legal/reuse',
      text: '“Ketamine: Risks and Side Effects”, Brightpath, https://brightpath.example/resources/ketamine-risks-and-side-effects. All rights reserved.',
    });
    expect(shared.attribution).toEqual(own.attribution);
    expect(shared.hub).toMatchObject({ title: 'Resources', path: '/resources' });
    expect(shared.breadcrumb[1]).toEqual(shared.hub);
  });
});
