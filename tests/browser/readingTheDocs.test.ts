/** The document of the API as people read it: in a real browser, from our own files alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type WatchedPage } from '../helpers/browser.js';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

let server: StartedServer;
let watched: WatchedPage;
const elsewhere: string[] = [];

beforeAll(async () => {
  server = await startServer({});
  watched = await openBrowser();
  watched.page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
}, 240_000);
afterAll(async () => {
  await watched?.context.close();
  await server?.stop();
});

describe('a frontend engineer', () => {
  it('reads what a page answers, and asks nobody else', async () => {
    const { page, problems } = watched;
    await page.goto(`${server.url}/docs`);
    await page.getByText('Lists find, pages show').first().waitFor();
    await page.getByText('Pages', { exact: true }).first().click();
    await page.getByText('Show a page').first().waitFor();
    expect(problems).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});
