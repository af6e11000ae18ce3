/** A condition as a sentence: “A topic is PTSD”, “No offer is free”. For people who read rules; nothing is decided by it. Pure. */
import type { Choice, ConditionProperty } from './conditionProperties.js';
import { comparable } from './conditionProperties.js';

interface Given {
  property?: string | null;
  operator?: string | null;
  value?: string | null;
}

/** What holds, and its opposite. */
type Words = readonly [(value: string) => string, (value: string) => string];

const words: Record<ConditionProperty, Words> = {
  site: [(site) => `The site is ${site}`, (site) => `The site is not ${site}`],
  service: [(service) => `A service is ${service}`, (service) => `No service is ${service}`],
  mode: [(mode) => `A service’s mode is ${mode}`, (mode) => `No service’s mode is ${mode}`],
  state: [(state) => `The visitor is in ${state}`, (state) => `The visitor is not in ${state}`],
  topic: [(topic) => `A topic is ${topic}`, (topic) => `No topic is ${topic}`],
  kind: [(kind) => `The page is of the kind ${kind}`, (kind) => `The page is not of the kind ${kind}`],
  offersFree: [() => 'An offer is free', () => 'No offer is free'],
  showsPrice: [() => 'A price is shown', () => 'No price is shown'],
  phrase: [(phrase) => `The words “${phrase}” are used`, (phrase) => `The words “${phrase}” are not used`],
};

const isProperty = (name: unknown): name is ConditionProperty =>
  typeof name === 'string' && Object.hasOwn(words, name);

/** Null while the row is not filled in. `choices` are those of the property; without them the value stands as it is stored. */
export function conditionWords(
  { operator, property, value }: Given,
  choices: readonly Choice[] | null,
): string | null {
  if (!isProperty(property) || !operator || !value?.trim()) return null;
  const isYesNo = property === 'offersFree' || property === 'showsPrice';
  const isNo = isYesNo && comparable(value) === 'false';
  const [does, doesNot] = words[property];
  const label = choices?.find((each) => comparable(each.value) === comparable(value))?.label ?? value.trim();
  return ((operator === 'isNot') === isNo ? does : doesNot)(label);
}
