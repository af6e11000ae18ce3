import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { openBrowser, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const email = 'keeper@example.org';
const password = 'chosen for the browser';
const chief = { email: 'editor-in-chief@example.org', password };
let server: StartedServer;
let browser: WatchedPage;
let token: string;

async function ask(path: string, body?: object, method = body ? 'POST' : 'GET') {
  const headers = { 'content-type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) };
  const answer = await fetch(`${server.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

/** What strangers read of the at-home program. */
async function sentence(format = 'counties'): Promise<string> {
  const query = `site=brightpath&service=at-home-program&format=${format}`;
  const answer = await fetch(`${server.url}/api/availability/summary?${query}`);
  return ((await answer.json()) as { text: string }).text;
}

async function openGrid({ page }: WatchedPage) {
  await page.goto(`${server.url}/admin/availability`);
  await page.waitForSelector('.availability-grid table');
}

const cell = (page: Page, state: string, column = 1) =>
  page.locator(`.availability-grid tr:has(th:has-text("${state}")) td >> nth=${column - 1}`);

/** What people with assistive technology would stumble over. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runner = (window as unknown as { axe: { run(include: object): Promise<AxeResults> } }).axe;
    interface AxeResults {
      violations: { id: string; nodes: { html: string }[] }[];
    }
    const include = [['.availability-view'], ['dialog[open]'], ['.counties-field']].filter(([selector]) =>
      document.querySelector(selector ?? ''),
    );
    const { violations } = await runner.run({ include, exclude: [['.field-description']] }); // Payload's own grey
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}

beforeAll(async () => {
  const admin = { ADMIN_EMAIL: chief.email, ADMIN_PASSWORD: chief.password };
  server = await startServer({ ADMIN_UI: 'true', DEMO_CONTENT: 'true', ...admin });
  browser = await openBrowser();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  token = (await ask('/api/users/login', chief)).token as string;
  await ask('/api/users', { email, password, name: 'Kim Keeper', role: 'compliance' });
  token = (await ask('/api/users/login', { email, password })).token as string;
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

describe('a compliance person in the grid', () => {
  it('is led there after signing in, and sees what is offered where', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/availability`);
    await signIn(page, { email, password });
    await page.waitForSelector('.availability-grid table');
    expect(await cell(page, 'Florida').textContent()).toMatch(/^Available/);
    expect(await cell(page, 'Alabama').textContent()).toBe('No entry');
    expect(await page.locator('#nav-availability-grid').count()).toBe(1);
  });

  it('finds states by name, and those with entries', async () => {
    const { page } = browser;
    await openGrid(browser);
    await page.fill('[aria-label="Find states by name"]', 'new j');
    expect(await page.locator('.availability-grid tbody tr').count()).toBe(1);
    await page.fill('[aria-label="Find states by name"]', '');
    await page.click('text=Only states with entries');
    expect(await page.locator('.availability-grid tbody th').allInnerTexts()).toContain('Florida FL');
    expect(await page.locator('.availability-grid tbody tr').count()).toBeLessThan(10);
  });

  it('sets a status by keyboard, sees it marked, and undoes it', async () => {
    const { page } = browser;
    await openGrid(browser);
    await cell(page, 'Delaware').click();
    for (const key of ['ArrowDown', 'ArrowDown', 'p']) await page.keyboard.press(key);
    expect(await cell(page, 'Florida').textContent()).toMatch(/Paused✎Changed, was: Available/);
    await page.waitForSelector('text=1 cell is to be changed.');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('text=Nothing is to be changed.');
    expect(await cell(page, 'Florida').textContent()).not.toContain('Changed');
  });

  it('copies a range and pastes what a spreadsheet holds', async () => {
    const { page } = browser;
    await openGrid(browser);
    await cell(page, 'Florida').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    const clipboard = await page.evaluate(() => navigator.clipboard.readText());
    expect(clipboard.split('\n')[0]).toBe('Available');
    await page.evaluate(() =>
      navigator.clipboard.writeText('Waitlist\tPaused (only 15003)\r\nOpen\tComing soon\r\n'),
    );
    await cell(page, 'Hawaii').click();
    await page.keyboard.press('Control+v');
    expect(await cell(page, 'Hawaii').textContent()).toMatch(/^Waitlist/);
    expect(await cell(page, 'Hawaii', 2).textContent()).toMatch(/^Paused1 of 5 counties/);
    expect(await cell(page, 'Idaho', 2).textContent()).toMatch(/^Coming soon/);
    await page.waitForSelector('text=Idaho, At-home program: “Open” is not a status.');
    await page.click('text=Discard');
    await page.waitForSelector('text=Nothing is to be changed.');
  });

  it('leaves out a county, reviews what that changes, and publishes it', async () => {
    const { page } = browser;
    await openGrid(browser);
    expect(await sentence()).toContain('Florida (all 67 counties)');
    await cell(page, 'Florida').click();
    await page.keyboard.press('Enter');
    await page.click('dialog >> text=All counties but these');
    await page.fill('dialog input[type=search]', 'monr');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.waitForSelector('dialog >> text="66 of 67 counties"');
    expect(await page.textContent('dialog .county-list__counties')).toMatch(/Monroe County12087/);
    expect(await barriers(page)).toEqual([]);
    await page.click('dialog >> text=Take over');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('66 of 67 counties');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter'); // the focus went to “Review changes”
    const after = page.locator('.before-after dd:has-text("(66 of 67 counties)")');
    await after.first().waitFor();
    expect(await page.locator('.review-pages a').count()).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
    await page.click('dialog >> text=Publish these changes');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForSelector('text=Nothing is to be changed.');
    expect(await sentence()).toContain('Florida (66 of 67 counties)');
    expect(await sentence('oxford')).toContain('Florida (all counties but Monroe County)');
  });

  it('is told when somebody else changed it meanwhile, and looks again', async () => {
    const { page } = browser;
    await openGrid(browser);
    await cell(page, 'Florida').click();
    await page.keyboard.press('w');
    await page.click('text=Review changes');
    await page.waitForSelector('.before-after');
    const found =
      '/api/availability?where[state][equals]=FL&where[status][equals]=available&depth=0&draft=false';
    const { docs } = (await ask(`${found}&sort=-effectiveFrom`)) as { docs: { id: string }[] };
    for (const { id } of docs)
      await ask(`/api/availability/${id}`, { internalNote: 'Called today.' }, 'PATCH');
    await page.click('dialog >> text=Publish these changes');
    await page.waitForSelector('text=Somebody changed something meanwhile');
    const refused = browser.problems.splice(0);
    expect(refused.every((problem) => problem.includes('409'))).toBe(true);
    await page.click('dialog >> text=Look again');
    await page.waitForSelector('.before-after');
    await page.keyboard.press('Escape');
    await page.waitForSelector('text=1 cell is to be changed.');
  });

  it('plans a change for a moment in the time zone of the site', async () => {
    const { page } = browser;
    page.once('dialog', (dialog) => dialog.accept()); // of the change that was left
    await openGrid(browser);
    await page.click('text=From a moment on');
    await page.fill('input[type=datetime-local]', '2030-03-01T09:00');
    await page.waitForSelector('text=As it will be Mar 1, 2030, 9:00 AM EST.');
    await cell(page, 'New Jersey').click();
    await page.keyboard.press('p');
    await page.click('text=Review changes');
    await page.waitForSelector('dialog >> text=Takes effect Mar 1, 2030, 9:00 AM EST.');
    await page.keyboard.press('Escape');
    await page.click('text=Discard');
  });

  it('takes the table out as CSV and in again, through the same review', async () => {
    const { page } = browser;
    await openGrid(browser);
    const download = page.waitForEvent('download');
    await page.click('text=Download CSV');
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain('FL');
    const upload = (name: string, text: string) =>
      page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await upload('same.csv', csv);
    await page.waitForSelector('text=Nothing would change');
    await page.click('dialog >> text=Back');
    await upload('wrong.csv', csv.replace(/available/, 'open'));
    await page.waitForSelector('.review-problems >> text=Line');
    expect(await page.locator('dialog button:has-text("Publish these changes")').isDisabled()).toBe(true);
    await page.click('dialog >> text=Back');
    await upload('paused.csv', csv.replace(/available/, 'paused'));
    await page.waitForSelector('.review-row');
    await page.click('dialog >> text=Back');
  });

  it.each([390, 1280])('meets no barrier at %i pixels', async (width) => {
    const { page } = browser;
    await page.setViewportSize({ width, height: 844 });
    await openGrid(browser);
    expect(await barriers(page)).toEqual([]);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide).toBe(false);
    const tree = await page.locator('.availability-grid').ariaSnapshot();
    expect(tree).toContain('grid "Availability by state and service"');
    expect(tree).toContain('columnheader "At-home program"');
    expect(tree).toMatch(/rowheader "Florida FL"/);
  });
});

describe('a compliance person in the form of an entry', () => {
  it('chooses counties by name once a state is chosen; those of another state are named as wrong', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/availability/create`);
    await page.click('#field-counties__mode .rs__control');
    await page.click('.rs__option >> text=All counties but these');
    await page.waitForSelector('text=Choose a state first');
    const choose = async (state: string) => {
      await page.click('#field-state .rs__control');
      await page.click(`.rs__option >> text="${state}"`);
    };
    await choose('Florida');
    await page.fill('.county-list input[type=search]', 'monroe');
    await page.click('text=Select all found');
    await page.waitForSelector('.counties-field >> text="66 of 67 counties"');
    expect(await barriers(page)).toEqual([]);
    await choose('Georgia');
    await page.waitForSelector('text=12087 is no county of this state');
    await page.click('[aria-label="Remove 12087"]');
    await page.waitForSelector('.counties-field >> text="159 of 159 counties"');
  });

  it('meets no error on the way', () => {
    expect(browser.problems).toEqual([]);
  });
});
