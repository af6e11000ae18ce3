// Says which health aspect a section speaks of, for readers who take one part of a page. Readers of the page see nothing of it.
import type { ArticleBlock } from './articleBlock.js';
import { textOf } from './fieldValues.js';

/** schema.org's HealthAspectEnumeration without its suffix, each with the words that editors choose by. */
export const healthAspects = {
  Overview: 'Overview',
  Symptoms: 'Symptoms',
  Causes: 'Causes',
  Stages: 'Stages',
  Types: 'Types',
  Screening: 'Screening and diagnosis',
  Treatments: 'Treatments',
  MayTreat: 'What it may treat',
  HowItWorks: 'How it works',
  Effectiveness: 'How well it works',
  Benefits: 'Benefits',
  UsageOrSchedule: 'How and when it is used',
  Ingredients: 'Ingredients',
  Safety: 'Safety',
  SideEffects: 'Side effects',
  RisksOrComplications: 'Risks and complications',
  Allergies: 'Allergies',
  Pregnancy: 'Pregnancy and breastfeeding',
  SeeDoctor: 'When to see a clinician',
  SelfCare: 'What you can do yourself',
  LivingWith: 'Living with it',
  Prevention: 'Prevention',
  Contagiousness: 'How it spreads',
  Prognosis: 'Outlook',
  PatientExperience: 'What patients experience',
  Misconceptions: 'Myths and misconceptions',
  GettingAccess: 'How to get it',
  HowOrWhere: 'Where to find it',
  RelatedTopics: 'Related topics',
} as const;

export type HealthAspect = keyof typeof healthAspects;

/** True for the name of a health aspect. */
export function isHealthAspect(value: unknown): value is HealthAspect {
  return typeof value === 'string' && Object.hasOwn(healthAspects, value);
}

export const aspect: ArticleBlock = {
  slug: 'aspect',
  interfaceName: 'AspectBlock',
  labels: { singular: 'Subject of the section', plural: 'Subjects of sections' },
  small: false,
  fields: () => [
    {
      name: 'name',
      type: 'select',
      required: true,
      label: 'Health aspect',
      options: Object.entries(healthAspects).map(([value, label]) => ({ value, label })),
      admin: {
        description:
          'Put it anywhere between a large heading and the next one. It shows nothing; sites that take one part of a page find the section by it.',
      },
    },
  ],
  markdown: {
    name: 'aspect',
    kind: 'leaf',
    attributes: ['name'],
    hasLabel: false,
    read: ({ attributes, fail }) => {
      const { name = '' } = attributes;
      if (!isHealthAspect(name)) {
        fail(`"${name}" is no health aspect; use name= with one of ${Object.keys(healthAspects).join(', ')}`);
      }
      return { name };
    },
    write: (fields) => ({ attributes: { name: textOf(fields, 'name') } }),
  },
  html: () => '',
  text: () => '',
};
