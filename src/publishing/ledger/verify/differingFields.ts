/** Whether a row still says what its snapshot says, when it is not the same text any more. */
import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../../../collections/blocks/fieldValues.js';

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

/** Without what is empty: a later version of the product adds fields, and they are null in what was written before. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, withoutEmpty(each)] as const)
      .filter(([, each]) => !isEmpty(each)),
  );
}

/** The names of the fields in which two rows differ; empty ones are equal to absent ones. */
export function differingFields(some: Record<string, unknown>, others: Record<string, unknown>): string[] {
  const [one, other] = [withoutEmpty(some), withoutEmpty(others)] as Record<string, unknown>[];
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => !isDeepStrictEqual(one?.[name], other?.[name])).sort();
}
