// Places a notice (crisis line, newsletter, legal text) that is kept once and shown in many articles.
import type { Locale } from '../locales.js';
import { type ArticleBlock, type BlockFields, onlyReference } from './articleBlock.js';
import { escapeHtml, isRecord, paragraphs, rowsOf, textOf } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

const WORDS: Record<Locale, { call: string; text: string }> = {
  en: { call: 'Call', text: 'Text' },
  es: { call: 'Llame al', text: 'Envíe un mensaje de texto al' },
};

/** The numbers of a crisis line and its hours, with the address that dials when there is one. */
function crisisLineOf(document: BlockFields, locale: Locale): { words: string; url?: string }[] {
  const line = isRecord(document.crisisLine) ? document.crisisLine : {};
  const phone = textOf(line, 'phone');
  const textLine = textOf(line, 'textLine');
  const hours = textOf(line, 'hours');
  const dialled = phone.replace(/[\s().-]/g, '');
  const url = /^\+?\d+$/.test(dialled) ? { url: `tel:${dialled}` } : {};
  return [
    ...(phone ? [{ words: `${WORDS[locale].call} ${phone}`, ...url }] : []),
    ...(textLine ? [{ words: `${WORDS[locale].text} ${textLine}` }] : []),
    ...(hours ? [{ words: hours }] : []),
  ];
}

function crisisLineHtml(document: BlockFields, locale: Locale): string {
  const items = crisisLineOf(document, locale).map(({ url, words }) =>
    url ? `<li><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></li>` : `<li>${escapeHtml(words)}</li>`,
  );
  return items.length > 0 ? `<ul class="fr-notice-numbers">${items.join('')}</ul>` : '';
}

export const notice: ArticleBlock = {
  slug: 'notice',
  interfaceName: 'NoticeBlock',
  labels: { singular: 'Notice', plural: 'Notices' },
  small: true,
  reference: { attribute: 'slug', field: 'notice', collection: 'notices' },
  fields: () => [
    {
      name: 'notice',
      type: 'relationship',
      relationTo: 'notices',
      required: true,
      label: 'Notice',
      admin: { description: 'Change the notice itself and every article that places it follows.' },
    },
  ],
  markdown: onlyReference('notice'),
  html: (fields, render) => {
    const document = render.document('notices', fields.notice);
    if (!document) return '';
    const heading = textOf(document, 'heading');
    const title = heading ? `<p class="fr-notice-heading">${escapeHtml(heading)}</p>` : '';
    const links = linksOf(document).map(
      ({ label, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`,
    );
    const list = links.length > 0 ? `<ul class="fr-notice-links">${links.join('')}</ul>` : '';
    return (
      `<aside class="fr-notice fr-notice-${escapeHtml(textOf(document, 'kind'))}" role="note">${title}` +
      `<div class="fr-notice-body">${render.rich(document.text)}</div>${crisisLineHtml(document, render.locale)}${list}</aside>`
    );
  },
  text: (fields, render) => {
    const document = render.document('notices', fields.notice);
    if (!document) return '';
    const links = linksOf(document).map(({ label, url }) => `${label} (${url})`);
    const numbers = crisisLineOf(document, render.locale).map(({ words }) => words);
    const heading = textOf(document, 'heading');
    return paragraphs(heading, render.rich(document.text), numbers.join('\n'), links.join('\n'));
  },
};

/** Links that may be followed; one with an unsafe address is left out. */
function linksOf(document: BlockFields): { label: string; url: string }[] {
  return rowsOf(document, 'links').flatMap((row) => {
    const url = safeUrl(textOf(row, 'url'));
    return url ? [{ label: textOf(row, 'label'), url }] : [];
  });
}
