// Text that is kept letter by letter: a code fence in Markdown.
import type { ArticleBlock } from './articleBlock.js';
import { escapeHtml, textOf } from './fieldValues.js';

export const code: ArticleBlock = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  labels: { singular: 'Text as typed', plural: 'Text as typed' },
  small: true,
  fields: () => [
    { name: 'info', type: 'text', label: 'Language', admin: { description: 'Optional, e.g. "json".' } },
    {
      name: 'code',
      type: 'textarea',
      label: 'Text',
      admin: { description: 'Shown letter by letter, with its line breaks.' },
    },
  ],
  markdown: null,
  html: (fields) => {
    const language = textOf(fields, 'info').split(/\s/)[0];
    const name = language ? ` class="language-${escapeHtml(language)}"` : '';
    return `<pre class="fr-code"><code${name}>${escapeHtml(textOf(fields, 'code'))}</code></pre>`;
  },
  text: (fields) => textOf(fields, 'code'),
};
