/** A real Chromium with a profile of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface WatchedPage {
  context: BrowserContext;
  page: Page;
  /** What went wrong on the page so far: errors in the console, failed answers. */
  problems: string[];
}

/** Opens Chromium (CHROMIUM_PATH, by default Debian's) on an empty page and notes whatever goes wrong on it. */
export async function openBrowser(): Promise<WatchedPage> {
  const context = await chromium.launchPersistentContext(
    mkdtempSync(path.join(tmpdir(), 'forthright-chromium-')),
    {
      args: quiet,
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1360, height: 900 },
    },
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { context, page, problems };
}

/** Fills in the form that the admin shows to whoever is not signed in. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.fill('#field-email', email);
  await page.fill('#field-password', password);
  await page.click('button[type=submit]');
}

const patience = 15_000;

/**
 * Clicks on a link of a list until what it leads to is shown. A list rewrites its own address once it is there, and a click that falls
 * into that is lost: people click again.
 */
export async function openFromList(page: Page, link: string, shown: string): Promise<void> {
  for (let clicks = 1; clicks < 3; clicks += 1) {
    await page.click(link);
    if (await page.waitForSelector(shown, { timeout: patience }).catch(() => null)) return;
  }
  await page.click(link);
  await page.waitForSelector(shown);
}
