/** Redirects: where a page that has moved stands now. */
import { defineCollection } from '../defineCollection.js';

const pathRule = 'A path starts with one / and has no spaces, ? or #.';
const isPath = (value: unknown) =>
  typeof value === 'string' && /^\/[^\s?#\\]*$/.test(value) && !value.startsWith('//');

const path = (name: string, description: string) => ({
  name,
  type: 'text' as const,
  required: true,
  index: true,
  admin: { description },
  validate: (value: unknown) => isPath(value) || pathRule,
});

export const redirects = defineCollection({
  slug: 'redirects',
  group: 'Sites',
  title: 'from',
  siteScope: 'site',
  hasSlug: false,
  names: { singular: 'Redirect', plural: 'Redirects' },
  admin: { defaultColumns: ['from', 'to', 'site'] },
  indexes: [{ fields: ['site', 'from'], unique: true }],
  fields: [
    { name: 'site', type: 'relationship', relationTo: 'sites', required: true, index: true },
    path('from', 'The old path on the site.'),
    {
      ...path('to', 'The new path.'),
      validate: (value: unknown, { siblingData }: { siblingData: unknown }) => {
        if (!isPath(value)) return pathRule;
        return value !== (siblingData as { from?: string }).from || 'A redirect cannot lead to itself.';
      },
    },
    {
      name: 'toSite',
      type: 'relationship',
      relationTo: 'sites',
      index: true,
      admin: { description: 'Only for what has moved to another site. Empty: the same site.' },
    },
    { name: 'reason', type: 'text', admin: { description: 'Why it moved. Not public.' } },
  ],
});
