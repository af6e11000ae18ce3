// A box beside the text: plain language, important, crisis line, risk information.
import type { ArticleBlock, BlockFields, BlockMarkdown } from './articleBlock.js';
import { escapeHtml, isRecord, paragraphs, textOf } from './fieldValues.js';

const KINDS: Record<string, string> = {
  'plain-language': 'In plain language',
  important: 'Important',
  crisis: 'Crisis line',
  risk: 'Risk information',
};

function write(fields: BlockFields): BlockMarkdown {
  const label = textOf(fields, 'heading');
  const body = isRecord(fields.body) ? { body: fields.body } : {};
  return { attributes: { kind: textOf(fields, 'kind') }, ...(label ? { label } : {}), ...body };
}

export const callout: ArticleBlock = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Callout', plural: 'Callouts' },
  small: true,
  fields: ({ item }) => [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'plain-language',
      label: 'Kind',
      options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
      admin: { description: 'Sites show each kind in its own way; crisis and risk are never hidden.' },
    },
    { name: 'heading', type: 'text', label: 'Heading', admin: { description: 'Optional.' } },
    { name: 'body', type: 'richText', required: true, label: 'Text', editor: item() },
  ],
  markdown: {
    name: 'callout',
    kind: 'container',
    attributes: ['kind'],
    hasLabel: true,
    read: (source) => {
      const kind = source.attributes.kind ?? '';
      const kinds = Object.keys(KINDS).join(', ');
      if (!Object.hasOwn(KINDS, kind))
        source.fail(`"${kind}" is no kind of callout; use {kind=…} with one of ${kinds}`);
      const body = source.body();
      if (!body) source.fail('a callout needs text');
      return { kind, ...(source.label ? { heading: source.label } : {}), body };
    },
    write,
  },
  html: (fields, render) => {
    const heading = textOf(fields, 'heading');
    const title = heading ? `<p class="fr-callout-heading">${escapeHtml(heading)}</p>` : '';
    return (
      `<aside class="fr-callout fr-callout-${escapeHtml(textOf(fields, 'kind'))}" role="note">${title}` +
      `<div class="fr-callout-body">${render.rich(fields.body)}</div></aside>`
    );
  },
  text: (fields, render) => paragraphs(textOf(fields, 'heading'), render.rich(fields.body)),
};
