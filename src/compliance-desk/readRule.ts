/** A rule of a body, as pages read rules. What publishing would refuse as such is refused here too, in the same place. */
import { type ConditionProperty, conditionProperties } from '../compliance/conditionProperties.js';
import type { Condition } from '../compliance/matchRule.js';
import type { Rule } from '../payload-types.js';
import { idIn, momentIn, type Part, partIn, partsIn, textIn, wordIn } from './readFields.js';

const properties = Object.keys(conditionProperties) as ConditionProperty[];
const operators = ['is', 'isNot', 'includes'] as const;
const effects = ['attachDisclaimer', 'requireField', 'requireBlock', 'forbidPhrase'] as const;
/** In the order in which a reader meets them. */
export const placements = ['besideClaim', 'beforeCallToAction', 'footer'] as const;
const mostConditions = 200;

/** The rows of `conditions`. An empty value is left in: it is said with the problems. */
export function conditionsIn(part: Part): Condition[] {
  return partsIn(part, 'conditions', mostConditions).map((row) => ({
    property: wordIn(row, 'property', properties),
    operator: wordIn(row, 'operator', operators),
    value: textIn(row, 'value'),
  }));
}

/** `all` when it is missing, as in the form. */
export function matchIn(part: Part): Rule['match'] {
  return part.fields.match === undefined ? 'all' : wordIn(part, 'match', ['all', 'any']);
}

function effectIn(part: Part): Rule['effect'] {
  const effect = partIn(part, 'effect');
  const kind = wordIn(effect, 'kind', effects);
  if (kind !== 'attachDisclaimer') return { kind };
  const placement = effect.fields.placement ? wordIn(effect, 'placement', placements) : null;
  return { kind, disclaimer: idIn(effect, 'disclaimer'), placement };
}

/** The rule of this id; what pages do not read of it is left out. */
export function readRule(part: Part, id: string): Rule {
  const source = partIn(part, 'source');
  const rule: Omit<Rule, 'createdAt' | 'updatedAt'> = {
    id,
    slug: textIn(part, 'slug') || 'this-rule',
    title: textIn(part, 'title'),
    match: matchIn(part),
    conditions: conditionsIn(part),
    severity: part.fields.severity === undefined ? 'warn' : wordIn(part, 'severity', ['block', 'warn']),
    effect: effectIn(part),
    source: { title: textIn(source, 'title'), url: textIn(source, 'url') || null },
    effectiveFrom: momentIn(part, 'effectiveFrom'),
    effectiveTo: momentIn(part, 'effectiveTo'),
  };
  // pages read neither of its times
  return rule as Rule;
}
