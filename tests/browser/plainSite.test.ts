import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { openBrowser, type WatchedPage } from '../helpers/browser.js';
import { freePort, type StartedServer, startServer } from '../helpers/startedServer.js';

const program = path.resolve(import.meta.dirname, '../../examples/plain-site/server.mjs');
let api: StartedServer;
let example: ChildProcess;
let browser: WatchedPage;
let origins: string[];

async function startExample(): Promise<void> {
  const port = await freePort(); // and the one above it
  origins = [port, port + 1].map((each) => `http://localhost:${each}`);
  // as its README says: images stand under the server's own address, which is another name for the same host
  const address = api.url.replace('127.0.0.1', 'localhost');
  const env = { ...process.env, API_URL: address, PORT: String(port), NODE_OPTIONS: '' };
  example = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  await new Promise<void>((started, failed) => {
    example.once('exit', (code) => failed(new Error(`The example ended with ${code}: ${printed}`)));
    example.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (origins.every((origin) => printed.includes(origin))) started();
    });
  });
}

beforeAll(async () => {
  api = await startServer({});
  await startExample();
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  example?.kill();
  await api?.stop();
});

const siteOf = (index: number) => origins[index] as string;
const open = async (address: string) => {
  const answer = await browser.page.goto(address, { waitUntil: 'load' });
  return answer?.status();
};
const paths = () =>
  browser.page.$$eval('main section a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
/** Where texts stand on the page, from top to bottom; -1 for what is not there. */
const tops = (selectors: string[]) =>
  browser.page.evaluate(
    (all) => all.map((each) => document.querySelector(each)?.getBoundingClientRect().top ?? -1),
    selectors,
  );

/** How a page is named on others: nobody may take a myth for a fact. */
const named = ({ kind, title }: { kind: string; title: string }) =>
  kind === 'misconception' ? `Myth: ${title}` : title;

/** What axe finds wrong with the page as it is, by rule. */
async function barriers(): Promise<string[]> {
  // over the debugger: the page's own policy lets no script in
  await browser.page.evaluate(axe.source);
  return browser.page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(): Promise<axe.AxeResults> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe('the plain site', () => {
  it('takes fewer than 150 lines, and nothing from others', () => {
    const source = readFileSync(program, 'utf8');
    expect(source.split('\n').length - 1).toBeLessThan(150);
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(['node:http']);
  });

  it.each([
    [0, 'Harbor Therapy', 'California'],
    [1, 'Brightpath', 'Florida and New Jersey'],
  ])(
    'shows demo site %i whole: every page that its start page names',
    async (index, name, place) => {
      expect(await open(siteOf(index))).toBe(200);
      expect(await browser.page.textContent('h1')).toBe(name);
      expect(await browser.page.textContent('main')).toContain(place);
      const named = await paths();
      for (const kind of ['/resources/', '/faqs/', '/myths/'])
        expect(named.filter((each) => each.startsWith(kind)).length).toBeGreaterThan(2);
      for (const each of named) {
        const answer = await fetch(siteOf(index) + each);
        expect([each, answer.status]).toEqual([each, 200]);
        const html = await answer.text();
        expect(html).toContain('fr-disclaimer');
        expect(html).not.toMatch(/undefined|\[object|NaN/);
      }
    },
    120_000,
  );

  it('puts every disclaimer where it must stand', async () => {
    let offers = 0;
    for (const index of [0, 1]) {
      await open(siteOf(index));
      const [notApproved = -1, offered = -1] = await tops(['.fr-disclaimer-beside-claim', 'main section']);
      expect(notApproved).toBeGreaterThan(0);
      expect(notApproved).toBeLessThan(offered);
      for (const each of (await paths()).filter((one) => one.startsWith('/resources/'))) {
        await open(siteOf(index) + each);
        const [before, offer] = await tops([
          '.fr-disclaimer-before-call-to-action',
          '.fr-call-to-action, .offer',
        ]);
        if ((before ?? -1) >= 0 && (offer ?? -1) >= 0) {
          offers += 1;
          expect([each, (before ?? 0) < (offer ?? 0)]).toEqual([each, true]);
        }
        const [claim, text, footer] = await tops([
          '.fr-disclaimer-beside-claim',
          'article h2',
          '.fr-disclaimer-footer',
        ]);
        if ((claim ?? -1) >= 0) expect(claim).toBeLessThan(text ?? 0);
        if ((footer ?? -1) >= 0) expect(footer).toBeGreaterThan(text ?? 0);
      }
    }
    expect(offers).toBeGreaterThan(0);
  }, 120_000);

  it('shows everything that the answer of a page holds', async () => {
    const page = '/resources/after-a-long-search';
    const answer = (await (await fetch(`${api.url}/api/pages/harbor-therapy${page}`)).json()) as {
      disclaimers: { text: string }[];
      notices: { text: string | null }[];
      jsonLd: unknown;
      page: { heroImage: { alt: string }; authors: { name: string }[]; reviewedBy: { name: string } };
      related: { kind: string; title: string }[];
    };
    await open(siteOf(0) + page);
    const shown = ((await browser.page.textContent('body')) ?? '').replace(/\s+/g, ' ');
    const words = [...answer.disclaimers, ...answer.notices].flatMap(({ text }) => text?.split('\n') ?? []);
    const people = [...answer.page.authors, answer.page.reviewedBy].map(({ name }) => name);
    for (const each of [...words, ...people, ...answer.related.map(named)])
      expect(shown).toContain(each.replace(/\s+/g, ' ').trim());
    const image = browser.page.locator('article img').first();
    expect(await image.getAttribute('alt')).toBe(answer.page.heroImage.alt);
    expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    const data = await browser.page.textContent('script[type="application/ld+json"]');
    expect(JSON.parse(data ?? '')).toEqual(answer.jsonLd);
  });

  it('marks a myth, and lets nobody pass without its fact', async () => {
    await open(`${siteOf(1)}/myths/ketamine-is-approved-for-depression`);
    expect(await browser.page.textContent('h1')).toMatch(/^Myth: /);
    expect(await browser.page.textContent('.by')).toMatch(/^Reviewed by Dr\. .+, 20\d\d$/);
    const others = await browser.page.$$eval('article section a', (links) =>
      links
        .filter((link) => link.getAttribute('href')?.startsWith('/myths/'))
        .map((link) => link.textContent),
    );
    expect(others.length).toBeGreaterThan(1);
    for (const each of others) expect(each).toMatch(/^Myth: /);
    expect(await browser.page.textContent('article')).toContain('Fact: It is not.');
  });

  it('speaks Spanish where there is Spanish, and says where there is not', async () => {
    await open(`${siteOf(1)}/?lang=es`);
    expect(await browser.page.getAttribute('html', 'lang')).toBe('es');
    const [spanish] = await paths();
    await open(siteOf(1) + spanish);
    expect(await browser.page.getAttribute('html', 'lang')).toBe('es');
    await open(`${siteOf(0)}/resources/after-a-long-search?lang=es`);
    expect(await browser.page.getAttribute('html', 'lang')).toBe('en');
  });

  it('can be read by everybody', async () => {
    for (const each of [
      siteOf(0),
      `${siteOf(0)}/resources/after-a-long-search`,
      `${siteOf(1)}/faqs/does-insurance-pay`,
    ]) {
      await open(each);
      expect([each, await barriers()]).toEqual([each, []]);
    }
  });

  it('meets no error on the way', () => {
    expect(browser.problems).toEqual([]);
  });

  it('says so when a page is not there, and comes to no harm by addresses that are none', async () => {
    for (const each of ['/resources/no-such-page', '/nowhere', '//', '/%zz', '/..%2f..%2fx'])
      expect([400, 404]).toContain((await fetch(siteOf(0) + each)).status);
    expect((await fetch(siteOf(0))).status).toBe(200);
  });
});
