/** Rules: when a page has these properties, this follows. Data that compliance staff keep, never code. */
import { defineCollection } from '../defineCollection.js';
import { effectiveDates, urlField } from '../fields/common.js';
import { placementOptions } from './disclaimers.js';

/** The properties of a page that a condition can look at. */
const propertyOptions = [
  { label: 'Site', value: 'site' },
  { label: 'Service', value: 'service' },
  { label: 'Service’s mode', value: 'mode' },
  { label: 'State', value: 'state' },
  { label: 'Topic', value: 'topic' },
  { label: 'Kind of content', value: 'kind' },
  { label: 'An offer is free', value: 'offersFree' },
  { label: 'A price is shown', value: 'showsPrice' },
  { label: 'A phrase is used', value: 'phrase' },
];

const effectIs = (...kinds: string[]) => ({
  condition: (_: unknown, siblingData: { kind?: string }) => kinds.includes(siblingData?.kind ?? ''),
});

export const rules = defineCollection({
  slug: 'rules',
  group: 'Compliance',
  title: 'title',
  siteScope: 'shared',
  names: { singular: 'Rule', plural: 'Rules' },
  admin: {
    defaultColumns: ['title', 'severity', 'exampleForCounsel', '_status'],
    description: 'What the law or a policy asks for. Counsel confirms each rule before it is relied on.',
  },
  fields: [
    { name: 'title', type: 'text', required: true, index: true },
    {
      type: 'row',
      fields: [
        {
          name: 'match',
          type: 'select',
          required: true,
          defaultValue: 'all',
          options: [
            { label: 'All conditions hold', value: 'all' },
            { label: 'Any condition holds', value: 'any' },
          ],
        },
        {
          name: 'severity',
          type: 'select',
          required: true,
          defaultValue: 'warn',
          options: [
            { label: 'Blocks publishing', value: 'block' },
            { label: 'Warns', value: 'warn' },
          ],
        },
      ],
    },
    {
      name: 'conditions',
      type: 'array',
      admin: { description: 'No conditions: the rule holds for every page.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'property', type: 'select', required: true, options: propertyOptions },
            {
              name: 'operator',
              type: 'select',
              required: true,
              defaultValue: 'is',
              options: [
                { label: 'is', value: 'is' },
                { label: 'is not', value: 'isNot' },
                { label: 'includes', value: 'includes' },
              ],
            },
            {
              name: 'value',
              type: 'text',
              required: true,
              admin: { description: 'A slug, a state such as FL, true or false, or the phrase.' },
            },
          ],
        },
      ],
    },
    {
      name: 'effect',
      type: 'group',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'attachDisclaimer',
          options: [
            { label: 'Attach a disclaimer', value: 'attachDisclaimer' },
            { label: 'Require a field', value: 'requireField' },
            { label: 'Require a block', value: 'requireBlock' },
            { label: 'Forbid a phrase', value: 'forbidPhrase' },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'disclaimer',
              type: 'relationship',
              relationTo: 'disclaimers',
              index: true,
              admin: effectIs('attachDisclaimer'),
            },
            {
              name: 'placement',
              type: 'select',
              options: placementOptions,
              admin: effectIs('attachDisclaimer'),
            },
          ],
        },
        { name: 'field', type: 'text', admin: effectIs('requireField') },
        { name: 'block', type: 'text', admin: effectIs('requireBlock') },
        { name: 'phrase', type: 'text', admin: effectIs('forbidPhrase') },
      ],
    },
    {
      name: 'source',
      type: 'group',
      admin: { description: 'The law, notice or policy that asks for this.' },
      fields: [{ name: 'title', type: 'text', required: true }, urlField('url', 'Where it can be read.')],
    },
    {
      name: 'exampleForCounsel',
      type: 'checkbox',
      label: 'Example, to be confirmed by counsel',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    ...effectiveDates,
  ],
});
