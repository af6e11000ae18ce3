// Numbered steps ("What to expect"): each has a title and its own text with lists, lead-ins and closing lines.
import { rowTitle } from '../fields/rowTitle.js';
import type { ArticleBlock } from './articleBlock.js';
import { paragraphs, rowsOf, textOf } from './fieldValues.js';
import { titleHtml } from './titleHtml.js';

export const steps: ArticleBlock = {
  slug: 'steps',
  interfaceName: 'StepsBlock',
  labels: { singular: 'Steps', plural: 'Steps' },
  small: false,
  fields: ({ item }) => [
    {
      name: 'items',
      type: 'array',
      label: 'Steps, in order',
      labels: { singular: 'Step', plural: 'Steps' },
      minRows: 1,
      required: true,
      admin: {
        description: 'Numbers are added by themselves: leave them out of the titles.',
        components: rowTitle('title', 'Step'),
      },
      fields: [
        { name: 'title', type: 'text', required: true, label: 'Title' },
        {
          name: 'body',
          type: 'richText',
          label: 'Text',
          editor: item(),
          admin: { description: 'May hold several lists, each with a line before and after it.' },
        },
      ],
    },
  ],
  markdown: {
    name: 'steps',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => ({
      items: source.sections().map(({ heading, body, line }) => {
        if (heading === '') source.fail('a step needs a title after ###', line);
        return { id: source.rowId(), title: heading, ...(body ? { body } : {}) };
      }),
    }),
    write: (fields) => ({
      sections: rowsOf(fields, 'items').map((row) => ({
        heading: textOf(row, 'title'),
        body: row.body,
      })),
    }),
  },
  html: (fields, render) => {
    const items = rowsOf(fields, 'items').map(
      (row) =>
        `<li class="fr-step">${titleHtml('fr-step-title', textOf(row, 'title'), render)}` +
        `<div class="fr-step-body">${render.below(row.body)}</div></li>`,
    );
    return `<ol class="fr-steps">${items.join('')}</ol>`;
  },
  text: (fields, render) =>
    paragraphs(
      ...rowsOf(fields, 'items').map((row, index) =>
        paragraphs(`${index + 1}. ${textOf(row, 'title')}`, render.rich(row.body)),
      ),
    ),
};
