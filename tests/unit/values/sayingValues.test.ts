/** Values on a page: what they say in every format, where a capital stands, and what they never do. */
import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../collections/locales.js';
import { inlineValues } from '../../../collections/values/registry.js';
import * as lexical from '../../../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { renderHtml } from '../../../src/pages/formats/renderHtml.js';
import { renderText } from '../../../src/pages/formats/renderText.js';
import { tableOfContents } from '../../../src/pages/formats/tableOfContents.js';
import { priceWords } from '../../../src/pages/values/priceWords.js';
import { sayValues, valuesAsText } from '../../../src/pages/values/sayValues.js';
import { demoContext } from '../blocks/demoContext.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';

const stored = { amount: 250, period: 'month', qualifier: 'startingAt' } as const;
const contextFor = (locale: Locale) => ({
  ...demoContext(locale),
  price: (id: string, wording: string) =>
    id === 'services/priceless' ? undefined : priceWords(stored, { locale, wording }),
});
const context = contextFor('en');
const read = (markdown: string) => markdownToLexical(markdown, slugsAsIds());
const plain = async (markdown: string) => renderText(await read(markdown), context);
const html = async (markdown: string) => renderHtml(await read(markdown), context);
const from = ':price{service=at-home-program as=from}';
const starting = ':price{service=at-home-program as=starting-at}';

describe('a value on a page', () => {
  it('is said in HTML, text and Markdown, and stays what it is in blocks', async () => {
    const state = await read(`The program is offered **${from}**.`);
    expect(renderText(state, context)).toBe('The program is offered from $250/month.');
    expect(renderHtml(state, context)).toBe(
      '<p>The program is offered <span class="fr-value fr-value-price"><strong>from $250/month</strong></span>.</p>',
    );
    const said = sayValues(state, context);
    expect(await lexicalToMarkdown(valuesAsText(said), slugsAsIds())).toBe(
      'The program is offered **from $250/month**.\n',
    );
    expect(JSON.stringify(said)).toContain('"blockType":"price"');
    expect(JSON.stringify(said)).toContain('"text":"from $250/month"');
    expect(renderHtml(said, context)).toBe(renderHtml(state, context));
    expect(sayValues(said, context)).toEqual(said);
  });

  it.each([
    ['at the start of a paragraph', starting, 'Starting at $250/month'],
    ['inside of a sentence', `It is ${starting}.`, 'It is starting at $250/month.'],
    ['at the start of a sentence', `Ask us. ${starting}.`, 'Ask us. Starting at $250/month.'],
    ['after a closing quote', `“Ask us.” ${from}.`, '“Ask us.” From $250/month.'],
    ['after a colon', `Price: ${from}`, 'Price: from $250/month'],
    ['after an amount', `Not $9.99 but ${from}`, 'Not $9.99 but from $250/month'],
    ['on a new line', `At home\\\n${from}`, 'At home\nFrom $250/month'],
    ['in a list', `- ${from}`, '- From $250/month'],
    [
      'in a link',
      `See [${from}](/p), [or **${from}**](/p)`,
      'See from $250/month (/p), or from $250/month (/p)',
    ],
    ['after formatted words', `**Now.** *${from}*`, 'Now. From $250/month'],
  ])('has a capital where a sentence begins: %s', async (_name, markdown, words) => {
    expect(await plain(markdown)).toBe(words);
  });

  it('is Spanish in Spanish', async () => {
    const state = await read(`Cuesta ${from}. ${starting}`);
    expect(renderText(state, contextFor('es'))).toBe('Cuesta desde $250 al mes. A partir de $250 al mes');
  });

  it('is said inside of blocks and their items', async () => {
    const markdown = `:::steps\n### One\n\nPay ${from}.\n:::`;
    expect(await plain(markdown)).toContain('Pay from $250/month.');
    expect(await html(markdown)).toContain('from $250/month');
    expect(JSON.stringify(sayValues(await read(markdown), context))).toContain('from $250/month');
  });

  it('that has nothing to say is left out', async () => {
    expect(await plain('a :price{service=priceless}b')).toBe('a b');
    expect(await html(':price{service=priceless}')).toBe('');
    expect(
      renderText(lexical.richText([lexical.paragraph([lexical.inlineBlock('1', 'weird', {})])]), context),
    ).toBe('');
  });

  it('says that a service is offered nowhere rather than nothing', async () => {
    const shown = { ...context, availability: () => undefined, document: () => ({}) };
    const state = await read('We are in :availability{service=a}.');
    expect(renderText(state, shown)).toBe('We are in no state at present.');
    expect(renderText(state, { ...shown, document: () => undefined })).toBe('We are in .');
  });

  it('stands in the table of contents, and no price moves the anchor of its heading', async () => {
    const state = sayValues(await read(`## What it costs: ${from}`), context);
    expect(tableOfContents(state)).toEqual([
      { level: 2, text: 'What it costs: from $250/month', anchor: 'what-it-costs' },
    ]);
    expect(renderHtml(state, context)).toContain('<h2 id="what-it-costs">');
  });

  it('is escaped like any other text, whatever stands in its fields', () => {
    const hostile = '<script>alert("x")</script>';
    const says = { ...context, price: () => hostile, availability: () => hostile, count: () => hostile };
    for (const { slug } of inlineValues) {
      const fields = { service: 'a', wording: hostile, of: hostile, state: hostile, marks: [hostile] };
      const state = lexical.richText([lexical.paragraph([lexical.inlineBlock('1', slug, fields)])]);
      expect(renderHtml(state, says)).not.toContain('<script');
      expect(renderHtml(state, says)).toContain('&lt;script&gt;');
    }
  });
});
