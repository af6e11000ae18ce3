/** Pages as people write and save them, imported, published and read: every line of the source in every format, in order. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../src/root.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Desk, deskOf } from '../helpers/importing.js';
import { linesOfHtml, linesOfMarkdown, linesOfText } from '../helpers/readLines.js';

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house);
});
afterAll(() => house.close());

const readers = { html: linesOfHtml, markdown: linesOfMarkdown, text: linesOfText };
const formats = ['html', 'markdown', 'text'] as const;

/** Imports the file as a person does; answers the address of its page. */
async function publish(file: string, site: string): Promise<string> {
  const { code, output } = await desk.import(file, '--publish', '--create-missing', '--site', site);
  expect([code, output]).toEqual([0, expect.stringMatching(/1 created|1 updated|1 unchanged/)]);
  const [, slug = ''] = /articles\/([a-z0-9-]+)/.exec(output) ?? [];
  return `/api/pages/${site}/resources/${slug}`;
}

/** That these lines follow each other, with nothing between them. */
function expectLines(read: readonly string[], lines: readonly string[]): void {
  const start = read.indexOf(lines[0] ?? '');
  expect(start).not.toBe(-1);
  expect(read.slice(start, start + lines.length)).toEqual(lines);
}

async function expectEverywhere(page: string, lines: readonly string[]): Promise<void> {
  for (const format of formats) {
    const { text } = await house.stranger.get(`${page}?format=${format}`).expect(200);
    expectLines(readers[format](text), lines);
  }
  const { body } = await house.stranger.get(`${page}?body=html,text`).expect(200);
  // the Markdown of the body alone is the form that import reads
  for (const form of ['html', 'text'] as const) expect(readers[form](body.page.body[form])).toEqual(lines);
}

const folder = path.join(repositoryRoot, 'tests/fixtures/pages/reading');

describe('a page as people write or save it', () => {
  it.each([
    ['Markdown with all that it knows', 'garden-guide.md'],
    ['a saved page of a blog', 'night-walk.html'],
    ['a saved leaflet of an authority', 'leaflet.html'],
    ['a letter written in an office program', 'winter-letter.html'],
  ])('%s is told line by line in every format', async (_name, file) => {
    // the lines as a person reads them in the source, written down by hand
    const lines = linesOfText(readFileSync(path.join(folder, `${path.parse(file).name}.lines`), 'utf8'));
    await expectEverywhere(await publish(path.join(folder, file), 'harbor-therapy'), lines);
  });
});

const shared = path.resolve(repositoryRoot, '../shared/pages');
const real = ['page-a.md', 'page-b.md']
  .map((name) => path.join(shared, name))
  .filter((file) => existsSync(file));

// They belong to their publishers and are no part of the project; without the folder there is nothing to read.
(real.length > 0 ? describe : describe.skip)('the two real pages', () => {
  it.each(real)('%s is told line by line in every format', async (file) => {
    const [, head = '', source = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
    const site = /^site: (.*)$/m.exec(head)?.[1] ?? '';
    await expectEverywhere(await publish(file, site), linesOfText(source));
  });
});
