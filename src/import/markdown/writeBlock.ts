// Article blocks become directives; what a block writes stands in its own file.
import type { BlockContent, DefinitionContent, List, Paragraph, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { ArticleBlock, BlockMarkdown } from '../../../collections/blocks/articleBlock.js';
import { isRecord, wellFormed } from '../../../collections/blocks/fieldValues.js';
import { blockBySlug } from '../../../collections/blocks/registry.js';
import { relatedValues } from '../../../collections/blocks/relatedValues.js';
import { childrenOf, type RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { listItem, writeFlow } from './writeFlow.js';
import type { Writer } from './writer.js';
import { writeTable } from './writeTable.js';

type Flow = BlockContent | DefinitionContent;

/** Writes a block node as `:::name` or `::name`, or in the form that Markdown has for it. */
export function writeBlock(node: RichTextNode, writer: Writer): ContainerDirective | LeafDirective | Table {
  const fields = node.fields ?? {};
  const block = blockBySlug(fields.blockType);
  const form = block?.markdown;
  if (!block || !form)
    throw new MarkdownError(`the block "${String(fields.blockType)}" has no form in Markdown`);
  const written = form.write(fields, writer.locale);
  if (written.isBare && written.table) return writeTable(written.table, writer);
  const attributes = { ...writeReference(block, fields, writer), ...written.attributes };
  const label = written.label ? [{ type: 'text' as const, value: oneLine(written.label) }] : [];
  if (form.kind === 'leaf') return { type: 'leafDirective', name: form.name, attributes, children: label };
  const heading: Paragraph[] =
    label.length > 0 ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }] : [];
  return {
    type: 'containerDirective',
    name: form.name,
    attributes,
    children: [...heading, ...writeContent(written, writer)],
  };
}

function writeContent(written: BlockMarkdown, writer: Writer): Flow[] {
  return [
    ...writeBody(written.body, writer),
    ...writeSections(written, writer),
    ...(written.items ? [writeItems(written.items, writer)] : []),
    ...(written.table ? [writeTable(written.table, writer)] : []),
  ];
}

function writeReference(
  { reference }: ArticleBlock,
  fields: Record<string, unknown>,
  writer: Writer,
): Record<string, string> {
  if (!reference) return {};
  const { attribute, collection, field, many } = reference;
  if (!many) return { [attribute]: writer.slugOf(collection, fields[field]) };
  const slugs = relatedValues(reference, fields).map((value) => writer.slugOf(collection, value));
  return { [attribute]: slugs.join(' ') };
}

function writeItems({ bodies, kind }: NonNullable<BlockMarkdown['items']>, writer: Writer): List {
  const children = bodies.map((body) => listItem(writeBody(body, writer)));
  const order = kind === 'number' ? { ordered: true, start: 1 } : { ordered: false };
  return { type: 'list', spread: false, ...order, children };
}

function writeSections({ sections = [] }: BlockMarkdown, writer: Writer): Flow[] {
  return sections.flatMap(({ heading, body }) => [
    {
      type: 'heading',
      depth: 3,
      children: heading ? [{ type: 'text', value: oneLine(heading) }] : [],
    } as const,
    ...writeBody(body, writer),
  ]);
}

function writeBody(body: unknown, writer: Writer): Flow[] {
  return isRecord(body) && isRecord(body.root)
    ? writeFlow(childrenOf(body.root as unknown as RichTextNode), writer)
    : [];
}

/** Titles are one line; a line ending that came in through the API is a space. */
function oneLine(title: string): string {
  return wellFormed(title).replace(/\r\n|[\r\n]/g, ' ');
}
