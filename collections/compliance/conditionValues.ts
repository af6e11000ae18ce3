/** The values of conditions: looked up when a rule is published, because a rule about what does not exist never holds. */
import type { PayloadRequest, TextFieldSingleValidation } from 'payload';
import {
  type ConditionProperty,
  comparable,
  conditionProperties,
  isAmong,
} from '../../src/compliance/conditionProperties.js';

interface Given {
  property?: unknown;
  value?: unknown;
}

const isProperty = (name: unknown): name is ConditionProperty =>
  typeof name === 'string' && Object.hasOwn(conditionProperties, name);

/** What is wrong without looking anything up, or null. A property that is not known is said by its own field. */
function problemAtSight({ property, value }: Given): string | null {
  if (typeof value !== 'string' || value.trim() === '') return 'Choose or write a value.';
  if (!isProperty(property)) return null;
  const { one, values } = conditionProperties[property];
  if (
    !('choices' in values) ||
    isAmong(
      value,
      values.choices.map((choice) => choice.value),
    )
  )
    return null;
  return `There is no ${one} “${value}”.`;
}

/** What is wrong with a condition's value, in words, or null. Reads at most once, in the transaction of `req`. */
export async function valueProblem(given: Given, req: PayloadRequest): Promise<string | null> {
  const problem = problemAtSight(given);
  if (problem || !isProperty(given.property)) return problem;
  const { one, values } = conditionProperties[given.property];
  if (!('slugsOf' in values)) return null;
  const { totalDocs } = await req.payload.count({
    ...{ collection: values.slugsOf, overrideAccess: true, req },
    where: { slug: { equals: comparable(String(given.value)) } },
  });
  return totalDocs > 0
    ? null
    : `There is no ${one} “${String(given.value)}”: the rule would never hold by it.`;
}

/** For the field `value` beside `property`. While somebody writes, nothing is looked up. */
export const isKnownValue: TextFieldSingleValidation = async (value, { event, req, siblingData }) => {
  const given = { property: (siblingData as Given).property, value };
  return (event === 'onChange' ? problemAtSight(given) : await valueProblem(given, req)) ?? true;
};
