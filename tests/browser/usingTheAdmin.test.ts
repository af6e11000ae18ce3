import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, openFromList, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const email = 'editor-in-chief@example.org';
const password = 'chosen for the browser';
const firstRow = 'table tbody tr:first-child a';
let server: StartedServer;
let browser: WatchedPage;

beforeAll(async () => {
  server = await startServer({ ADMIN_UI: 'true', ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

async function publicArticle(slug: string) {
  const response = await fetch(`${server.url}/api/articles/${slug}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('an editor in the admin', () => {
  it('signs in', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin`);
    await signIn(page, { email, password });
    await page.waitForSelector('.dashboard');
    expect(await page.textContent('body')).toContain('Disclaimers');
  });

  it('writes an article and saves it as a draft that nobody else sees', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/articles/create`);
    await page.fill('#field-title', 'Written in a browser');
    await page.locator('.rich-text-lexical [contenteditable=true]').first().click();
    await page.keyboard.type('A first paragraph, typed by hand.');
    await page.click('#action-save-draft');
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    await page.waitForSelector('#field-slug');
    expect(await page.inputValue('#field-slug')).toBe('written-in-a-browser');
    expect((await publicArticle('written-in-a-browser')).status).toBe(404);
  });

  it('publishes it, and it is in the API', async () => {
    const { page } = browser;
    const saved = page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().includes('/api/articles/'),
    );
    await page.click('#action-save');
    expect((await saved).status()).toBe(200);
    const { body, status } = await publicArticle('written-in-a-browser');
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Written in a browser', locale: 'en' });
    expect(JSON.stringify(body.body)).toContain('A first paragraph, typed by hand.');
  });

  it('edits an article of the demo, with its blocks', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/articles`);
    await openFromList(page, 'text=The At-Home Program, Step by Step', '.rich-text-lexical');
    await page.waitForSelector('text=Callout');
    expect(await page.inputValue('#field-title')).toBe('The At-Home Program, Step by Step');
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  });

  it.each([
    'faqs',
    'misconceptions',
    'availability',
    'disclaimers',
    'rules',
    'sites',
    'services',
    'media',
    'users',
    'audit-log',
    'publications',
  ])('opens a document of %s', async (collection) => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/${collection}`);
    await openFromList(page, firstRow, '.collection-edit');
  });

  it('reads in a publication what became public', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/publications`);
    await openFromList(page, firstRow, '#field-snapshot');
    expect(await page.inputValue('#field-snapshot')).toContain('Written in a browser');
  });

  it('meets no error on the way', () => {
    expect(browser.problems).toEqual([]);
  });
});
