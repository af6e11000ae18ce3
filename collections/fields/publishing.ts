/** Fields of content that has a page of its own: review, canonical site, search engines. */
import type { Field, RelationshipField, RelationshipFieldSingleValidation, Tab } from 'payload';
import { relationship } from 'payload/shared';
import { idOf } from '../blocks/fieldValues.js';
import { momentField } from './common.js';

/** Until sign-off exists, a clinical reviewer sets these by hand. */
export const reviewFields: Field[] = [
  {
    name: 'reviewedBy',
    type: 'relationship',
    relationTo: 'people',
    index: true,
    admin: { description: 'The clinician who reviewed this text.' },
  },
  {
    type: 'row',
    fields: [
      momentField('lastReviewed', 'When it was last reviewed.', false),
      momentField('nextReview', 'When it has to be reviewed again.', false),
    ],
  },
];

const idsIn = (sites: unknown): unknown[] => (Array.isArray(sites) ? sites.map(idOf) : []);

/** A site that does not show the content cannot be the one that search engines are pointed to. */
const isAmongSites: RelationshipFieldSingleValidation = (value, options) => {
  const sites = idsIn((options.data as { sites?: unknown } | undefined)?.sites);
  if (value && sites.length > 0 && !sites.includes(idOf(value)))
    return 'The canonical site must be one of the sites that show this.';
  return relationship(value as never, options as never) as ReturnType<RelationshipFieldSingleValidation>;
};

export const canonicalSiteField: RelationshipField = {
  name: 'canonicalSite',
  type: 'relationship',
  relationTo: 'sites',
  index: true,
  admin: {
    position: 'sidebar',
    description: 'For content on several sites: the one that search engines are pointed to.',
  },
  validate: isAmongSites,
};

export const seoTab: Tab = {
  label: 'Search engines',
  fields: [
    {
      name: 'seo',
      type: 'group',
      label: false,
      fields: [
        {
          name: 'title',
          type: 'text',
          localized: true,
          maxLength: 120,
          admin: { description: 'Empty: the title. About 60 characters are shown.' },
        },
        {
          name: 'description',
          type: 'textarea',
          localized: true,
          maxLength: 320,
          admin: { description: 'Empty: the summary. About 155 characters are shown.' },
        },
        {
          name: 'noIndex',
          type: 'checkbox',
          defaultValue: false,
          admin: { description: 'Ask search engines to leave this page out.' },
        },
      ],
    },
  ],
};
