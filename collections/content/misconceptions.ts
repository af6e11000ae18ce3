/** Misconceptions: a myth, the fact that answers it, why, and the sources. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, momentField, sitesField, titleField } from '../fields/common.js';
import { canonicalSiteField, reviewFields, seoTab } from '../fields/publishing.js';
import { textEditor } from '../fields/richText.js';
import { setPublishedAt } from '../hooks/setPublishedAt.js';

export const misconceptions = defineCollection({
  slug: 'misconceptions',
  group: 'Content',
  title: 'myth',
  siteScope: 'sites',
  names: { singular: 'Misconception', plural: 'Misconceptions' },
  labels: { singular: 'Misconception', plural: 'Misconceptions' },
  admin: { defaultColumns: ['myth', 'order', 'sites', 'lastReviewed', '_status'] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            titleField('myth', 'Myth', 'What people say or fear, in their words.'),
            {
              name: 'fact',
              type: 'textarea',
              localized: true,
              required: true,
              admin: { description: 'The fact that answers it, in one or two sentences.' },
            },
            { name: 'explanation', type: 'richText', localized: true, editor: textEditor },
          ],
        },
        {
          label: 'Evidence and review',
          fields: [
            manyOf('sources', 'sources', 'The sources that the fact rests on.', false),
            ...reviewFields,
          ],
        },
        seoTab,
      ],
    },
    {
      name: 'order',
      type: 'number',
      index: true,
      defaultValue: 100,
      admin: { position: 'sidebar', description: 'Small numbers come first.' },
    },
    sitesField,
    canonicalSiteField,
    manyOf('topics', 'topics', 'Conditions and therapies that it is about.'),
    manyOf('services', 'services', 'Services that it speaks of.'),
    momentField('publishedAt', 'Set by itself when first published.'),
  ],
  hooks: { beforeChange: [setPublishedAt] },
});
