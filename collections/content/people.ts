/** People: authors and reviewers, as readers see them. */
import { defineCollection } from '../defineCollection.js';
import { urlField } from '../fields/common.js';

export const people = defineCollection({
  slug: 'people',
  group: 'Content',
  title: 'name',
  siteScope: 'shared',
  names: { singular: 'Person', plural: 'People' },
  labels: { singular: 'Person', plural: 'People' },
  admin: { defaultColumns: ['name', 'credentials', 'roles', 'live'] },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'honorific', type: 'text', admin: { description: 'Such as “Dr.”.', width: '25%' } },
        { name: 'name', type: 'text', required: true, index: true, maxLength: 200, admin: { width: '50%' } },
        {
          name: 'credentials',
          type: 'text',
          admin: { description: 'Such as “MD” or “LMFT”.', width: '25%' },
        },
      ],
    },
    {
      name: 'jobTitle',
      type: 'text',
      localized: true,
      admin: { description: 'Shown beside the name, such as “Physician”.' },
    },
    { name: 'bio', type: 'textarea', localized: true },
    { name: 'photo', type: 'upload', relationTo: 'media' },
    {
      name: 'boardCertifications',
      type: 'array',
      admin: { description: 'Certifications as the certifying board states them.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', required: true },
            { name: 'board', type: 'text', required: true },
          ],
        },
      ],
    },
    {
      name: 'links',
      type: 'array',
      admin: { description: 'Profiles of the same person elsewhere.' },
      fields: [urlField('url', 'Full address.', true)],
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      index: true,
      defaultValue: ['author'],
      options: [
        { label: 'Author', value: 'author' },
        { label: 'Reviewer', value: 'reviewer' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'email',
      type: 'email',
      admin: { position: 'sidebar', description: 'For your own use; never public.' },
    },
    {
      name: 'internalNote',
      type: 'textarea',
      admin: { position: 'sidebar', description: 'Never public.' },
    },
  ],
});
