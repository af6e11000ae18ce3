/** Glossary terms: abbreviations and words of the field, explained. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, titleField } from '../fields/common.js';

export const glossaryTerms = defineCollection({
  slug: 'glossary-terms',
  group: 'Content',
  title: 'term',
  siteScope: 'shared',
  names: { singular: 'GlossaryTerm', plural: 'GlossaryTerms' },
  labels: { singular: 'Glossary term', plural: 'Glossary' },
  admin: { defaultColumns: ['term', 'abbreviation', 'expansion', 'live'] },
  fields: [
    titleField('term', 'Term'),
    {
      type: 'row',
      fields: [
        { name: 'abbreviation', type: 'text', index: true, admin: { description: 'Such as “PTSD”.' } },
        {
          name: 'expansion',
          type: 'text',
          localized: true,
          admin: { description: 'What the abbreviation stands for.' },
        },
      ],
    },
    {
      name: 'definition',
      type: 'textarea',
      localized: true,
      required: true,
      admin: { description: 'In plain language, one to three sentences.' },
    },
    manyOf('topics', 'topics', 'Topics that it belongs to.'),
  ],
});
