/** What follows from a rule: the group `effect`, and what each kind of effect needs before the rule is published. */
import type {
  GroupField,
  RelationshipFieldSingleValidation,
  SelectField,
  TextFieldSingleValidation,
} from 'payload';
import { relationship } from 'payload/shared';
import { articleBlocks } from '../blocks/registry.js';
import { placementOptions } from './disclaimers.js';

const effectIs = (kind: string) => ({
  condition: (_: unknown, siblingData: { kind?: string }) => siblingData?.kind === kind,
});

/** Fields of content that a rule can require. */
const requirable = [
  { label: 'Summary', value: 'summary' },
  { label: 'Hero image', value: 'heroImage' },
  { label: 'Category', value: 'category' },
  { label: 'Topics', value: 'topics' },
  { label: 'Authors', value: 'authors' },
  { label: 'Reviewed by', value: 'reviewedBy' },
  { label: 'Last reviewed', value: 'lastReviewed' },
  { label: 'Next review', value: 'nextReview' },
  { label: 'References', value: 'references' },
  { label: 'Calls to action', value: 'callsToAction' },
  { label: 'Change note', value: 'changeNote' },
];

const blockLabel = (slug: string, label: unknown) => ({
  label: typeof label === 'string' ? label : slug,
  value: slug,
});

/** Fields that their condition hides are not looked at, so each is needed wherever it is seen. */
const neededSelect = (name: string, kind: string, options: SelectField['options']): SelectField => ({
  ...{ name, type: 'select', options, admin: effectIs(kind) },
  validate: (value: unknown) => Boolean(value) || 'Choose what the rule requires.',
});

const hasDisclaimer: RelationshipFieldSingleValidation = (value, options) => {
  if (!value) return 'Choose the disclaimer that the rule attaches.';
  return relationship(value as never, options as never) as ReturnType<RelationshipFieldSingleValidation>;
};

const hasPhrase: TextFieldSingleValidation = (value) =>
  Boolean(value?.trim()) || 'Write the phrase that is forbidden.';

export const ruleEffect: GroupField = {
  name: 'effect',
  type: 'group',
  label: 'What follows',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: 'What the rule does',
      required: true,
      defaultValue: 'attachDisclaimer',
      options: [
        { label: 'Attach a disclaimer', value: 'attachDisclaimer' },
        { label: 'Require a field', value: 'requireField' },
        { label: 'Require a block', value: 'requireBlock' },
        { label: 'Forbid a phrase', value: 'forbidPhrase' },
      ],
      admin: { isClearable: false },
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
          validate: hasDisclaimer,
        },
        {
          name: 'placement',
          type: 'select',
          options: placementOptions,
          admin: { ...effectIs('attachDisclaimer'), description: 'Empty: where the disclaimer itself says.' },
        },
      ],
    },
    neededSelect('field', 'requireField', requirable),
    neededSelect(
      'block',
      'requireBlock',
      articleBlocks.map(({ labels, slug }) => blockLabel(slug, labels.singular)),
    ),
    { name: 'phrase', type: 'text', admin: effectIs('forbidPhrase'), validate: hasPhrase },
  ],
};
