// An image with an optional caption. The alternative text belongs to the image itself, where it is required.
import type { ArticleBlock, BlockFields } from './articleBlock.js';
import { escapeHtml, textOf } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

/** Width and height, so that the page does not jump while the image loads. */
function dimensions(document: BlockFields): string {
  const { width, height } = document;
  return typeof width === 'number' && typeof height === 'number'
    ? ` width="${width}" height="${height}"`
    : '';
}

export const figure: ArticleBlock = {
  slug: 'figure',
  interfaceName: 'FigureBlock',
  labels: { singular: 'Figure', plural: 'Figures' },
  small: true,
  reference: { attribute: 'media', field: 'media', collection: 'media' },
  fields: () => [
    { name: 'media', type: 'upload', relationTo: 'media', required: true, label: 'Image' },
    {
      name: 'caption',
      type: 'text',
      label: 'Caption',
      admin: { description: 'Optional; shown below the image.' },
    },
  ],
  markdown: {
    name: 'figure',
    kind: 'leaf',
    attributes: [],
    hasLabel: true,
    read: ({ label }) => (label ? { caption: label } : {}),
    write: (fields) => {
      const label = textOf(fields, 'caption');
      return label ? { label } : {};
    },
  },
  html: (fields, render) => {
    const document = render.document('media', fields.media);
    const url = document && safeUrl(textOf(document, 'url'));
    if (!document || !url) return '';
    const caption = textOf(fields, 'caption');
    const words = caption ? `<figcaption class="fr-figure-caption">${escapeHtml(caption)}</figcaption>` : '';
    return (
      `<figure class="fr-figure"><img src="${escapeHtml(url)}" alt="${escapeHtml(textOf(document, 'alt'))}"` +
      `${dimensions(document)}>${words}</figure>`
    );
  },
  text: (fields, render) => {
    const document = render.document('media', fields.media);
    return [document ? textOf(document, 'alt') : '', textOf(fields, 'caption')].filter(Boolean).join('\n');
  },
};
