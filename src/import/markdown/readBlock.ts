// Directives become article blocks. What a block means stands in its own file; here is only what all have in common.
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type {
  ArticleBlock,
  BlockFields,
  BlockItem,
  BlockMarkdownForm,
  BlockSection,
  BlockSource,
  BlockTable,
  RichText,
} from '../../../collections/blocks/articleBlock.js';
import { articleBlocks, blockByName } from '../../../collections/blocks/registry.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { block as blockNode, richText } from './lexicalNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { placeInside } from './place.js';
import { type Reader, refuse } from './reader.js';
import { readFlow } from './readFlow.js';
import { readRows } from './readTable.js';
import { slugsNamed } from './references.js';
import { refuseUnclosed } from './refuseLookalikes.js';

type Directive = ContainerDirective | LeafDirective;

/** Reads `:::name` or `::name` as the block of that name; refuses what the block does not know. */
export function readBlock(node: Directive, reader: Reader): RichTextNode {
  const block = blockByName(node.name);
  const form = block?.markdown;
  if (!block || !form) return refuse(node, `there is no block "${node.name}"; known are ${knownNames()}`);
  refuseMisplaced(node, block, reader);
  refuseMisshapen(node, block, form);
  if (node.type === 'containerDirective') refuseUnclosed(node, reader.source);
  const id = reader.nextId();
  const fields = form.read(sourceOf(node, reader));
  return blockNode(id, block.slug, { ...readReference(node, block, reader), ...fields });
}

function knownNames(): string {
  return articleBlocks.flatMap(({ markdown }) => (markdown ? [markdown.name] : [])).join(', ');
}

function refuseMisplaced(node: Directive, block: ArticleBlock, { place }: Reader): void {
  if (place.blocks === 'none')
    refuse(node, `the block "${node.name}" is not taken here: this text holds no blocks`);
  if (place.blocks === 'small' && !block.small)
    refuse(node, `the block "${node.name}" cannot stand inside another block`);
}

function refuseMisshapen(node: Directive, block: ArticleBlock, form: BlockMarkdownForm): void {
  const isContainer = node.type === 'containerDirective';
  if (isContainer !== (form.kind === 'container')) {
    refuse(
      node,
      `write "${form.name}" with ${isContainer ? 'two colons, it holds no text' : 'three colons and close it with :::'}`,
    );
  }
  const known = [...form.attributes, ...(block.reference ? [block.reference.attribute] : [])];
  const unknown = Object.keys(node.attributes ?? {}).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    refuse(
      node,
      `the block "${form.name}" knows no "${unknown}"${known.length > 0 ? `; known: ${known.join(', ')}` : ''}`,
    );
  }
  if (!form.hasLabel && labelOf(node) !== undefined)
    refuse(node, `the block "${form.name}" takes no [label]`);
}

function readReference(node: Directive, { reference }: ArticleBlock, reader: Reader): BlockFields {
  if (!reference) return {};
  const { attribute, collection, field, many } = reference;
  const slugs = slugsNamed(reference, node.attributes?.[attribute]);
  if (slugs.length === 0) return refuse(node, `"${node.name}" needs {${attribute}=${many ? '"… …"' : '…'}}`);
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  if (twice !== undefined) return refuse(node, `"${node.name}" names "${twice}" twice`);
  const ids = slugs.map((slug) => reader.idOf({ collection, slug }, node));
  return { [field]: many ? ids : ids[0] };
}

function sourceOf(node: Directive, outer: Reader): BlockSource {
  const reader = { ...outer, place: placeInside(outer.place) };
  const line = node.position?.start.line ?? 1;
  const label = labelOf(node);
  const attributes = Object.entries(node.attributes ?? {}).map(
    ([name, value]) => [name, value ?? ''] as const,
  );
  return {
    locale: reader.locale,
    attributes: Object.fromEntries(attributes),
    line,
    body: () => readBody(contentOf(node), reader),
    sections: () => readSections(node, reader),
    items: (kind) => readItems(node, reader, kind),
    table: () => readOnlyTable(node, reader),
    rowId: reader.nextId,
    fail: (message, at) => {
      throw new MarkdownError(`${node.name}: ${message}`, at ?? line);
    },
    ...(label !== undefined ? { label } : {}),
  };
}

function readBody(nodes: RootContent[], reader: Reader): RichText | undefined {
  const children = readFlow(nodes, reader);
  return children.length > 0 ? richText(children) : undefined;
}

/** Cuts the content at its headings of level 3. */
function readSections(node: Directive, reader: Reader): BlockSection[] {
  const cuts: { heading: Heading; content: RootContent[] }[] = [];
  for (const child of contentOf(node)) {
    if (child.type === 'heading' && child.depth === 3) cuts.push({ heading: child, content: [] });
    else if (cuts.length === 0) refuse(child, `${node.name}: text before the first ### heading`);
    else cuts.at(-1)?.content.push(child);
  }
  if (cuts.length === 0) refuse(node, `"${node.name}" needs at least one ### heading with text below it`);
  return cuts.map(({ heading, content }) => ({
    heading: plainText(heading.children),
    body: readBody(content, reader),
    line: heading.position?.start.line ?? 1,
  }));
}

/** The list at the end of the content; what stands before it is the lead. */
function readItems(node: Directive, reader: Reader, kind: 'bullet' | 'number') {
  const content = contentOf(node);
  const last = content.at(-1);
  if (last?.type !== 'list' || Boolean(last.ordered) !== (kind === 'number')) {
    const marks = kind === 'number' ? '"1."' : '"-"';
    return refuse(last ?? node, `"${node.name}" ends with a list whose items begin with ${marks}`);
  }
  const lead = readBody(content.slice(0, -1), reader);
  const items = last.children.map((item): BlockItem => {
    return { body: readBody(item.children, reader), line: item.position?.start.line ?? 1 };
  });
  return { lead, items };
}

function readOnlyTable(node: Directive, reader: Reader): BlockTable {
  const [only, ...more] = contentOf(node);
  const other = only?.type === 'table' ? more[0] : (only ?? node);
  if (only?.type !== 'table' || other) {
    return refuse(other ?? node, `"${node.name}" holds one table written with bars, and nothing else`);
  }
  return readRows(only, reader);
}

function contentOf(node: Directive): RootContent[] {
  return node.type === 'containerDirective' ? node.children.filter((child) => !isLabel(child)) : [];
}

function labelOf(node: Directive): string | undefined {
  if (node.type === 'leafDirective') return node.children.length > 0 ? plainText(node.children) : undefined;
  const label = node.children.find(isLabel);
  return label?.type === 'paragraph' ? plainText(label.children) : undefined;
}

function isLabel(node: RootContent): boolean {
  return node.type === 'paragraph' && Boolean(node.data?.directiveLabel);
}

/** Titles and labels are stored as plain text, so formatting in them would be lost. */
function plainText(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text'
        ? node.value.replace(/\r\n|[\r\n]/g, ' ')
        : refuse(node, 'titles and labels take plain words only, no formatting, links or line breaks'),
    )
    .join('');
}
