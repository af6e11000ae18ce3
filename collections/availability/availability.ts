/** Availability: one service in one state for one period. */
import type { CollectionBeforeValidateHook, TextFieldManyValidation } from 'payload';
import { statuses, statusNames } from '../../src/availability/entry.js';
import { stateOptions } from '../../src/availability/states.js';
import { defineCollection } from '../defineCollection.js';
import { effectiveDates, momentField } from '../fields/common.js';
import { refuseImpossible } from './refuseImpossible.js';

const fips = /^\d{5}$/;

/** Whether they lie in the state is looked at when the entry is published; see refuseImpossible. */
const areCodes: TextFieldManyValidation = (value, { siblingData }) => {
  const { mode } = siblingData as { mode?: string };
  const list = Array.isArray(value) ? value : [];
  if (mode !== 'all' && list.length === 0) return 'Name at least one county.';
  const wrong = list.find((code) => !fips.test(String(code)));
  return wrong === undefined || `“${wrong}” is not a county’s FIPS code of five digits.`;
};

/** Names the row in lists: the service's slug and the state. */
const setLabel: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const merged = { ...originalDoc, ...data };
  if (!merged.service || !merged.state) return data;
  const id = typeof merged.service === 'object' ? merged.service.id : merged.service;
  const service = await req.payload.findByID({
    collection: 'services',
    id,
    depth: 0,
    disableErrors: true,
    draft: true,
    overrideAccess: true,
    req,
    select: { slug: true },
  });
  return { ...data, label: `${merged.state} · ${service?.slug ?? 'unknown service'}` };
};

export const availability = defineCollection({
  slug: 'availability',
  group: 'Availability',
  title: 'label',
  siteScope: 'service.site',
  hasSlug: false,
  names: { singular: 'Availability', plural: 'Availabilities' },
  labels: { singular: 'Availability', plural: 'Availability' },
  admin: { defaultColumns: ['label', 'status', 'effectiveFrom', 'effectiveTo', '_status'] },
  indexes: [{ fields: ['service', 'state'] }],
  fields: [
    { name: 'label', type: 'text', admin: { hidden: true } },
    {
      type: 'row',
      fields: [
        { name: 'service', type: 'relationship', relationTo: 'services', required: true, index: true },
        { name: 'state', type: 'select', required: true, index: true, options: stateOptions },
        {
          name: 'status',
          type: 'select',
          required: true,
          index: true,
          defaultValue: 'available',
          options: statuses.map((value) => ({ label: statusNames[value], value })),
        },
      ],
    },
    {
      name: 'counties',
      type: 'group',
      fields: [
        {
          name: 'mode',
          type: 'select',
          required: true,
          defaultValue: 'all',
          options: [
            { label: 'All counties', value: 'all' },
            { label: 'Only these counties', value: 'only' },
            { label: 'All counties but these', value: 'except' },
          ],
        },
        {
          name: 'list',
          type: 'text',
          label: 'Counties',
          hasMany: true,
          admin: {
            description: 'Chosen by name, stored as FIPS codes.',
            condition: (_, siblingData) => siblingData?.mode !== 'all',
            components: { Field: '/src/admin/components/availability/CountiesField.tsx#CountiesField' },
          },
          validate: areCodes,
        },
      ],
    },
    { name: 'publicNote', type: 'textarea', localized: true, admin: { description: 'Shown to readers.' } },
    { name: 'internalNote', type: 'textarea', admin: { description: 'For colleagues; never public.' } },
    {
      name: 'licenses',
      type: 'relationship',
      relationTo: 'licenses',
      hasMany: true,
      filterOptions: ({ data }) => (data?.state ? { state: { equals: data.state } } : true),
      // whether they fit is said in words by refuseImpossible
      validate: () => true,
      admin: {
        position: 'sidebar',
        description:
          'The rights to practise that this rests on: it is available only while one of them is in force. Not public.',
      },
    },
    ...effectiveDates,
    momentField('reviewedAt', 'When the entry was last checked.'),
    momentField('reviewDueAt', 'When it has to be checked again.'),
  ],
  hooks: { beforeValidate: [setLabel], beforeChange: [refuseImpossible] },
});
