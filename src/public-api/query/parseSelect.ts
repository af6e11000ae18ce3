// Which fields a request asks for, by Payload's `select[field]=true` or `select[field]=false`.

import { invalidParameter } from '../../errors.js';
import type { PublicCollection } from '../allowList.js';

const isOn = (value: unknown): boolean => value !== 'false' && value !== false;

/** Top-level fields asked for, or null when the request did not say. Throws a 400 for a field that is not public. */
export function parseSelect(rules: PublicCollection, select: unknown): string[] | null {
  if (select === undefined) return null;
  if (typeof select !== 'object' || select === null || Array.isArray(select)) {
    throw invalidParameter('select', 'select is written as select[field]=true.');
  }
  const entries = Object.entries(select);
  const unknown = entries.find(([name]) => name !== 'id' && !rules.fields.includes(name));
  if (unknown)
    throw invalidParameter(
      `select[${unknown[0]}]`,
      `“${unknown[0]}” is not a public field. Allowed: ${rules.fields.join(', ')}.`,
    );
  const chosen = entries.filter(([, value]) => isOn(value)).map(([name]) => name);
  // in the order of the table, so that equal questions have equal answers
  if (chosen.length > 0) return ['id', ...rules.fields].filter((name) => chosen.includes(name));
  const left = entries.map(([name]) => name);
  return rules.fields.filter((name) => !left.includes(name) && !rules.bodyFields.includes(name));
}
