/** FAQs: one question, one answer, in groups. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, momentField, sitesField, titleField } from '../fields/common.js';
import { canonicalSiteField, reviewFields, seoTab } from '../fields/publishing.js';
import { textEditor } from '../fields/richText.js';
import { setPublishedAt } from '../hooks/setPublishedAt.js';

export const faqs = defineCollection({
  slug: 'faqs',
  group: 'Content',
  title: 'question',
  siteScope: 'sites',
  names: { singular: 'Faq', plural: 'Faqs' },
  labels: { singular: 'FAQ', plural: 'FAQs' },
  admin: { defaultColumns: ['question', 'group', 'order', 'sites', '_status'] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            titleField('question', 'Question', 'As a reader would ask it.'),
            { name: 'answer', type: 'richText', localized: true, required: true, editor: textEditor },
          ],
        },
        {
          label: 'Evidence and review',
          fields: [
            manyOf('references', 'sources', 'The sources that this answer rests on.', false),
            ...reviewFields,
          ],
        },
        seoTab,
      ],
    },
    {
      name: 'group',
      type: 'text',
      localized: true,
      index: true,
      admin: { position: 'sidebar', description: 'The heading that it stands under, such as “Cost”.' },
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
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      index: true,
      admin: { position: 'sidebar' },
    },
    manyOf('topics', 'topics', 'Conditions and therapies that it is about.'),
    manyOf('services', 'services', 'Services that it speaks of.'),
    momentField('publishedAt', 'Set by itself when first published.'),
  ],
  hooks: { beforeChange: [setPublishedAt] },
});
