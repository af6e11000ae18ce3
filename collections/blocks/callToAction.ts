// Places a call to action in the text. What it says and where it leads is kept once, in the call to action itself.
import type { ArticleBlock, BlockFields } from './articleBlock.js';
import { escapeHtml, isRecord, textOf } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

export const callToAction: ArticleBlock = {
  slug: 'callToAction',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  small: true,
  reference: { attribute: 'slug', field: 'callToAction', collection: 'calls-to-action' },
  fields: () => [
    {
      name: 'callToAction',
      type: 'relationship',
      relationTo: 'calls-to-action',
      required: true,
      label: 'Call to action',
      admin: { description: 'The same one may stand in several places; give each place an id of its own.' },
    },
    {
      name: 'placementId',
      type: 'text',
      label: 'Placement id',
      validate: (value: unknown) =>
        !value || (typeof value === 'string' && /^[a-z0-9-]+$/.test(value)) || 'Only a–z, 0–9 and hyphens.',
      admin: { description: 'For analytics, e.g. "mid-article". Only a–z, 0–9 and hyphens.' },
    },
  ],
  markdown: {
    name: 'call-to-action',
    kind: 'leaf',
    attributes: ['placement'],
    hasLabel: false,
    read: ({ attributes, fail }) => {
      const placementId = attributes.placement;
      if (!placementId) return {};
      if (!/^[a-z0-9-]+$/.test(placementId)) fail('placement may hold only a–z, 0–9 and hyphens');
      return { placementId };
    },
    write: (fields) => {
      const placement = textOf(fields, 'placementId');
      return placement ? { attributes: { placement } } : {};
    },
  },
  html: (fields, render) => {
    const document = render.document('calls-to-action', fields.callToAction);
    if (!document) return '';
    const placement = textOf(fields, 'placementId');
    const label = escapeHtml(textOf(document, 'label'));
    const href = targetOf(document);
    const shown = href ? `<a class="fr-call-to-action-link" href="${escapeHtml(href)}">${label}</a>` : label;
    return `<p class="fr-call-to-action"${placement ? ` data-placement="${escapeHtml(placement)}"` : ''}>${shown}</p>`;
  },
  text: (fields, render) => {
    const document = render.document('calls-to-action', fields.callToAction);
    if (!document) return '';
    const href = targetOf(document);
    return href ? `${textOf(document, 'label')} (${href})` : textOf(document, 'label');
  },
};

function targetOf(document: BlockFields): string | undefined {
  return isRecord(document.target) ? safeUrl(textOf(document.target, 'url')) : undefined;
}
