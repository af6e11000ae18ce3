// Names sources where they are needed in the text. All sources of a page stand at its end as well.
import type { ArticleBlock } from './articleBlock.js';
import { citationHtml, citationText } from './citation.js';
import { escapeHtml, paragraphs, textOf } from './fieldValues.js';
import { shownDocuments } from './relatedValues.js';

const reference = { attribute: 'slugs', field: 'sources', collection: 'sources', many: true } as const;

export const sourceList: ArticleBlock = {
  slug: 'sourceList',
  interfaceName: 'SourceListBlock',
  labels: { singular: 'Sources', plural: 'Sources' },
  small: true,
  reference,
  fields: () => [
    {
      name: 'heading',
      type: 'text',
      label: 'Heading',
      admin: { description: 'Optional, e.g. "Where this comes from".' },
    },
    {
      name: 'sources',
      type: 'relationship',
      relationTo: 'sources',
      hasMany: true,
      required: true,
      minRows: 1,
      label: 'Sources, in order',
    },
  ],
  markdown: {
    name: 'sources',
    kind: 'leaf',
    attributes: [],
    hasLabel: true,
    read: ({ label }) => (label ? { heading: label } : {}),
    write: (fields) => {
      const label = textOf(fields, 'heading');
      return label ? { label } : {};
    },
  },
  html: (fields, render) => {
    const items = shownDocuments(reference, fields, render).map(
      (source) => `<li class="fr-source">${citationHtml(source)}</li>`,
    );
    if (items.length === 0) return '';
    const heading = textOf(fields, 'heading');
    const title = heading ? `<p class="fr-sources-heading">${escapeHtml(heading)}</p>` : '';
    return `<div class="fr-sources">${title}<ol class="fr-sources-list">${items.join('')}</ol></div>`;
  },
  text: (fields, render) => {
    const lines = shownDocuments(reference, fields, render).map(
      (source, index) => `${index + 1}. ${citationText(source)}`,
    );
    return lines.length > 0 ? paragraphs(textOf(fields, 'heading'), lines.join('\n')) : '';
  },
};
