import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, signIn, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const email = 'editor-in-chief@example.org';
const password = 'chosen for the browser';
const timeZone = 'America/Indiana/Knox'; // none that Payload's drawer offers by itself
let server: StartedServer;
let browser: WatchedPage;
let token: string;
let article: string;

async function ask(path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) };
  const method = body ? 'POST' : 'GET';
  const answer = await fetch(`${server.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

beforeAll(async () => {
  server = await startServer({ ADMIN_UI: 'true', ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
  browser = await openBrowser();
  token = (await ask('/api/users/login', { email, password })).token as string;
  const site = { name: 'In Indiana', slug: 'in-indiana', url: 'https://knox.example', timeZone };
  const { doc } = (await ask('/api/sites', site)) as { doc: { id: string } };
  const made = await ask('/api/articles?draft=true', { title: 'To go up by itself', sites: [doc.id] });
  article = (made as { doc: { id: string } }).doc.id;
}, 400_000);
afterAll(async () => {
  await browser?.context.close();
  await server?.stop();
});

describe('an editor in the admin', () => {
  it('is led to the schedule after signing in', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/schedule`);
    await signIn(page, { email, password });
    await page.waitForSelector('.schedule-view');
    await page.waitForSelector('text=Nothing is due');
  });

  it('schedules a document in the time zone of its site', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/collections/articles/${article}`);
    await page.waitForResponse((answer) => answer.url().includes('/api/schedule/zone'));
    await page.click('.doc-controls .popup-button >> nth=0');
    await page.click('#schedule-publish');
    await page.waitForSelector(`.schedule-publish >> text=${timeZone}`);
    await page.click('.schedule-publish__type >> text=Publish >> nth=0');
    await page.click('.schedule-publish .date-time-picker input');
    await page.click('.react-datepicker__navigation--next');
    await page.click('.react-datepicker__day--015:not(.react-datepicker__day--outside-month)');
    await page.click('.react-datepicker__time-list-item >> text="9:00 AM"');
    await page.click('.schedule-publish__upcoming h4');
    await page.click('#scheduled-publish-save');
    await page.waitForSelector('.schedule-publish__upcoming table');
    const { docs } = await ask('/api/schedule?state=due');
    expect(docs).toMatchObject([
      {
        documentId: article,
        action: 'publish',
        localTime: expect.stringMatching(/-15T09:00$/),
        timeZone,
        scheduledBy: { label: email },
      },
    ]);
  });

  it('finds it in the schedule, and cancels it there', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/admin/schedule`);
    await page.waitForSelector('#schedule-due table');
    expect(await page.textContent('#schedule-due tbody')).toContain('To go up by itself');
    await page.click('.schedule-view__cancel');
    await page.waitForSelector('text=Nothing is due');
    expect(await ask('/api/schedule?state=due')).toMatchObject({ totalDocs: 0 });
  });

  it('meets no error on the way', () => {
    expect(browser.problems).toEqual([]);
  });
});
