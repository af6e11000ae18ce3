/** Rules: when a page has these properties, this follows. Data that compliance staff keep, never code. */
import { conditionProperties } from '../../src/compliance/conditionProperties.js';
import { defineCollection } from '../defineCollection.js';
import { effectiveDates, urlField } from '../fields/common.js';
import { isKnownValue } from './conditionValues.js';
import { ruleEffect } from './ruleEffect.js';

const components = '/src/admin/components/compliance';

/** The properties of a page that a condition can look at. */
const propertyOptions = Object.entries(conditionProperties).map(([value, { label }]) => ({ value, label }));

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
          label: 'The rule holds when',
          required: true,
          defaultValue: 'all',
          admin: { isClearable: false, width: '50%' },
          options: [
            { label: 'All conditions hold', value: 'all' },
            { label: 'Any condition holds', value: 'any' },
          ],
        },
        {
          name: 'severity',
          type: 'select',
          label: 'When a page does not keep it',
          required: true,
          defaultValue: 'warn',
          admin: { isClearable: false, width: '50%' },
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
      admin: {
        description: 'What a page is like. No conditions: the rule holds for every page.',
        components: { RowLabel: `${components}/ConditionRowLabel.tsx#ConditionRowLabel` },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'property',
              type: 'select',
              label: 'What is looked at',
              required: true,
              options: propertyOptions,
              admin: { isClearable: false, width: '34%' },
            },
            {
              name: 'operator',
              type: 'select',
              label: 'Comparison',
              required: true,
              defaultValue: 'is',
              admin: {
                description: '“is” and “includes” say the same: it is one of them.',
                isClearable: false,
                width: '28%',
              },
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
              validate: isKnownValue,
              admin: {
                width: '38%',
                components: { Field: `${components}/ConditionValueField.tsx#ConditionValueField` },
              },
            },
          ],
        },
      ],
    },
    {
      name: 'matchingPages',
      type: 'ui',
      admin: { components: { Field: `${components}/MatchingPages.tsx#MatchingPages` } },
    },
    ruleEffect,
    {
      name: 'source',
      type: 'group',
      admin: { description: 'The law, notice or policy that asks for this.' },
      fields: [{ name: 'title', type: 'text', required: true }, urlField('url', 'Where it can be read.')],
    },
    {
      name: 'whatChanges',
      type: 'ui',
      admin: { components: { Field: `${components}/WhatChanges.tsx#WhatChanges` } },
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
