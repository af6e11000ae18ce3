/** What the form of a rule or disclaimer holds, as it would be saved. Pure. */
import type { FormState } from 'payload';
import { reduceFieldsToValues } from 'payload/shared';

const lists = ['clauses', 'conditions'];

/** Payload's forms keep a list without rows as the number 0, and one that was never touched not at all. */
export function formValues(fields: FormState): Record<string, unknown> {
  const values = reduceFieldsToValues(fields, true);
  const rows = lists.filter((name) => name in fields).map((name) => [name, values[name]]);
  return {
    ...values,
    ...Object.fromEntries(rows.map(([name, list]) => [name, Array.isArray(list) ? list : []])),
  };
}
