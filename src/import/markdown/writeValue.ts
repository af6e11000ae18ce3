// Values become `:price{service=… as=…}`; what a value writes stands in its own file.
import type { TextDirective } from 'mdast-util-directive';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { wordingOf } from '../../../collections/values/inlineValue.js';
import { valueBySlug } from '../../../collections/values/registry.js';
import { MarkdownError } from './MarkdownError.js';
import type { Writer } from './writer.js';

/** Writes one value, always with its wording. Its look is written around it, by writeInline. */
export function writeValue({ fields = {} }: RichTextNode, writer: Writer): TextDirective {
  const value = valueBySlug(fields.blockType);
  if (!value) throw new MarkdownError(`the value "${String(fields.blockType)}" has no form in Markdown`);
  const { attribute, collection, field } = value.reference;
  const attributes = {
    [attribute]: writer.slugOf(collection, fields[field]),
    ...value.write(fields),
    as: wordingOf(value, fields),
  };
  return { type: 'textDirective', name: value.name, attributes, children: [] };
}
