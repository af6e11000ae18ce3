/** Sources: the citations that content, claims and misconceptions rest on. */
import { defineCollection } from '../defineCollection.js';
import { urlField } from '../fields/common.js';

const doiPattern = /^10\.\d{4,9}\/\S+$/;

export const sources = defineCollection({
  slug: 'sources',
  group: 'Content',
  title: 'title',
  siteScope: 'shared',
  names: { singular: 'Source', plural: 'Sources' },
  admin: {
    defaultColumns: ['title', 'kind', 'year', 'doi', 'live'],
    description: 'Enter a DOI or PMID only after you have opened it and read the title there.',
  },
  fields: [
    { name: 'title', type: 'text', required: true, index: true, maxLength: 500 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: [
        { label: 'Guideline', value: 'guideline' },
        { label: 'Systematic review', value: 'systematic-review' },
        { label: 'Randomized trial', value: 'randomized-trial' },
        { label: 'Observational study', value: 'observational' },
        { label: 'Review', value: 'review' },
        { label: 'Regulator', value: 'regulator' },
        { label: 'Drug label', value: 'label' },
        { label: 'Law', value: 'law' },
        { label: 'Other', value: 'other' },
      ],
    },
    { name: 'authors', type: 'text' },
    {
      type: 'row',
      fields: [
        { name: 'publisher', type: 'text', admin: { description: 'Journal, agency or publisher.' } },
        { name: 'year', type: 'number', index: true, min: 1800, max: 2100 },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'doi',
          type: 'text',
          label: 'DOI',
          index: true,
          admin: { description: 'Without https://doi.org/, such as 10.1000/xyz123.' },
          validate: (value: unknown) =>
            !value ||
            (typeof value === 'string' && doiPattern.test(value)) ||
            'A DOI looks like 10.1000/xyz123.',
        },
        {
          name: 'pmid',
          type: 'text',
          label: 'PMID',
          index: true,
          validate: (value: unknown) =>
            !value || (typeof value === 'string' && /^\d{1,9}$/.test(value)) || 'A PMID has digits only.',
        },
      ],
    },
    urlField('url', 'Where to read it.'),
    {
      name: 'drugRoute',
      type: 'select',
      index: true,
      options: ['intravenous', 'intramuscular', 'intranasal', 'oral', 'sublingual', 'subcutaneous'],
      admin: {
        position: 'sidebar',
        description: 'How the drug was given in the study. Evidence for one route may not hold for another.',
      },
    },
    {
      name: 'confirmed',
      type: 'group',
      admin: { position: 'sidebar', description: 'Who looked the source up, and where. Not public.' },
      fields: [
        { name: 'on', type: 'date' },
        { name: 'in', type: 'text' },
      ],
    },
  ],
});
