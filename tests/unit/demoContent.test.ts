import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { articleBlocks } from '../../collections/blocks/registry.js';
import { inlineValues } from '../../collections/values/registry.js';
import { countyTable } from '../../src/census/census.js';
import { readArticles, readRecords } from '../../src/demo/readContent.js';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const pages = path.join(shared, 'pages');

type Availability = { service: string; state: string; counties: { mode: string; list?: string[] } };
const availability = async () =>
  (await readRecords('availability')).map(({ fields }) => fields as unknown as Availability);

describe('the demo content', () => {
  it('is of the promised size', async () => {
    expect((await readRecords('sites')).length).toBe(2);
    expect((await readArticles()).length).toBeGreaterThanOrEqual(8);
    const faqs = await readRecords('faqs');
    expect(faqs.length).toBeGreaterThanOrEqual(20);
    expect(new Set(faqs.map(({ fields }) => fields.group)).size).toBeGreaterThanOrEqual(4);
    expect((await readRecords('misconceptions')).length).toBeGreaterThanOrEqual(12);
  });

  it('is in Spanish where promised', async () => {
    const inSpanish = (records: { spanish?: unknown }[]) => records.filter(({ spanish }) => spanish).length;
    expect(inSpanish(await readArticles())).toBeGreaterThanOrEqual(2);
    expect(inSpanish(await readRecords('faqs'))).toBeGreaterThanOrEqual(5);
    const disclaimers = await readRecords('disclaimers');
    expect(inSpanish(disclaimers)).toBe(disclaimers.length);
  });

  it('shows every block and kind of value once at least, most of them in Spanish too', async () => {
    const articles = await readArticles();
    const isUsed = (name: string, colons: string, texts: unknown[]) =>
      texts.some((text) => new RegExp(`(?<!:)${colons}${name}[[{\\n]`).test(String(text)));
    const all = [...(await readRecords('faqs')), ...articles].map(({ fields }) => JSON.stringify(fields));
    const english = articles.map(({ fields }) => fields.body);
    const spanish = articles.map((each) => each.spanish?.body);
    const blocks = articleBlocks.flatMap(({ markdown }) => markdown?.name ?? []);
    expect(blocks.filter((name) => !isUsed(name, ':{2,}', english))).toEqual([]);
    expect(inlineValues.map(({ name }) => name).filter((name) => !isUsed(name, ':', all))).toEqual([]);
    expect(blocks.filter((name) => isUsed(name, ':{2,}', spanish)).length).toBeGreaterThanOrEqual(13);
  });

  it('names a source only with the place where it was confirmed', async () => {
    for (const { fields } of await readRecords('sources')) {
      expect(fields.confirmed).toMatchObject({ on: expect.anything(), in: expect.any(String) });
      expect(fields.doi ?? fields.pmid ?? fields.url).toBeDefined();
    }
  });

  it('offers the two main services in Florida and New Jersey, and in four states', async () => {
    const rows = await availability();
    const statesOf = (service: string) =>
      rows.filter((row) => row.service === service).map(({ state }) => state);
    expect(statesOf('at-home-program')).toEqual(['FL', 'NJ']);
    expect(statesOf('consultation').sort()).toEqual(['CA', 'GA', 'NJ', 'NY']);
  });
});

describe('held against the 2020 Census', () => {
  const codesIn = (state: string) =>
    countyTable()
      .inState(state)
      .map(({ fips }) => fips);

  it('the counties named in availability are all of New Jersey’s 21, and Florida has 67', async () => {
    expect(codesIn('FL')).toHaveLength(67);
    const newJersey = (await availability()).find(
      (row) => row.service === 'at-home-program' && row.state === 'NJ',
    );
    expect([...(newJersey?.counties.list ?? [])].sort()).toEqual(codesIn('NJ'));
    expect(newJersey?.counties.list).toHaveLength(21);
  });

  it('every county named lies in its state', async () => {
    for (const { counties, state } of await availability()) {
      expect(codesIn(state)).toEqual(expect.arrayContaining(counties.list ?? []));
    }
  });
});

(existsSync(pages) ? describe : describe.skip)(
  'held against the two real pages (skipped where ../shared is not there)',
  () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (text: string, length: number) => {
      const list = words(text);
      return list.slice(length - 1).map((_, index) => list.slice(index, index + length).join(' '));
    };

    it('shares no run of eight words with them', async () => {
      const theirs = new Set(
        ['page-a.md', 'page-b.md'].flatMap((name) => runs(readFileSync(path.join(pages, name), 'utf8'), 8)),
      );
      const collections = [
        'faqs',
        'misconceptions',
        'disclaimers',
        'calls-to-action',
        'services',
        'notices',
        'sites',
      ];
      const records = [
        ...(await readArticles()),
        ...(await Promise.all(collections.map(readRecords))).flat(),
      ];
      const ours = records.flatMap(({ fields }) => runs(JSON.stringify(fields), 8));
      expect(ours.length).toBeGreaterThan(10_000);
      expect(ours.filter((run) => theirs.has(run))).toEqual([]);
    });
  },
);
