// An image with an optional caption. The alternative text belongs to the image itself, where it is required.
import type { ArticleBlock } from './articleBlock.js';
import { textOf } from './fieldValues.js';
import { figureHtml } from './figureHtml.js';

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
  html: (fields, render) =>
    figureHtml(render.document('media', fields.media), { caption: textOf(fields, 'caption') }),
  text: (fields, render) => {
    const document = render.document('media', fields.media);
    return [document ? textOf(document, 'alt') : '', textOf(fields, 'caption')].filter(Boolean).join('\n');
  },
};
