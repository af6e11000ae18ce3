/** Hostile words in every field, block and value are words in every format: the same, and nothing more. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { compose } from '../../../src/pages/answerPage.js';
import { viewOf } from '../../../src/pages/contentView.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { composeWholePage } from '../../../src/pages/wholePage/composeWholePage.js';
import { foundIn, hostileLine, hostileWords, markedCopy } from '../../helpers/hostileWords.js';
import { wholeFormats as formats, type Read, readers, shown, stringsOf } from '../../helpers/readFormats.js';
import { loadedPage } from './loadedPage.js';

/** The same words in every run; FUZZ=5000 tries that many new ones. */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 8, seed: 20261121 };

const june = '2026-06-01T00:00:00.000Z';

/** The documents of `loadedPage`, whatever the Markdown calls them. */
const ids: Record<string, string> = {
  ...{ articles: 'other-article', 'calls-to-action': 'call', disclaimers: 'placed-disclaimer', faqs: 'faq' },
  ...{ 'glossary-terms': 'term', media: 'figure', notices: 'notice', services: 'service', sources: 'cited' },
};

let page: LoadedPage;
/** The same page with plain words in every field. */
const plainReads = new Map<string, Read>();

beforeAll(async () => {
  const loaded = loadedPage();
  const markdown = readFileSync('tests/fixtures/markdown/blocks.en.md', 'utf8');
  const blocks = await markdownToLexical(markdown, { locale: 'en', findId: (name) => ids[name] });
  const { root } = loaded.view.body as { root: { children: unknown[] } };
  root.children.push(...blocks.root.children);
  const view = viewOf('articles', { ...articleOf(loaded), body: loaded.view.body });
  const { faqs, terms } = loaded.view;
  Object.assign(view, { faqs, terms, changeNote: 'What changed.' });
  Object.assign(view.seo, { title: 'For search', description: 'Described.' });
  page = { ...loaded, ...richer(loaded), view };
  const { document } = markedCopy(page, () => 'plain');
  for (const format of formats) plainReads.set(format, readers[format](await written(document, format)));
});

const articleOf = ({ view }: LoadedPage) => ({ ...view, seo: {} }) as object;

/** Texts that the small page has none of. */
function richer({ facts, media, notices, people, site }: LoadedPage) {
  const attribution = { publisher: 'Us', license: 'CC', licenseUrl: 'https://example.org/cc' };
  return {
    site: { ...site, tagline: 'A line', attribution },
    facts: {
      ...facts,
      callsToAction: facts.callsToAction.map((call) => ({
        ...call,
        ...{ eyebrow: 'E', heading: 'H', text: 'T', facts: [{ text: 'F' }] },
      })),
    },
    media: new Map([...media].map(([id, image]) => [id, { ...image, caption: 'C', credit: 'By' }])),
    notices: notices.map((notice) => ({
      ...{ ...notice, heading: 'H', newsletter: { consentText: 'Yes' }, links: [{ label: 'L', url: '/l' }] },
      crisisLine: { phone: '988', textLine: '988', hours: 'Always' },
    })),
    people: new Map([...people].map(([id, one]) => [id, { ...one, honorific: 'Dr.', credentials: 'MD' }])),
  } as unknown as Partial<LoadedPage>;
}

const written = async (loaded: LoadedPage, format: 'html' | 'markdown' | 'text') =>
  composeWholePage(await compose(loaded, june, { forms: [] }), { format });

type Words = (number: number) => string;

async function expectInFormat(format: (typeof formats)[number], words: Words): Promise<void> {
  const { document, said } = markedCopy(page, words);
  const read = readers[format](await written(document, format));
  const plain = plainReads.get(format);
  const found = foundIn(read.words);
  const numbers = found.map(({ number }) => number);
  expect([format, numbers]).toEqual([format, foundIn(plain?.words ?? '').map(({ number }) => number)]);
  const given = numbers.map((number) => shown(said[number] ?? ''));
  expect([format, found.map((each) => shown(each.words))]).toEqual([format, given]);
  expect([format, read.kinds]).toEqual([format, plain?.kinds]);
}

/** Structured data says what looks like a tag as an entity (tidyNode.ts). */
const withoutEntities = (words: string) => shown(words).replaceAll('&lt;', '<');

async function expectInData(words: Words): Promise<void> {
  const { document, said } = markedCopy(page, words);
  const { page: answer } = await compose(document, june, { forms: ['text'], modules: true });
  const found = stringsOf(JSON.parse(JSON.stringify(answer))).flatMap(foundIn);
  expect(found.length).toBeGreaterThan(40);
  const given = found.map(({ number }) => withoutEntities(said[number] ?? ''));
  expect(found.map((each) => withoutEntities(each.words))).toEqual(given);
}

async function expectOnlyWords(words: Words): Promise<void> {
  for (const format of formats) await expectInFormat(format, words);
  await expectInData(words);
}

describe('words in every field, block and value', () => {
  it('are told in every format', async () => {
    const { document } = markedCopy(page, () => 'plain');
    const numbersIn = async (format: (typeof formats)[number], without = /<head>.*<\/head>/s) => {
      const { words } = readers[format]((await written(document, format)).replace(without, ''));
      return [...new Set(foundIn(words).map(({ number }) => number))].sort((one, other) => one - other);
    };
    const inHtml = await numbersIn('html');
    expect(inHtml.length).toBeGreaterThan(60);
    expect(await numbersIn('markdown')).toEqual(inHtml);
    // what a pointer shows above a link has no place in plain text
    expect(await numbersIn('text')).toEqual(await numbersIn('html', /<head>.*<\/head>| title="[^"]*"/gs));
  });
});

describe('hostile words in every field, block and value', () => {
  it.each([0, 1, 2, 3, 4])('are the same words in every format (round %i)', async (round) => {
    await expectOnlyWords((number) => hostileWords[(number + 3 * round) % hostileWords.length] ?? '');
  });

  it('are the same words in every format, whatever they are and wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileLine, { minLength: 1, maxLength: 40 }), async (lines) => {
        // code in a cell of a table cannot say a backslash before a bar: such a page is refused as Markdown, in words
        const sayable = lines.map((line) => line.replace(/\\+(?=\|)/g, ''));
        await expectOnlyWords((number) => sayable[number % lines.length] ?? '');
      }),
      runs,
    );
  });
});
