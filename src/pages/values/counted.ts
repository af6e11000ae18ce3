/** What the values of a text count: counts see more than the visitor's own state, so their services matter everywhere. Pure. */
import { idOf, isRecord } from '../../../collections/blocks/fieldValues.js';

export interface Count {
  /** `states`, `counties` or `services`. */
  of: string;
  serviceId: string;
}

/** Every count in the text, in reading order. */
export function countsIn(richText: unknown): Count[] {
  if (Array.isArray(richText)) return richText.flatMap(countsIn);
  if (!isRecord(richText)) return [];
  const { fields, type } = richText;
  const isCount = type === 'inlineBlock' && isRecord(fields) && fields.blockType === 'count';
  if (isCount) return [{ of: String(fields.of), serviceId: idOf(fields.service) ?? '' }];
  return Object.values(richText).flatMap(countsIn);
}
