import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../collections/locales.js';
import type { Entry } from '../../../src/availability/entry.js';
import { type SummaryFormat, summarize, summaryHtml } from '../../../src/availability/summary.js';
import { entry, except, only, table } from './sentences.js';

const entries = [except('FL', '12087'), entry('NJ')];

const html = (all: Entry[], format: SummaryFormat, locale: Locale = 'en', caption?: string) =>
  summaryHtml(summarize(all, { table, locale, format }), format, locale, { caption });

describe('a summary as HTML', () => {
  it('is a paragraph', () => {
    expect(html(entries, 'oxford')).toBe(
      '<p class="fr-availability">Florida (all counties but Monroe County) and New Jersey</p>',
    );
    expect(html([entry('FL'), entry('NJ')], 'ampersand')).toBe(
      '<p class="fr-availability">Florida &amp; New Jersey</p>',
    );
  });

  it('is a list', () => {
    expect(html(entries, 'list')).toBe(
      '<ul class="fr-availability fr-availability-list"><li>Florida (all counties but Monroe County)</li><li>New Jersey</li></ul>',
    );
  });

  it('is a table whose caption and heads say what is what', () => {
    expect(html(entries, 'table', 'es')).toBe(
      [
        '<table class="fr-availability fr-availability-table"><caption>Dónde está disponible</caption>',
        '<thead><tr><th scope="col">Estado</th><th scope="col">Dónde</th></tr></thead><tbody>',
        '<tr><th scope="row">Florida</th><td>todos los condados menos el condado de Monroe</td></tr>',
        '<tr><th scope="row">Nueva Jersey</th><td>los 21 condados</td></tr></tbody></table>',
      ].join(''),
    );
  });

  it('takes a caption, which is text', () => {
    expect(html(entries, 'table', 'en', 'At-home <program>')).toContain(
      '<caption>At-home &lt;program&gt;</caption>',
    );
  });

  it('escapes the names of counties', () => {
    expect(html([only('AS', '60020')], 'oxford')).toContain('(Manu&#39;a District)');
  });

  it.each(['list', 'table', 'short'] as const)('is a paragraph where nothing is available (%s)', (format) => {
    expect(html([], format)).toBe('<p class="fr-availability">no state at present</p>');
    expect(html([], format, 'es')).toBe('<p class="fr-availability">ningún estado por ahora</p>');
  });
});
