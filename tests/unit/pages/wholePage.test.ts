/** Whole pages as HTML, Markdown and text: order, places of disclaimers, and hostile words in every field. */
import { describe, expect, it } from '@jest/globals';
import { fromHtml } from 'hast-util-from-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { wellFormed } from '../../../collections/blocks/fieldValues.js';
import { compose } from '../../../src/pages/answerPage.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import type { PageView } from '../../../src/pages/parsePageQuery.js';
import { representPage } from '../../../src/pages/representPage.js';
import { composeWholePage } from '../../../src/pages/wholePage/composeWholePage.js';
import { loadedPage } from './loadedPage.js';

const june = '2026-06-01T00:00:00.000Z';
const formats = ['html', 'markdown', 'text'] as const;
type Format = (typeof formats)[number];

const composed = (loaded: LoadedPage) => compose(loaded, june, { forms: [] });
const whole = async (format: Format, loaded = loadedPage()) =>
  composeWholePage(await composed(loaded), { format });

/** What readers see: the data in the head of HTML says much of it once more. */
const shown = async (format: Format, loaded?: LoadedPage) =>
  (await whole(format, loaded)).replace(/<head>.*<\/head>/s, '');

type Changing = Record<string, unknown>;

/** The page with its one disclaimer at another place. */
function withPlacement(placement: string): LoadedPage {
  const loaded = loadedPage();
  Object.assign(loaded.disclaimers[0] as unknown as Changing, { placement });
  return loaded;
}

