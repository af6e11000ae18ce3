/** Compliance staff write a rule without knowing any code: values are chosen, pages are listed, changes are shown before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousBarriers } from '../helpers/barriers.js';
import { openBrowser, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const chief = { email: 'chief@example.org', password: 'chosen for the browser' };
let server: StartedServer;
let browser: WatchedPage;
let page: Page;

async function idOf(collection: string, slug: string): Promise<string> {
  const login = await fetch(`${server.url}/api/users/login`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(chief) },
  });
  const { token } = (await login.json()) as { token: string };
  const answer = await fetch(`${server.url}/api/${collection}?where[slug][equals]=${slug}`, {
    headers: { Authorization: `JWT ${token}` },
  });
  return ((await answer.json()) as { docs: { id: string }[] }).docs[0]?.id ?? '';
}

beforeAll(async () => {
  const admin = { ADMIN_EMAIL: chief.email, ADMIN_PASSWORD: chief.password };
  server = await startServer({ ADMIN_UI: 'true', DEMO_CONTENT: 'true', ...admin });
  browser = await openBrowser();
  page = browser.page;
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

describe('compliance staff', () => {
  it('see for which pages a rule holds, and choose its values from what there is', async () => {
    await page.goto(
      `${server.url}/admin/collections/rules/${await idOf('rules', 'florida-free-offer-notice')}`,
    );
    await signIn(page, chief);
    await page.waitForSelector('#matching-pages a', { timeout: 60_000 });
    const listed = await page.textContent('#matching-pages');
    expect(listed).toMatch(/\d+ of \d+ public pages/);
    expect(listed).toContain('brightpath/resources/the-at-home-program-step-by-step · en');
    const value = page.locator('#field-conditions__0__value, #field-conditions-0-value').first();
    await value.waitFor();
    expect(await value.textContent()).toContain('Florida (FL)');
    // the admin asks the server for the state of the form; an answer on its way would take back what is chosen meanwhile
    await page.waitForLoadState('networkidle');
    await value.locator('.rs__control').click();
    await page.locator('.rs__option', { hasText: 'New Jersey (NJ)' }).click();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(
      () => !document.querySelector('#matching-pages')?.textContent?.includes('Looking'),
    );
    expect(await value.textContent()).toContain('New Jersey (NJ)');
  }, 120_000);

  it('see what publishing would change, before they publish', async () => {
    await page.click('#what-changes button');
    await page.waitForSelector('#what-changes [aria-live] p', { timeout: 60_000 });
    await page.waitForSelector('#what-changes a');
    const shown = await page.textContent('#what-changes');
    expect(shown).toMatch(/\d+ of \d+ public pages change, on brightpath\./);
    expect(shown).toContain('For visitors in FL, NJ');
  }, 120_000);

  it('see the same for the words of a disclaimer', async () => {
    await page.goto(
      `${server.url}/admin/collections/disclaimers/${await idOf('disclaimers', 'crisis-support')}`,
    );
    const text = page.locator('textarea').first();
    await text.waitFor();
    await text.fill('Call or text 988 at any hour.');
    await page.click('#what-changes button');
    await page.waitForSelector('#what-changes ins', { timeout: 60_000 });
    const shown = await page.textContent('#what-changes');
    expect(shown).toContain('Other words: If you need help now, in the footer');
    expect(shown).toContain('harbor-therapy');
    expect(browser.problems).toEqual([]);
    expect(await seriousBarriers(page)).toEqual([]);
  }, 120_000);

  it('begin a rule of their own, which reads as a sentence', async () => {
    await page.goto(`${server.url}/admin/collections/rules/create`);
    await page.waitForSelector('#matching-pages');
    await page.click('#field-conditions .array-field__add-row');
    await page.locator('#field-conditions__0__property .rs__control').click();
    await page.locator('.rs__option', { hasText: 'A phrase is used' }).click();
    await page.locator('#field-conditions__0__value').fill('cure');
    await page.waitForSelector('.collapsible__header-wrap:has-text("The words “cure” are used")');
    await page.waitForFunction(() =>
      /\d+ of \d+ public pages/.test(document.querySelector('#matching-pages')?.textContent ?? ''),
    );
    await page.click('#what-changes button');
    await page.waitForSelector('#what-changes [role=alert]');
    expect(await page.textContent('#what-changes')).toContain(
      'Choose the disclaimer that the rule attaches.',
    );
    expect(browser.problems).toEqual([]);
  }, 120_000);

  it('meet no barriers', async () => {
    expect(await seriousBarriers(page)).toEqual([]);
  });
});
