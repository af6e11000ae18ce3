// Things to have or to do, to be ticked off in any order. What has an order are steps.
import type { ArticleBlock, BlockFields, BlockRender } from './articleBlock.js';
import { escapeHtml, paragraphs, rowsOf, textOf } from './fieldValues.js';

/** Lines after the first stand as far in as the words after the box. */
function itemText(row: BlockFields, render: BlockRender): string {
  return `☐ ${render.rich(row.body).replace(/\n(?!\n|$)/g, '\n  ')}`;
}

export const checklist: ArticleBlock = {
  slug: 'checklist',
  interfaceName: 'ChecklistBlock',
  labels: { singular: 'Checklist', plural: 'Checklists' },
  small: false,
  fields: ({ item }) => [
    {
      name: 'heading',
      type: 'text',
      label: 'Heading',
      admin: { description: 'Optional, e.g. "Before the session".' },
    },
    {
      name: 'items',
      type: 'array',
      label: 'Things to tick off',
      labels: { singular: 'Thing', plural: 'Things' },
      minRows: 1,
      required: true,
      fields: [{ name: 'body', type: 'richText', required: true, label: 'Text', editor: item() }],
    },
  ],
  markdown: {
    name: 'checklist',
    kind: 'container',
    attributes: [],
    hasLabel: true,
    read: (source) => {
      const { items, lead } = source.items('bullet');
      if (lead) source.fail('only a list with "-" stands in it; write other text above or below the block');
      const rows = items.map(({ body, line }) => {
        if (!body) source.fail('an item without words', line);
        return { id: source.rowId(), body };
      });
      return { ...(source.label ? { heading: source.label } : {}), items: rows };
    },
    write: (fields) => {
      const label = textOf(fields, 'heading');
      const bodies = rowsOf(fields, 'items').map(({ body }) => body);
      return { ...(label ? { label } : {}), items: { kind: 'bullet', bodies } };
    },
  },
  html: (fields, render) => {
    const heading = textOf(fields, 'heading');
    const title = heading ? `<p class="fr-checklist-heading">${escapeHtml(heading)}</p>` : '';
    const items = rowsOf(fields, 'items').map(
      (row) => `<li class="fr-checklist-item">${render.rich(row.body)}</li>`,
    );
    return `<div class="fr-checklist">${title}<ul class="fr-checklist-items">${items.join('')}</ul></div>`;
  },
  text: (fields, render) =>
    paragraphs(
      textOf(fields, 'heading'),
      rowsOf(fields, 'items')
        .map((row) => itemText(row, render))
        .join('\n'),
    ),
};
