// Says where a service is offered, in one of several wordings. The facts stay in the availability records.
import type { ArticleBlock } from './articleBlock.js';
import { escapeHtml, textOf } from './fieldValues.js';

const FORMATS: Record<string, string> = {
  list: 'One state per line',
  oxford: 'Florida, New Jersey, and Georgia',
  ampersand: 'Florida & New Jersey',
  counties: 'Florida (all 67 counties) and New Jersey (all 21 counties)',
  short: 'FL, NJ',
};

export const availability: ArticleBlock = {
  slug: 'availability',
  interfaceName: 'AvailabilityBlock',
  labels: { singular: 'Where it is available', plural: 'Where it is available' },
  small: true,
  reference: { attribute: 'service', field: 'service', collection: 'services' },
  fields: () => [
    { name: 'service', type: 'relationship', relationTo: 'services', required: true, label: 'Service' },
    {
      name: 'format',
      type: 'select',
      required: true,
      defaultValue: 'oxford',
      label: 'Wording',
      options: Object.entries(FORMATS).map(([value, label]) => ({ value, label })),
      admin: {
        description: 'Only the wording is chosen here; the states come from the availability records.',
      },
    },
  ],
  markdown: {
    name: 'availability',
    kind: 'leaf',
    attributes: ['format'],
    hasLabel: false,
    read: ({ attributes, fail }) => {
      const format = attributes.format ?? 'oxford';
      if (!Object.hasOwn(FORMATS, format)) {
        fail(`"${format}" is no wording; use format= with one of ${Object.keys(FORMATS).join(', ')}`);
      }
      return { format };
    },
    write: (fields) => ({ attributes: { format: textOf(fields, 'format') || 'oxford' } }),
  },
  html: (fields, render) => {
    const words = render.availability(fields.service, textOf(fields, 'format') || 'oxford');
    return words ? `<p class="fr-availability">${escapeHtml(words).replaceAll('\n', '<br>')}</p>` : '';
  },
  text: (fields, render) => render.availability(fields.service, textOf(fields, 'format') || 'oxford') ?? '',
};
