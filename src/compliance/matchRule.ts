/** Whether a rule holds for a page, and which of its conditions made it hold. Pure; knows no dates and no effects. */
import type { Rule } from '../payload-types.js';
import type { PageProperties } from './pageProperties.js';
import { usesPhrase } from './usesPhrase.js';

type StoredCondition = NonNullable<Rule['conditions']>[number];

/** One row of a rule: a property, a comparison and the value that compliance staff wrote. */
export type Condition = Pick<StoredCondition, 'property' | 'operator' | 'value'>;

export interface RuleConditions {
  match: Rule['match'];
  conditions?: readonly Condition[] | null;
}

/** A visitor is in one state at a time; undefined only where no state was named at all. */
type Visitor = { state: string | undefined };

type SetProperty = Exclude<Condition['property'], 'phrase'>;

function valuesOf(
  property: SetProperty,
  page: PageProperties,
  { state }: Visitor,
): readonly (string | undefined)[] {
  switch (property) {
    case 'site':
      return [page.site];
    case 'service':
      return page.services;
    case 'mode':
      return page.modes;
    case 'state':
      return [state];
    case 'topic':
      return page.topics;
    case 'kind':
      return [page.kind];
    case 'offersFree':
      return [String(page.offersFree)];
    case 'showsPrice':
      return [String(page.showsPrice)];
  }
}

const same = (value: string) => value.trim().toLowerCase();

function has({ property, value }: Condition, page: PageProperties, visitor: Visitor): boolean {
  if (property === 'phrase') return usesPhrase(page.text, value);
  return valuesOf(property, page, visitor).some((each) => each !== undefined && same(each) === same(value));
}

/** `is` and `includes` say the same of one value and of many: it is among them. `isNot` is their opposite. */
function holds(condition: Condition, page: PageProperties, visitor: Visitor): boolean {
  return has(condition, page, visitor) !== (condition.operator === 'isNot');
}

/** The conditions that hold for one visitor when they are enough for the rule, else null. */
function heldFor(rule: RuleConditions, page: PageProperties, visitor: Visitor): Condition[] | null {
  const conditions = rule.conditions ?? [];
  const held = conditions.filter((condition) => holds(condition, page, visitor));
  if (conditions.length === 0) return [];
  return (rule.match === 'all' ? held.length === conditions.length : held.length > 0) ? held : null;
}

function visitorsOf(rule: RuleConditions, page: PageProperties): Visitor[] {
  const looksAtState = (rule.conditions ?? []).some(({ property }) => property === 'state');
  const states = looksAtState && page.states.length > 0 ? page.states : [page.states[0]];
  return states.map((state) => ({ state }));
}

/**
 * The conditions of the rule that hold, in the rule's order, or null when the rule does not hold. For several possible
 * states it is the union of what each asks for. A rule without conditions holds for every page, with an empty list.
 */
export function heldConditions(rule: RuleConditions, page: PageProperties): Condition[] | null {
  const held = visitorsOf(rule, page).map((visitor) => heldFor(rule, page, visitor));
  const found = held.filter((conditions) => conditions !== null);
  if (found.length === 0) return null;
  const all = new Set(found.flat());
  return (rule.conditions ?? [])
    .filter((condition) => all.has(condition))
    .map(({ property, operator, value }) => ({ property, operator, value }));
}
