/** Sites: a brand and its web presence. */

import { stateOptions } from '../../src/availability/states.js';
import { keepFormerPrefixes } from '../../src/publishing/addresses/keepFormerPrefixes.js';
import { defineCollection } from '../defineCollection.js';
import { homePageField, urlField } from '../fields/common.js';
import { isKnownZone } from '../fields/timeZone.js';

const isDuration = (value: unknown) =>
  typeof value === 'string' && /^P(?!$)(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(value);

const prefix = (name: string, defaultValue: string) => ({
  name,
  type: 'text' as const,
  defaultValue,
  validate: (value: unknown) =>
    (typeof value === 'string' && /^\/[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(value)) ||
    'A prefix starts with / and has small letters, digits and hyphens.',
});

export const sites = defineCollection({
  slug: 'sites',
  group: 'Sites',
  title: 'name',
  siteScope: 'self',
  names: { singular: 'Site', plural: 'Sites' },
  admin: { defaultColumns: ['name', 'slug', 'url', 'live'] },
  hooks: { beforeChange: [keepFormerPrefixes] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Site',
          fields: [
            { name: 'name', type: 'text', required: true, localized: true, index: true },
            homePageField,
            { name: 'tagline', type: 'text', localized: true },
            { name: 'about', type: 'textarea', localized: true },
            { name: 'logo', type: 'upload', relationTo: 'media' },
            {
              name: 'domains',
              type: 'array',
              admin: { description: 'Host names that show this site.' },
              fields: [{ name: 'host', type: 'text', required: true }],
            },
            {
              name: 'timeZone',
              type: 'text',
              required: true,
              defaultValue: 'America/New_York',
              validate: (value: unknown) => isKnownZone(value) || 'Use a name such as America/New_York.',
              admin: { description: 'Dates are entered and shown in this time zone.' },
            },
            {
              name: 'stateOrder',
              type: 'select',
              hasMany: true,
              options: stateOptions,
              admin: {
                isSortable: true,
                description:
                  'Where availability is told: these states first, in this order; the others by the alphabet.',
              },
            },
          ],
        },
        {
          label: 'Pages',
          fields: [
            {
              name: 'hubTitle',
              type: 'text',
              localized: true,
              admin: { description: 'The name of the page that lists the articles, such as “Resources”.' },
            },
            {
              name: 'prefixes',
              type: 'group',
              admin: { description: 'Where the kinds of content stand on this site.' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    prefix('articles', '/resources'),
                    prefix('faqs', '/faqs'),
                    prefix('misconceptions', '/myths'),
                  ],
                },
              ],
            },
            {
              name: 'formerPrefixes',
              type: 'array',
              access: { create: () => false, update: () => false },
              admin: {
                readOnly: true,
                description:
                  'Where pages stood before. Old addresses lead to the new ones; kept by the system.',
              },
              fields: [
                { name: 'kind', type: 'text', required: true },
                { name: 'prefix', type: 'text', required: true },
              ],
            },
            {
              name: 'labels',
              type: 'group',
              admin: { description: 'Short texts for people who use a keyboard or a screen reader.' },
              fields: [
                { name: 'skipToContent', type: 'text', localized: true },
                { name: 'skipToFooter', type: 'text', localized: true },
              ],
            },
          ],
        },
        {
          label: 'Publisher',
          fields: [
            {
              name: 'contact',
              type: 'group',
              fields: [
                { name: 'email', type: 'email' },
                { name: 'phone', type: 'text' },
              ],
            },
            {
              name: 'attribution',
              type: 'group',
              admin: { description: 'How others must name you when they show your content.' },
              fields: [
                { name: 'publisher', type: 'text' },
                { name: 'license', type: 'text' },
                urlField('licenseUrl', 'Where the license stands.'),
              ],
            },
          ],
        },
        {
          label: 'Policies',
          fields: [
            {
              name: 'policies',
              type: 'group',
              label: false,
              fields: [
                {
                  name: 'refreshWithin',
                  type: 'text',
                  defaultValue: 'P7D',
                  validate: (value: unknown) =>
                    isDuration(value) ||
                    'An ISO 8601 duration in days, hours and minutes, such as P7D or PT12H.',
                  admin: { description: 'Nobody should show an answer for longer without asking again.' },
                },
                {
                  name: 'reviewEveryMonths',
                  type: 'number',
                  min: 1,
                  max: 60,
                  defaultValue: 12,
                  admin: { description: 'How often content has to be reviewed.' },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
});
