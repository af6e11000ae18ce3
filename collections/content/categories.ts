/** Categories: the shelves that articles stand on. */
import { defineCollection } from '../defineCollection.js';
import { titleField } from '../fields/common.js';

export const categories = defineCollection({
  slug: 'categories',
  group: 'Content',
  title: 'title',
  siteScope: 'shared',
  names: { singular: 'Category', plural: 'Categories' },
  admin: { defaultColumns: ['title', 'order', 'live'] },
  fields: [
    titleField('title', 'Title', 'Shown above the headline.'),
    { name: 'description', type: 'textarea', localized: true },
    {
      name: 'order',
      type: 'number',
      index: true,
      defaultValue: 100,
      admin: { position: 'sidebar', description: 'Small numbers come first.' },
    },
  ],
});
