/** Every demo page as HTML in a real browser, with a plain stylesheet, as whoever cannot see or use a mouse meets it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { openBrowser, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

let api: StartedServer;
let browser: WatchedPage;

beforeAll(async () => {
  api = await startServer({});
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await api?.stop();
});

/** As much as a site needs to be readable; nothing of it knows our class names. */
const stylesheet =
  'body{font:1.0625rem/1.6 sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#222;background:#fff}' +
  'a{color:#0b5394;text-decoration:underline}img{max-width:100%;height:auto}' +
  'table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.25rem .5rem}';

const textOf = async (address: string) => (await fetch(api.url + address)).text();

async function show(address: string): Promise<void> {
  const html = await textOf(address);
  const styled = html.replace('</head>', `<style>${stylesheet}</style></head>`);
  await browser.page.setContent(styled, { waitUntil: 'domcontentloaded' });
}

/** What axe finds, by rule, with how much it matters and the first element. */
async function barriers(): Promise<string[]> {
  // setContent keeps the window, and so the tool
  if (!(await browser.page.evaluate(() => 'axe' in globalThis))) await browser.page.evaluate(axe.source);
  return browser.page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(options: axe.RunOptions): Promise<axe.AxeResults> };
    };
    const { violations } = await tool.run({ resultTypes: ['violations'], preload: false });
    return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  });
}

interface Listed {
  href: string;
  id: string;
  locale: string;
}

/** Each page of both sites once: what both show is the same document in the same template. */
async function everyPage(): Promise<Listed[]> {
  const all: Listed[] = [];
  for (const site of ['brightpath', 'harbor-therapy'])
    for (const locale of ['en', 'es']) {
      const manifest = JSON.parse(await textOf(`/api/sites/${site}/manifest?locale=${locale}`));
      all.push(...manifest.pages);
    }
  return [...new Map(all.map((each) => [`${each.id} ${each.locale}`, each])).values()];
}

describe('a page in a browser', () => {
  it('has no barriers: every page, in both languages', async () => {
    const pages = await everyPage();
    expect(pages.length).toBeGreaterThan(30);
    for (const { href, locale } of pages) {
      await show(`${href}?locale=${locale}&format=html`);
      expect([href, await barriers()]).toEqual([href, []]);
    }
  }, 120_000);

  it('is one landmark, and its notes are read as notes', async () => {
    await show('/api/pages/brightpath/resources/the-at-home-program-step-by-step?format=html');
    const tree = await browser.page.locator('body').ariaSnapshot();
    expect(tree.match(/^\s*- (main|complementary|region|navigation|banner|contentinfo)\b/gm)).toEqual([
      '- main',
    ]);
    expect(tree.match(/- note/g)?.length).toBeGreaterThan(2);
  });

  it('loads pictures that fit the screen, in a format made for them', async () => {
    await browser.page.setViewportSize({ width: 390, height: 800 });
    await show('/api/pages/harbor-therapy/resources/ptsd-treatments-an-overview?format=html');
    const images = browser.page.locator('figure.fr-figure img');
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      const source = await image.evaluate(async (each) => {
        const picture = each as HTMLImageElement;
        await picture.decode();
        return picture.currentSrc;
      });
      expect(source).toMatch(/-640x\d+\.avif\?v=/);
    }
    expect(await images.count()).toBeGreaterThan(1);
  });
});
