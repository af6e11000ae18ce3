/** Articles: long-form education content. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, momentField, sitesField, titleField } from '../fields/common.js';
import { canonicalSiteField, reviewFields, seoTab } from '../fields/publishing.js';
import { bodyEditor } from '../fields/richText.js';
import { setPublishedAt } from '../hooks/setPublishedAt.js';

export const articles = defineCollection({
  slug: 'articles',
  group: 'Content',
  title: 'title',
  siteScope: 'sites',
  names: { singular: 'Article', plural: 'Articles' },
  labels: { singular: 'Article', plural: 'Articles' },
  admin: {
    defaultColumns: ['title', 'category', 'sites', 'lastReviewed', '_status'],
    description: 'Education pages. Write a draft, have it reviewed, then publish.',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            titleField('title', 'Title', 'The headline. Readers and search engines see it first.'),
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              maxLength: 600,
              admin: { description: 'One or two sentences under the headline and in lists.' },
            },
            {
              name: 'heroImage',
              type: 'upload',
              relationTo: 'media',
              admin: { description: 'Shown at the top and when the page is shared.' },
            },
            { name: 'body', type: 'richText', localized: true, editor: bodyEditor },
          ],
        },
        {
          label: 'Evidence and review',
          fields: [
            manyOf(
              'references',
              'sources',
              'The sources that this article rests on, in the order cited.',
              false,
            ),
            ...reviewFields,
            {
              name: 'changeNote',
              type: 'textarea',
              localized: true,
              maxLength: 500,
              admin: { description: 'What readers should know about the latest change. Public.' },
            },
          ],
        },
        {
          label: 'Around the text',
          fields: [
            manyOf(
              'callsToAction',
              'calls-to-action',
              'Offered at the end of the page, in this order.',
              false,
            ),
            {
              name: 'related',
              type: 'relationship',
              relationTo: 'articles',
              hasMany: true,
              maxDepth: 1,
              admin: { description: 'Articles to read next.' },
            },
          ],
        },
        seoTab,
      ],
    },
    sitesField,
    canonicalSiteField,
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      index: true,
      admin: { position: 'sidebar', description: 'The shelf that this article stands on.' },
    },
    manyOf('topics', 'topics', 'Conditions and therapies that it is about.'),
    manyOf('services', 'services', 'Services that it speaks of.'),
    manyOf('authors', 'people', 'Who wrote it.'),
    momentField('publishedAt', 'Shown as the date of publication. Set by itself when first published.'),
  ],
  hooks: { beforeChange: [setPublishedAt] },
});
