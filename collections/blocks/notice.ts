// Places a notice (crisis line, newsletter, legal text) that is kept once and shown in many articles.
import type { ArticleBlock, BlockFields } from './articleBlock.js';
import { escapeHtml, paragraphs, rowsOf, textOf } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

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
  markdown: {
    name: 'notice',
    kind: 'leaf',
    attributes: [],
    hasLabel: false,
    read: () => ({}),
    write: () => ({}),
  },
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
      `<aside class="fr-notice fr-notice-${escapeHtml(textOf(document, 'kind'))}">${title}` +
      `<div class="fr-notice-body">${render.rich(document.text)}</div>${list}</aside>`
    );
  },
  text: (fields, render) => {
    const document = render.document('notices', fields.notice);
    if (!document) return '';
    const links = linksOf(document).map(({ label, url }) => `${label} (${url})`);
    return paragraphs(textOf(document, 'heading'), render.rich(document.text), links.join('\n'));
  },
};

/** Links that may be followed; one with an unsafe address is left out. */
function linksOf(document: BlockFields): { label: string; url: string }[] {
  return rowsOf(document, 'links').flatMap((row) => {
    const url = safeUrl(textOf(row, 'url'));
    return url ? [{ label: textOf(row, 'label'), url }] : [];
  });
}
