/** The HTML of every demo page through a public validator, in both languages; feeds and sitemaps by their public schemas. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../helpers/house.js';
import { asPage, htmlProblems, landmarksIn } from '../helpers/htmlProblems.js';
import { jsonFeedSchemaProblems, sitemapSchemaProblems } from '../helpers/publicSchemas.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const sites = ['harbor-therapy', 'brightpath'].flatMap((site) =>
  ['en', 'es'].map((locale) => [site, locale] as const),
);

async function hrefsOf(site: string, locale: string): Promise<string[]> {
  const { body } = await house.stranger.get(`/api/sites/${site}/manifest?locale=${locale}`).expect(200);
  return body.pages.map(({ href }: { href: string }) => href);
}

describe.each(sites)('the pages of %s in %s', (site, locale) => {
  it('are valid HTML, with one landmark and headings in order', async () => {
    const hrefs = await hrefsOf(site, locale);
    expect(hrefs.length).toBeGreaterThan(5);
    for (const href of hrefs) {
      const { text } = await house.stranger.get(`${href}?locale=${locale}&format=html`).expect(200);
      expect([href, await htmlProblems(text), landmarksIn(text)]).toEqual([href, [], []]);
    }
  });

  it('have feeds and a sitemap that public schemas take', async () => {
    const { text: sitemap } = await house.stranger.get(`/api/sites/${site}/sitemap.xml?locale=${locale}`);
    expect(sitemapSchemaProblems(sitemap)).toEqual([]);
    const { text: feed } = await house.stranger
      .get(`/api/sites/${site}/feed.json?locale=${locale}`)
      .buffer(true);
    expect(jsonFeedSchemaProblems(JSON.parse(feed))).toEqual([]);
  });
});

interface Part {
  anchor: string | null;
  body: { html: string };
}

describe('the HTML in the data of a page', () => {
  it.each([
    'brightpath/resources/the-at-home-program-step-by-step',
    'harbor-therapy/resources/ptsd-treatments-an-overview',
    'brightpath/myths/ketamine-is-approved-for-depression',
  ])('%s is valid below a title of the site’s own, whole and in parts', async (page) => {
    const { body } = await house.stranger.get(`/api/pages/${page}?modules=true`).expect(200);
    expect(await htmlProblems(asPage(body.page.body.html))).toEqual([]);
    expect(body.page.modules.length).toBeGreaterThan(0);
    for (const { anchor, body: part } of body.page.modules.flatMap(({ parts }: { parts: Part[] }) => parts)) {
      const html = anchor && !part.html.startsWith('<h2') ? `<h2>A part</h2>${part.html}` : part.html;
      expect([anchor, await htmlProblems(asPage(html))]).toEqual([anchor, []]);
    }
    for (const notice of body.notices)
      expect(await htmlProblems(asPage(`<h2>A notice</h2>${notice.html ?? ''}`))).toEqual([]);
  });

  it('has pictures in several sizes, and loads those below later', async () => {
    const { text } = await house.stranger
      .get('/api/pages/harbor-therapy/resources/ptsd-treatments-an-overview?format=html')
      .expect(200);
    const figures = text.match(/<figure class="fr-figure">.*?<\/figure>/g) ?? [];
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) {
      expect(figure).toMatch(
        /<source type="image\/avif" srcset="[^"]+ 320w, [^"]+ 640w[^"]*" sizes="[^"]+">/,
      );
      expect(figure).toMatch(/<img src="[^"]+" alt="[^"]+" width="\d+" height="\d+"/);
    }
    expect(figures.map((figure) => figure.includes('loading="lazy"'))).toEqual([
      false,
      ...figures.slice(1).map(() => true),
    ]);
  });
});