describe('a whole page', () => {
  it.each(formats)('in %s stands in reading order', async (format) => {
    const text = await shown(format);
    const words = ['An article', 'A Person', 'In short.', 'What happens', 'Florida', 'References', 'Source.'];
    const places = [...words, 'Often.', 'Other', 'Crisis'].map((each) => text.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each(formats)('in %s has what stands beside claims above the text', async (format) => {
    const text = await shown(format, withPlacement('besideClaim'));
    expect(text.indexOf('Often.')).toBeGreaterThan(text.indexOf('In short.'));
    expect(text.indexOf('Often.')).toBeLessThan(text.indexOf('What happens'));
    expect(text.split('Often.')).toHaveLength(2);
  });

  it.each(formats)('in %s has what stands before calls to action before the first one', async (format) => {
    const text = await shown(format, withPlacement('beforeCallToAction'));
    const call = { html: 'fr-call-to-action', markdown: '[Call](/go)', text: 'Call (/go)' }[format];
    expect(text.indexOf('Often.')).toBeGreaterThan(text.indexOf('a hidden one'));
    expect(text.indexOf('Often.')).toBeLessThan(text.indexOf(call));
    expect(text.split('Often.')).toHaveLength(2);
  });

  it.each(formats)('in %s has it at the end of the text where no call stands in it', async (format) => {
    const loaded = withPlacement('beforeCallToAction');
    const { root } = loaded.view.body as { root: { children: { type: string }[] } };
    root.children = root.children.filter(({ type }) => type !== 'block');
    loaded.view.mentions = loaded.view.mentions.filter(({ collection }) => collection !== 'calls-to-action');
    const text = await shown(format, loaded);
    expect(text.indexOf('Often.')).toBeGreaterThan(text.indexOf('a hidden one'));
    expect(text.indexOf('Often.')).toBeLessThan(text.indexOf('/go'));
  });

  it('writes the same bytes for the same revision, and another tag for other bytes', async () => {
    const tags = new Map<string, string>();
    for (const format of [...formats, 'json', 'jsonld'] as const) {
      for (const isHidden of [true, false]) {
        const view = { format, forms: [], modules: false };
        const [one, other] = await Promise.all(
          [1, 2].map(async () => representPage(await composed(loadedPage()), view, { isHidden })),
        );
        expect(other).toEqual(one);
        const known = tags.get(String(one?.tag));
        if (known !== undefined) expect(one?.body).toBe(known);
        tags.set(String(one?.tag), String(one?.body));
      }
    }
    expect(tags.size).toBeGreaterThan(4);
  });

  it('has another tag when a site names its states in another order, if it names any', async () => {
    const tagOf = async (stateOrder: string[], states: string[]) => {
      const loaded = loadedPage();
      const [entry] = loaded.availability;
      const availability = states.map((state) => ({ ...entry, id: state, state }));
      Object.assign(loaded, { availability, site: { ...loaded.site, stateOrder } });
      const view: PageView = { format: 'text', forms: [], modules: false };
      return (await representPage(await composed(loaded), view, { isHidden: false })).tag;
    };
    const inOrder = (states: string[]) =>
      Promise.all([tagOf(['NJ', 'FL'], states), tagOf(['FL', 'NJ'], states)]);
    const [one, other] = await inOrder(['FL', 'NJ']);
    expect(one).not.toBe(other);
    const [none, neither] = await inOrder([]);
    expect(none).toBe(neither);
  });

  it('says where it cannot be Markdown', async () => {
    const loaded = loadedPage();
    const underlined = { type: 'text', text: 'underlined', format: 8, version: 1 };
    const { root } = loaded.view.body as { root: { children: unknown[] } };
    root.children.push({ type: 'paragraph', children: [underlined], version: 1 });
    await expect(whole('markdown', loaded)).rejects.toMatchObject({ code: 'not_found', path: 'format' });
    expect(await whole('text', loaded)).toContain('underlined');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- ]]> -->',
  'a\u2028b\u2029c',
  'half \ud800 of it',
  '# no heading\n\n- no list\n\n```\nno code\n\n[a](javascript:alert(1)) ![b](javascript:x) <b>',
  '$& $1 $` $$',
  '\u202edesrever\u202c',
];

/** A page that says these words in every field that people write. */
function saying(words: string): LoadedPage {
  const loaded = loadedPage();
  const { view } = loaded;
  Object.assign(view, { title: words, summary: words, changeNote: words });
  Object.assign(view.seo, { title: words, description: words });
  const fields: [documents: Iterable<unknown>, names: string[]][] = [
    [loaded.people.values(), ['name', 'credentials', 'honorific']],
    [loaded.sources.values(), ['title', 'authors', 'publisher', 'doi', 'pmid', 'url']],
    [loaded.facts.callsToAction, ['label', 'eyebrow', 'heading', 'text']],
    [loaded.facts.services, ['name']],
    [loaded.notices, ['title', 'heading']],
    [loaded.media.values(), ['alt', 'caption', 'credit']],
    [loaded.linked.articles.values(), ['title']],
    [
      [loaded.site, loaded.canonicalSite],
      ['name', 'tagline'],
    ],
  ];
  for (const [documents, names] of fields) {
    for (const each of documents) {
      for (const name of names) (each as Changing)[name] = words;
    }
  }
  Object.assign(loaded.facts.callsToAction[0] as unknown as Changing, {
    facts: [{ text: words }],
    target: { url: `javascript:${words}` },
  });
  Object.assign(loaded.site, { attribution: { publisher: words, license: words, licenseUrl: words } });
  Object.assign(loaded.notices[0] as unknown as Changing, {
    links: [{ label: words, url: words }],
    crisisLine: { phone: words, textLine: words, hours: words },
    newsletter: { consentText: words },
  });
  const disclaimer = loaded.disclaimers[0] as unknown as Changing;
  disclaimer.clauses = [{ key: 'a', text: words }];
  return loaded;
}

type Element = { tagName?: string; properties?: Record<string, unknown>; children?: Element[] };

const elementsOf = (node: Element): Element[] => [
  ...(node.tagName ? [node] : []),
  ...(node.children ?? []).flatMap(elementsOf),
];

const isScriptUrl = (url: unknown) => /^\s*(javascript|data|vbscript):/i.test(String(url ?? ''));

describe('hostile words in every field', () => {
  it.each(hostile)('make no element, attribute or address of their own in HTML: %j', async (words) => {
    const text = await whole('html', saying(words));
    const elements = elementsOf(fromHtml(text) as unknown as Element);
    const plain = elementsOf(fromHtml(await whole('html', saying('plain'))) as unknown as Element);
    const names = (all: Element[]) =>
      new Set(all.map(({ tagName }) => tagName).filter((name) => name !== 'br' && name !== 'a'));
    expect(names(elements)).toEqual(names(plain));
    for (const { properties = {} } of elements) {
      expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([]);
      expect([properties.href, properties.src].some(isScriptUrl)).toBe(false);
    }
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(() => JSON.parse(data)).not.toThrow();
  });

  it.each(hostile)('are words in Markdown, and lead nowhere: %j', async (words) => {
    const tree = fromMarkdown(await whole('markdown', saying(words)));
    const text = JSON.stringify(tree);
    expect(text).not.toMatch(/"type":"(html|code)"/);
    expect(text).not.toMatch(/"url":"\s*(javascript|data|vbscript):/i);
    const letters = (all: string) => wellFormed(all).replace(/\s+/g, '');
    expect(letters(wordsOf(tree))).toContain(letters(words));
  });

  it.each(hostile)('are words in text: %j', async (words) => {
    const text = await whole('text', saying(words));
    expect(text).toContain(wellFormed(words));
    expect(text.replace(/\n +/g, '\n').replaceAll(words, '')).not.toContain(' (javascript:');
    expect(text).toBe(wellFormed(text));
  });
});
