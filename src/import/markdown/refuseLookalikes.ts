// What was meant as a table, a footnote or a block but is none: a parser takes it for a paragraph and would run its
// lines together.

import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { refuse } from './reader.js';

const DELIMITER_ROW = /^[\s>]*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/;
const NESTING = 'a block around others needs more colons than those inside it';

/** Refuses a paragraph that was meant as something else. */
export function refuseLookalikes(node: Paragraph, source: string): void {
  const lines = linesOf(node, source);
  if (/^\[\^[^\]]+\]:/.test(lines[0] ?? '')) refuse(node, 'footnotes are not taken');
  const isTable = lines.some(
    (line, index) => index > 0 && DELIMITER_ROW.test(line) && lines[index - 1]?.includes('|'),
  );
  if (isTable) refuse(node, 'this table has more or fewer columns in its second line than in its first');
  const stray = lines.find((line) => /^[ \t>]*::/.test(line))?.trim();
  if (stray === undefined) return;
  refuse(node, `"${stray}" opens or closes no block; ${NESTING}. For the characters themselves write \\::`);
}

/** Refuses a block that nothing closes: a parser would take the rest of the document into it. */
export function refuseUnclosed(node: ContainerDirective, source: string): void {
  const last = linesOf(node, source).at(-1) ?? '';
  if (!/^[\s>]*:{3,}\s*$/.test(last))
    refuse(node, `the block "${node.name}" is not closed with :::; ${NESTING}`);
}

function linesOf(node: Paragraph | ContainerDirective, source: string): string[] {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset, end?.offset).split(/\r\n|[\r\n]/);
}
