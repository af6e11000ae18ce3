/** An editor puts a value into a sentence, in a real browser, and the page says it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seriousBarriers } from '../helpers/barriers.js';
import { openBrowser, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const email = 'value-editor@example.org';
const password = 'chosen for the browser';
let server: StartedServer;
let browser: WatchedPage;

beforeAll(async () => {
  server = await startServer({ ADMIN_UI: 'true', ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
  browser = await openBrowser();
  await browser.page.goto(`${server.url}/admin`);
  await signIn(browser.page, { email, password });
  await browser.page.waitForSelector('.dashboard');
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

describe('an editor', () => {
  it('writes a price into an answer, in a wording of choice', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/faqs/create`);
    await page.fill('#field-question', 'What does it cost?');
    await page.locator('.rich-text-lexical [contenteditable=true]').first().click();
    await page.keyboard.type('The program is offered /price');
    await page.click('.slash-menu-popup__item >> text=Price');
    const drawer = page.locator('.drawer--is-open');
    await drawer.locator('[id$="field-service"] .rs__control').click();
    await page.locator('.rs__option >> text=program').first().click();
    await drawer.locator('[id$="field-wording"] .rs__control').click();
    await page.locator('.rs__option >> text=from $250/month').click();
    await drawer.locator('.value-reads:has-text("Pages say now: from $250/month")').waitFor();
    expect(await seriousBarriers(page, '.drawer--is-open')).toEqual([]);
    await drawer.locator('button:has-text("Save changes")').click();
    await drawer.waitFor({ state: 'hidden' });
    await page.locator('.rich-text-lexical .value-label:has-text("from $250/month")').waitFor();
    expect(await seriousBarriers(page)).toEqual([]);
  });

  it('publishes it, and the page says it', async () => {
    const { page } = browser;
    const saved = page.waitForResponse(
      (answer) => ['POST', 'PATCH'].includes(answer.request().method()) && /\/api\/faqs/.test(answer.url()),
    );
    await page.click('#action-save');
    expect([200, 201]).toContain((await saved).status());
    const answer = await fetch(`${server.url}/api/pages/brightpath/faqs/what-does-it-cost?body=text,html`);
    expect(answer.status).toBe(200);
    const { body } = ((await answer.json()) as { page: { body: Record<string, string> } }).page;
    expect(body.text).toBe('The program is offered from $250/month');
  });
});
