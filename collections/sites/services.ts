/** Services: what a site offers, how and at which price. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, textsField, titleField } from '../fields/common.js';
import { plainEditor } from '../fields/richText.js';
import { keepWhatTextsSay } from '../hooks/keepWhatTextsSay.js';

export const services = defineCollection({
  slug: 'services',
  group: 'Sites',
  title: 'name',
  siteScope: 'site',
  names: { singular: 'Service', plural: 'Services' },
  admin: { defaultColumns: ['name', 'site', 'modes', '_status'] },
  hooks: { beforeChange: [keepWhatTextsSay] },
  fields: [
    titleField('name', 'Name'),
    { name: 'summary', type: 'textarea', localized: true },
    { name: 'description', type: 'richText', localized: true, editor: plainEditor },
    textsField('highlights', 'Highlights', 'Short facts for cards. Each is a claim of its own.'),
    {
      name: 'price',
      type: 'group',
      admin: { description: 'Stored once; pages write it in the wording they need.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'amount',
              type: 'number',
              min: 0,
              admin: { description: 'In the currency’s main unit.' },
            },
            { name: 'currency', type: 'select', defaultValue: 'USD', options: ['USD'] },
            {
              name: 'period',
              type: 'select',
              options: [
                { label: 'per month', value: 'month' },
                { label: 'per session', value: 'session' },
                { label: 'per visit', value: 'visit' },
                { label: 'once', value: 'once' },
              ],
            },
            {
              name: 'qualifier',
              type: 'select',
              defaultValue: 'exact',
              options: [
                { label: 'exactly', value: 'exact' },
                { label: 'from', value: 'from' },
                { label: 'starting at', value: 'startingAt' },
              ],
            },
          ],
        },
        {
          name: 'note',
          type: 'text',
          localized: true,
          admin: { description: 'What is included, and what is not.' },
        },
      ],
    },
    manyOf('callsToAction', 'calls-to-action', 'Offered where this service is shown.', false),
    {
      name: 'site',
      type: 'relationship',
      relationTo: 'sites',
      required: true,
      index: true,
      admin: { position: 'sidebar', description: 'The site that offers it.' },
    },
    {
      name: 'modes',
      type: 'select',
      hasMany: true,
      required: true,
      options: [
        { label: 'Telehealth', value: 'telehealth' },
        { label: 'In person', value: 'in-person' },
        { label: 'Delivery', value: 'delivery' },
        { label: 'In clinic', value: 'in-clinic' },
      ],
      admin: { position: 'sidebar', description: 'How it reaches people.' },
    },
    manyOf('topics', 'topics', 'What it is offered for.'),
  ],
});
