/** Disclaimers: texts made of clauses, versioned and effective-dated. */
import { defineCollection } from '../defineCollection.js';
import { effectiveDates, sitesField, titleField } from '../fields/common.js';
import { rowTitle } from '../fields/rowTitle.js';

export const placementOptions = [
  { label: 'Beside the claim', value: 'besideClaim' },
  { label: 'Before the call to action', value: 'beforeCallToAction' },
  { label: 'Footer', value: 'footer' },
];

export const disclaimers = defineCollection({
  slug: 'disclaimers',
  group: 'Compliance',
  title: 'title',
  siteScope: 'sites',
  names: { singular: 'Disclaimer', plural: 'Disclaimers' },
  admin: { defaultColumns: ['title', 'placement', 'sites', 'effectiveFrom', '_status'] },
  fields: [
    titleField('title', 'Title', 'Names it in lists; readers do not see it.'),
    {
      name: 'clauses',
      type: 'array',
      required: true,
      minRows: 1,
      admin: {
        description: 'One statement per clause, in the order in which they are read.',
        components: rowTitle('key', 'Clause'),
      },
      fields: [
        {
          name: 'key',
          type: 'text',
          required: true,
          admin: { description: 'A short name for the clause, such as “not-fda-approved”.' },
        },
        { name: 'text', type: 'textarea', required: true, localized: true },
        {
          name: 'source',
          type: 'relationship',
          relationTo: 'sources',
          admin: { description: 'What asks for this clause.' },
        },
      ],
    },
    {
      name: 'changeNote',
      type: 'textarea',
      localized: true,
      admin: { description: 'What changed, and why. Public.' },
    },
    {
      name: 'whatChanges',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/components/compliance/WhatChanges.tsx#WhatChanges' },
      },
    },
    {
      name: 'placement',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'footer',
      options: placementOptions,
      admin: { position: 'sidebar', description: 'Where it stands unless a rule says otherwise.' },
    },
    sitesField,
    ...effectiveDates,
  ],
});
