// Ids of demo documents are made from their names, so that they can refer to each other before they are stored.
import { createHash } from 'node:crypto';

/** A UUID (version 8, made from a hash) that is always the same for one collection and slug. */
export function demoId(collection: string, slug: string): string {
  const hex = createHash('sha256').update(`forthright-demo/${collection}/${slug}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
