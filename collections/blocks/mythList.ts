// Myths with the facts that answer them, for lists inside an article. A misconception with sources is a document of its own.
import { rowTitle } from '../fields/rowTitle.js';
import type { Locale } from '../locales.js';
import type { ArticleBlock } from './articleBlock.js';
import { escapeHtml, paragraphs, rowsOf, textOf } from './fieldValues.js';

const WORDS: Record<Locale, { myth: string; fact: string }> = {
  en: { myth: 'Myth', fact: 'Fact' },
  es: { myth: 'Mito', fact: 'Realidad' },
};

export const mythList: ArticleBlock = {
  slug: 'mythList',
  interfaceName: 'MythListBlock',
  labels: { singular: 'Myths and facts', plural: 'Myths and facts' },
  small: false,
  fields: ({ item }) => [
    {
      name: 'items',
      type: 'array',
      label: 'Myths and facts',
      labels: { singular: 'Myth', plural: 'Myths' },
      minRows: 1,
      required: true,
      admin: { components: rowTitle('myth', 'Myth') },
      fields: [
        {
          name: 'myth',
          type: 'text',
          required: true,
          label: 'Myth',
          admin: { description: 'As people say it, without "Myth:".' },
        },
        { name: 'fact', type: 'richText', required: true, label: 'Fact', editor: item() },
      ],
    },
  ],
  markdown: {
    name: 'myths',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => ({
      items: source.sections().map(({ heading, body, line }) => {
        if (heading === '') source.fail('a myth needs its words after ###', line);
        if (!body) source.fail(`the myth "${heading}" has no fact below it`, line);
        return { id: source.rowId(), myth: heading, fact: body };
      }),
    }),
    write: (fields) => ({
      sections: rowsOf(fields, 'items').map((row) => ({
        heading: textOf(row, 'myth'),
        body: row.fact,
      })),
    }),
  },
  html: (fields, render) => {
    const words = WORDS[render.locale];
    const items = rowsOf(fields, 'items').map(
      (row) =>
        `<div class="fr-myth"><dt class="fr-myth-claim"><span class="fr-myth-word">${words.myth}:</span> ` +
        `${escapeHtml(textOf(row, 'myth'))}</dt>` +
        `<dd class="fr-myth-fact"><span class="fr-myth-word">${words.fact}:</span> ${render.rich(row.fact)}</dd></div>`,
    );
    return `<dl class="fr-myths">${items.join('')}</dl>`;
  },
  text: (fields, render) => {
    const words = WORDS[render.locale];
    return paragraphs(
      ...rowsOf(fields, 'items').map((row) =>
        paragraphs(`${words.myth}: ${textOf(row, 'myth')}`, `${words.fact}: ${render.rich(row.fact)}`),
      ),
    );
  },
};
