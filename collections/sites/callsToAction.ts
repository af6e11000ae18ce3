/** Calls to action: buttons and promotion cards, written once and placed many times. */
import { defineCollection } from '../defineCollection.js';
import { sitesField, textsField, titleField, urlField } from '../fields/common.js';

export const callsToAction = defineCollection({
  slug: 'calls-to-action',
  group: 'Sites',
  title: 'label',
  siteScope: 'sites',
  names: { singular: 'CallToAction', plural: 'CallsToAction' },
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  admin: { defaultColumns: ['label', 'kind', 'sites', 'live'] },
  fields: [
    titleField('label', 'Label', 'The words on the button. No arrows or emoji: sites add their own.'),
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'link',
      options: [
        { label: 'Booking', value: 'booking' },
        { label: 'Assessment', value: 'assessment' },
        { label: 'Sign-up', value: 'sign-up' },
        { label: 'Link', value: 'link' },
      ],
    },
    {
      name: 'target',
      type: 'group',
      fields: [urlField('url', 'Where the button leads.', true)],
    },
    {
      type: 'collapsible',
      label: 'Card',
      admin: { description: 'What stands around the button when it is shown as a card.' },
      fields: [
        {
          name: 'eyebrow',
          type: 'text',
          localized: true,
          admin: { description: 'The small line above the heading.' },
        },
        { name: 'heading', type: 'text', localized: true },
        { name: 'text', type: 'textarea', localized: true },
        textsField('facts', 'Facts', 'Short facts on the card. Prices come from the service.'),
      ],
    },
    {
      name: 'offer',
      type: 'group',
      admin: { description: 'Rules look at this: a free offer may need a statement of its own.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'free', type: 'checkbox', defaultValue: false },
            {
              name: 'minutes',
              type: 'number',
              min: 1,
              max: 600,
              admin: { description: 'How long it takes.' },
            },
          ],
        },
      ],
    },
    {
      name: 'service',
      type: 'relationship',
      relationTo: 'services',
      index: true,
      admin: { position: 'sidebar', description: 'The service that it leads to.' },
    },
    sitesField,
  ],
});
