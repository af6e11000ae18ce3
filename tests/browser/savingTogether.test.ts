import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, openFromList, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const email = 'two-windows@example.org';
const password = 'chosen for two windows';
let server: StartedServer;
let browser: WatchedPage;
let second: Page;

beforeAll(async () => {
  server = await startServer({ ADMIN_UI: 'true', ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(`${server.url}/admin`);
  await signIn(page, { email, password });
  await page.waitForSelector('.dashboard');
  second = await browser.context.newPage();
}, 580_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

/** Clicks, and answers what the server said to the save. */
async function save(page: Page, button: string): Promise<{ status: number; text: string; sent: string }> {
  const answered = page.waitForResponse(
    (answer) =>
      ['PATCH', 'POST'].includes(answer.request().method()) && /\/api\/(articles|topics)/.test(answer.url()),
  );
  await page.click(button);
  const answer = await answered;
  return { status: answer.status(), text: await answer.text(), sent: answer.request().postData() ?? '' };
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('#field-title');
  await page.waitForTimeout(1500);
}

describe('an editor with one window', () => {
  it('saves, saves again, publishes, changes and publishes again', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/articles/create`);
    await page.fill('#field-title', 'Saved in one window');
    await page.locator('.rich-text-lexical [contenteditable=true]').first().click();
    await page.keyboard.type('Some words.');
    await page.click('#action-save-draft');
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    await page.waitForSelector('#field-slug');
    for (const [title, button] of [
      ['Second', '#action-save-draft'],
      ['Third', '#action-save-draft'],
      ['Fourth', '#action-save'],
      ['Fifth', '#action-save-draft'],
      ['Sixth', '#action-save'],
      ['Seventh', '#action-save'],
    ] as const) {
      await page.waitForTimeout(700);
      await page.fill('#field-title', title);
      const saved = await save(page, button);
      expect(saved.status).toBe(200);
    }
  }, 120_000);
});

describe('two windows with one document', () => {
  it('where saving is publishing: the second save is refused with words', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/topics`);
    await openFromList(page, 'table tbody tr:first-child a', '#field-title');
    const url = page.url();
    await open(page, url);
    await open(second, url);
    await second.fill('#field-title', 'From the second window');
    await second.waitForTimeout(1500);
    await page.bringToFront();
    await page.fill('#field-title', 'From the first window');
    const first = await save(page, '#action-save');
    expect(first.status).toBe(200);
    await second.bringToFront();
    const refused = await save(second, '#action-save');
    expect(refused.status).toBe(409);
    await second.waitForSelector('text=Somebody else');
  }, 120_000);
});
