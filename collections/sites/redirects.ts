/** Redirects: where a page that has moved stands now. */
import { pathProblem } from '../../src/publishing/addresses/redirectPath.js';
import { leadOn, settleRedirect } from '../../src/publishing/addresses/settleRedirect.js';
import { defineCollection } from '../defineCollection.js';

const path = (name: string, description: string) => ({
  name,
  type: 'text' as const,
  required: true,
  index: true,
  admin: { description },
  validate: (value: unknown) => pathProblem(value) ?? true,
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
  hooks: { beforeChange: [settleRedirect], afterChange: [leadOn] },
  fields: [
    { name: 'site', type: 'relationship', relationTo: 'sites', required: true, index: true },
    path('from', 'The old path on the site.'),
    path('to', 'The new path. Where that has moved itself, the path where it ends is stored.'),
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
