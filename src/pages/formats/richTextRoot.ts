// Opens rich text from the database: its top nodes, whatever came in.
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import { childrenOf, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';

/** The nodes at the top of rich text; none when it is empty or no rich text. */
export function topNodes(state: unknown): RichTextNode[] {
  return isRecord(state) && isRecord(state.root) ? childrenOf(state.root as unknown as RichTextNode) : [];
}
