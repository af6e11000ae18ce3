// Tables: rows of cells, each cell one line of words in which `<br>` is a line break.
import type { PhrasingContent, Table, TableCell } from 'mdast';
import type { BlockTable, RichText } from '../../../collections/blocks/articleBlock.js';
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { readTable } from '../../../collections/blocks/table.js';
import { block, paragraph, richText } from './lexicalNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { type Reader, refuse } from './reader.js';
import { readInline } from './readInline.js';

/** A table that stands by itself, as the block that it is. */
export function readBareTable(node: Table, reader: Reader): RichTextNode {
  if (reader.place.blocks !== 'all') return refuse(node, 'a table is not taken here');
  const id = reader.nextId();
  const fail = (message: string): never => refuse(node, message);
  return block(id, 'table', readTable({ fail, rowId: reader.nextId, table: () => readRows(node, reader) }));
}

/** The cells of a table. Parsers drop cells beyond the heads without a word, so a row with too many is refused. */
export function readRows(node: Table, reader: Reader): BlockTable {
  const [heads] = node.children;
  const width = heads?.children.length ?? 0;
  const rows = node.children.map((row) => {
    if (row.children.length > width) {
      const line = row.position?.start.line;
      throw new MarkdownError('this row of the table has more cells than the first', line);
    }
    const cells = row.children.map((cell) => readCell(cell, reader));
    const missing = Array.from({ length: width - cells.length }, () => richText([]));
    return [...cells, ...missing];
  });
  return { alignments: Array.from({ length: width }, (_, index) => node.align?.[index] ?? null), rows };
}

function readCell(cell: TableCell, reader: Reader): RichText {
  const inline = readInline(withBreaks(cell.children), reader);
  return richText(inline.length > 0 ? [paragraph(inline)] : []);
}

function withBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value)) return { type: 'break' };
    return 'children' in node ? ({ ...node, children: withBreaks(node.children) } as PhrasingContent) : node;
  });
}
