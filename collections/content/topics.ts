/** Topics: conditions, therapies and the like that content is about. */
import { defineCollection } from '../defineCollection.js';
import { textsField, titleField } from '../fields/common.js';

export const topics = defineCollection({
  slug: 'topics',
  group: 'Content',
  title: 'title',
  siteScope: 'shared',
  names: { singular: 'Topic', plural: 'Topics' },
  admin: { defaultColumns: ['title', 'kind', 'parent', 'live'] },
  fields: [
    titleField('title', 'Title'),
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'condition',
      options: [
        { label: 'Condition', value: 'condition' },
        { label: 'Therapy', value: 'therapy' },
        { label: 'Symptom', value: 'symptom' },
        { label: 'Medication', value: 'medication' },
        { label: 'Procedure', value: 'procedure' },
        { label: 'Other', value: 'other' },
      ],
    },
    { name: 'description', type: 'textarea', localized: true },
    textsField('synonyms', 'Synonyms', 'Other words that people use for it.'),
    {
      name: 'codes',
      type: 'array',
      admin: { description: 'Clinical codes, where they are known for certain.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'system',
              type: 'select',
              required: true,
              options: ['ICD-10-CM', 'SNOMED-CT', 'RxNorm', 'MeSH'],
            },
            { name: 'code', type: 'text', required: true },
          ],
        },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'topics',
      index: true,
      maxDepth: 1,
      admin: { position: 'sidebar', description: 'The wider topic that this one belongs to.' },
    },
  ],
});
