/** Claims: statements that content makes, their approved wordings and the sources they rest on. */
import { defineCollection } from '../defineCollection.js';
import { manyOf, textsField } from '../fields/common.js';

export const claims = defineCollection({
  slug: 'claims',
  group: 'Compliance',
  title: 'statement',
  siteScope: 'shared',
  names: { singular: 'Claim', plural: 'Claims' },
  admin: { defaultColumns: ['statement', 'status', 'drugRoute', '_status'] },
  fields: [
    { name: 'statement', type: 'text', required: true, index: true, maxLength: 500 },
    textsField('wordings', 'Approved wordings', 'How content may say it.'),
    manyOf('sources', 'sources', 'What the claim rests on.', false),
    { name: 'note', type: 'textarea', admin: { description: 'For colleagues.' } },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'draft',
      options: [
        { label: 'Draft', value: 'draft' },
        { label: 'Supported', value: 'supported' },
        { label: 'Disputed', value: 'disputed' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'drugRoute',
      type: 'select',
      options: ['intravenous', 'intramuscular', 'intranasal', 'oral', 'sublingual', 'subcutaneous'],
      admin: { position: 'sidebar', description: 'The route of the drug that the evidence is about.' },
    },
    manyOf('topics', 'topics', 'What it is about.'),
  ],
});
