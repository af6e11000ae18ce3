/** Summaries as HTML, with the class names of src/pages/formats/class-names.md. */
import { escapeHtml } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import { sentenceWords } from './sentenceWords.js';
import type { Summary, SummaryFormat } from './summary.js';

/**
 * A table, a list or a paragraph, as the format asks; always a paragraph where nothing is available.
 * @param caption Of the table, as plain text; says “Where it is available” when left out.
 */
export function summaryHtml(
  summary: Summary,
  format: SummaryFormat,
  locale: Locale,
  { caption = sentenceWords[locale].caption }: { caption?: string } = {},
): string {
  const isEmpty = summary.states.length === 0;
  if (!isEmpty && format === 'table') return table(summary, locale, caption);
  if (!isEmpty && format === 'list') return list(summary);
  return `<p class="fr-availability">${escapeHtml(summary.text)}</p>`;
}

function list({ states }: Summary): string {
  const items = states.map(({ text }) => `<li>${escapeHtml(text)}</li>`);
  return `<ul class="fr-availability fr-availability-list">${items.join('')}</ul>`;
}

function table({ states }: Summary, locale: Locale, caption: string): string {
  const words = sentenceWords[locale];
  const head = [words.state, words.where].map((word) => `<th scope="col">${escapeHtml(word)}</th>`);
  const rows = states.map(
    ({ name, text }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(text)}</td></tr>`,
  );
  return [
    '<table class="fr-availability fr-availability-table">',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody></table>`,
  ].join('');
}
