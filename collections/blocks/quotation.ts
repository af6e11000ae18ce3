// Words of somebody, set apart, with who said them. A quote inside of running text is a quote of the editor.
import type { ArticleBlock, BlockFields } from './articleBlock.js';
import { escapeHtml, paragraphs, quotedText, textOf } from './fieldValues.js';
import { LINK_RULE, safeUrl } from './safeUrl.js';

/** Who said it, linked to where it is written when that is known. */
function byHtml(fields: BlockFields, url: string | undefined): string {
  const by = escapeHtml(textOf(fields, 'by').trim());
  if (!by) return '';
  const shown = url ? `<a href="${escapeHtml(url)}">${by}</a>` : by;
  return `<figcaption class="fr-quotation-by">${shown}</figcaption>`;
}

export const quotation: ArticleBlock = {
  slug: 'quotation',
  interfaceName: 'QuotationBlock',
  labels: { singular: 'Quotation', plural: 'Quotations' },
  small: false,
  fields: ({ item }) => [
    { name: 'body', type: 'richText', required: true, label: 'Words', editor: item() },
    {
      name: 'by',
      type: 'text',
      label: 'Who said it',
      admin: { description: 'Such as "Ida Lund, MD" or "A client, with permission". Optional.' },
    },
    {
      name: 'url',
      type: 'text',
      label: 'Where it is written',
      validate: (value: unknown) =>
        !value || (typeof value === 'string' && safeUrl(value) !== undefined) || LINK_RULE,
      admin: { description: `Optional. ${LINK_RULE}` },
    },
  ],
  markdown: {
    name: 'quotation',
    kind: 'container',
    attributes: ['url'],
    hasLabel: true,
    read: (source) => {
      const { attributes, fail, label } = source;
      const body = source.body();
      if (!body) return fail('a quotation needs words');
      const { url } = attributes;
      if (url && safeUrl(url) === undefined) fail(`the address "${url}" is refused. ${LINK_RULE}`);
      return { body, ...(label ? { by: label } : {}), ...(url ? { url } : {}) };
    },
    write: (fields) => {
      const label = textOf(fields, 'by');
      const url = textOf(fields, 'url');
      return { ...(label ? { label } : {}), ...(url ? { attributes: { url } } : {}), body: fields.body };
    },
  },
  html: (fields, render) => {
    const url = safeUrl(textOf(fields, 'url'));
    const cite = url ? ` cite="${escapeHtml(url)}"` : '';
    return (
      `<figure class="fr-quotation"><blockquote class="fr-quotation-words"${cite}>${render.rich(fields.body)}` +
      `</blockquote>${byHtml(fields, url)}</figure>`
    );
  },
  text: (fields, render) => {
    const by = textOf(fields, 'by').trim();
    const url = safeUrl(textOf(fields, 'url'));
    const words = quotedText(render.rich(fields.body));
    return paragraphs(words, by && (url ? `— ${by} (${url})` : `— ${by}`));
  },
};
