// `:price{service=… as=…}` inside of a line becomes a value. What a value means stands in its own file.
import type { TextDirective } from 'mdast-util-directive';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { type InlineValue, wordingOf } from '../../../collections/values/inlineValue.js';
import { marksOfFormat } from '../../../collections/values/marks.js';
import { inlineValues, valueByName } from '../../../collections/values/registry.js';
import { inlineBlock } from './lexicalNodes.js';
import { type Reader, refuse } from './reader.js';

/** Reads one value; refuses what it does not know. `format` are the marks around it, as bits. */
export function readValue(node: TextDirective, reader: Reader, format: number): RichTextNode {
  const value = valueByName(node.name);
  if (!value)
    return refuse(
      node,
      `there is no value "${node.name}"; known are ${knownNames()}. For the characters themselves write \\:`,
    );
  if (node.children.length > 0) refuse(node, `the value "${value.name}" takes no [label]`);
  const attributes = attributesOf(node, value);
  const id = reader.nextId();
  const fail = (message: string) => refuse(node, `${value.name}: ${message}`);
  const fields = {
    service: serviceOf(node, value, reader),
    ...value.read(attributes, fail),
    wording: readWording(value, attributes.as, fail),
    ...marksOfFormat(format),
  };
  return inlineBlock(id, value.slug, fields);
}

function knownNames(): string {
  return inlineValues.map(({ name }) => name).join(', ');
}

function attributesOf(node: TextDirective, value: InlineValue): Record<string, string> {
  const known = [value.reference.attribute, ...value.attributes, 'as'];
  const entries = Object.entries(node.attributes ?? {}).map(([name, text]) => [name, text ?? ''] as const);
  const unknown = entries.find(([name]) => !known.includes(name));
  if (unknown) refuse(node, `the value "${value.name}" knows no "${unknown[0]}"; known: ${known.join(', ')}`);
  return Object.fromEntries(entries);
}

function serviceOf(node: TextDirective, { name, reference }: InlineValue, reader: Reader): string {
  const slug = node.attributes?.[reference.attribute];
  if (!slug) return refuse(node, `"${name}" needs {${reference.attribute}=…}`);
  return reader.idOf({ collection: reference.collection, slug }, node);
}

function readWording(
  value: InlineValue,
  asked: string | undefined,
  fail: (message: string) => never,
): string {
  if (asked === undefined) return wordingOf(value, {});
  if (Object.hasOwn(value.wordings, asked)) return asked;
  return fail(`"${asked}" is no wording; use as= with one of ${Object.keys(value.wordings).join(', ')}`);
}
