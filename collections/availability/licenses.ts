/** Licenses: rights to practise. Never public. */

import { stateOptions } from '../../src/availability/states.js';
import { defineCollection } from '../defineCollection.js';
import { endProblem, sitesField } from '../fields/common.js';
import { keepState } from './keepState.js';

export const licenses = defineCollection({
  slug: 'licenses',
  group: 'Availability',
  title: 'number',
  siteScope: 'sites',
  names: { singular: 'License', plural: 'Licenses' },
  admin: { defaultColumns: ['number', 'state', 'kind', 'holder', 'expiresOn'] },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'number', type: 'text', required: true, index: true },
        { name: 'state', type: 'select', required: true, index: true, options: stateOptions },
        {
          name: 'kind',
          type: 'select',
          required: true,
          index: true,
          options: [
            { label: 'Medical', value: 'medical' },
            { label: 'Psychology', value: 'psychology' },
            { label: 'Therapy', value: 'therapy' },
            { label: 'Pharmacy', value: 'pharmacy' },
            { label: 'Other', value: 'other' },
          ],
        },
      ],
    },
    {
      name: 'holder',
      type: 'group',
      admin: { description: 'A person or an organization.' },
      fields: [
        { name: 'person', type: 'relationship', relationTo: 'people', index: true },
        {
          name: 'organization',
          type: 'text',
          validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
            Boolean(value) ||
            Boolean((siblingData as { person?: unknown }).person) ||
            'Name the person or the organization that holds the license.',
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'issuedOn', type: 'date', admin: { description: 'Its first day.' } },
        {
          name: 'expiresOn',
          type: 'date',
          index: true,
          admin: {
            description: 'Its last day, which counts to its end in the state. Empty: it does not expire.',
          },
          validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
            endProblem((siblingData as { issuedOn?: unknown }).issuedOn, value) ?? true,
        },
      ],
    },
    { name: 'internalNote', type: 'textarea' },
    sitesField,
  ],
  hooks: { beforeChange: [keepState] },
});
