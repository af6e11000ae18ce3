/** What a condition of a rule can look at, and which values there are for each. Pure; forms, checks and answers are made from it. */
import { stateOptions } from '../availability/states.js';
import type { Rule, Service } from '../payload-types.js';
import type { ContentKind } from './pageProperties.js';

export type ConditionProperty = NonNullable<Rule['conditions']>[number]['property'];
export type Mode = Service['modes'][number];

export interface Choice {
  value: string;
  label: string;
}

/** Where the values of a property come from: a fixed list, the slugs of a collection, or any words. */
export type ValueForm =
  | { choices: readonly Choice[] }
  | { slugsOf: 'services' | 'sites' | 'topics' }
  | { words: true };

interface PropertyForm {
  label: string;
  /** One of them, as a refusal says it: “There is no … “x”.” */
  one: string;
  values: ValueForm;
}

const choicesOf = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const kinds: Record<ContentKind, string> = { article: 'Article', faq: 'FAQ', misconception: 'Misconception' };
const modes: Record<Mode, string> = {
  telehealth: 'Telehealth',
  'in-person': 'In person',
  delivery: 'Delivery',
  'in-clinic': 'In clinic',
};
const yesNo = choicesOf({ true: 'Yes', false: 'No' });
const states = stateOptions.map(({ label, value }) => ({ value, label: `${label} (${value})` }));

/** Every property, in the order in which the form offers them. */
export const conditionProperties: Readonly<Record<ConditionProperty, PropertyForm>> = {
  site: { label: 'Site', one: 'site', values: { slugsOf: 'sites' } },
  service: { label: 'Service', one: 'service', values: { slugsOf: 'services' } },
  mode: { label: 'Service’s mode', one: 'mode', values: { choices: choicesOf(modes) } },
  state: { label: 'State', one: 'state', values: { choices: states } },
  topic: { label: 'Topic', one: 'topic', values: { slugsOf: 'topics' } },
  kind: { label: 'Kind of content', one: 'kind of content', values: { choices: choicesOf(kinds) } },
  offersFree: { label: 'An offer is free', one: 'answer', values: { choices: yesNo } },
  showsPrice: { label: 'A price is shown', one: 'answer', values: { choices: yesNo } },
  phrase: { label: 'A phrase is used', one: 'phrase', values: { words: true } },
};

export const contentKinds = Object.keys(kinds) as ContentKind[];
export const serviceModes = Object.keys(modes) as Mode[];

/** Conditions compare values like this: without blanks around them, whatever the case. */
export const comparable = (value: string): string => value.trim().toLowerCase();

/** True when one of them is meant by the value, as conditions compare. */
export function isAmong(value: string, values: readonly string[]): boolean {
  return values.some((each) => comparable(each) === comparable(value));
}
