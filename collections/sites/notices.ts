/** Notices: cookie notice, newsletter block, crisis line, legal documents. */
import { defineCollection } from '../defineCollection.js';
import { sitesField, titleField, urlField } from '../fields/common.js';
import { plainEditor } from '../fields/richText.js';

const onlyFor = (kind: string) => ({ condition: (data: Record<string, unknown>) => data?.kind === kind });

export const notices = defineCollection({
  slug: 'notices',
  group: 'Sites',
  title: 'title',
  siteScope: 'sites',
  names: { singular: 'Notice', plural: 'Notices' },
  admin: { defaultColumns: ['title', 'kind', 'sites', 'live'] },
  fields: [
    titleField('title', 'Title', 'Names it in lists.'),
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: [
        { label: 'Cookie notice', value: 'cookie-notice' },
        { label: 'Newsletter', value: 'newsletter' },
        { label: 'Crisis line', value: 'crisis-line' },
        { label: 'Legal document', value: 'legal-document' },
      ],
    },
    { name: 'heading', type: 'text', localized: true },
    { name: 'text', type: 'richText', localized: true, editor: plainEditor },
    {
      name: 'links',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true, localized: true },
            urlField('url', 'Where it leads.', true),
          ],
        },
      ],
    },
    {
      name: 'newsletter',
      type: 'group',
      admin: onlyFor('newsletter'),
      fields: [
        {
          name: 'consentText',
          type: 'textarea',
          localized: true,
          admin: {
            description: 'What people agree to. A sign-up on a health site may count as health information.',
          },
        },
        urlField('privacyUrl', 'The privacy policy.'),
      ],
    },
    {
      name: 'crisisLine',
      type: 'group',
      admin: onlyFor('crisis-line'),
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'phone', type: 'text' },
            { name: 'textLine', type: 'text', admin: { description: 'Where to send a text message.' } },
          ],
        },
        { name: 'hours', type: 'text', localized: true },
      ],
    },
    {
      name: 'legalDocument',
      type: 'group',
      admin: onlyFor('legal-document'),
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'version', type: 'text' },
            { name: 'effectiveFrom', type: 'date' },
          ],
        },
      ],
    },
    sitesField,
  ],
});
