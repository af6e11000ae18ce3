// A table as Markdown writes it, with bars: each cell is one line of words.
import type { AlignType, PhrasingContent, Table, TableCell } from 'mdast';
import type { BlockMarkdown } from '../../../collections/blocks/articleBlock.js';
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import {
  type ContentPart,
  childrenOf,
  contentParts,
  type RichTextNode,
} from '../../../collections/blocks/richTextNodes.js';
import { MarkdownError } from './MarkdownError.js';
import { writeInline } from './writeInline.js';
import type { Writer } from './writer.js';

/** Writes the table; refuses cells that hold more than words. */
export function writeTable({ alignments, rows }: NonNullable<BlockMarkdown['table']>, writer: Writer): Table {
  return {
    type: 'table',
    align: alignments as AlignType[],
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((body) => writeCell(body, writer)),
    })),
  };
}

function writeCell(body: unknown, writer: Writer): TableCell {
  const root = isRecord(body) && isRecord(body.root) ? (body.root as unknown as RichTextNode) : undefined;
  const lines = contentParts(root ? childrenOf(root) : []).map((part) => writeLine(part, writer));
  return {
    type: 'tableCell',
    children: lines.flatMap((line, index) => (index > 0 ? [...gap, ...line] : line)),
  };
}

/** Between paragraphs of a cell stand two breaks, as in items of lists. */
const gap: PhrasingContent[] = [{ type: 'break' }, { type: 'break' }];

function writeLine(part: ContentPart, writer: Writer): PhrasingContent[] {
  if ('block' in part) {
    throw new MarkdownError(`"${part.block.type}" inside of a table has no form in Markdown`);
  }
  return writeInline(part.inline, writer);
}
