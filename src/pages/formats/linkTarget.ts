// Where a link of the rich text leads, in every format. Unsafe addresses lead nowhere: the words stay, the link goes.
import { idOf, isRecord, textOf } from '../../../collections/blocks/fieldValues.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import type { RenderContext } from './context.js';

/** The address of a link node; undefined when it may not be followed. */
export function linkTarget(node: RichTextNode, context: RenderContext): string | undefined {
  const fields = node.fields ?? {};
  if (fields.linkType !== 'internal') return safeUrl(textOf(fields, 'url'));
  const { doc } = fields;
  const id = isRecord(doc) ? idOf(doc.value) : undefined;
  const href = isRecord(doc) && id !== undefined ? context.href(String(doc.relationTo), id) : undefined;
  return href === undefined ? undefined : safeUrl(href);
}
