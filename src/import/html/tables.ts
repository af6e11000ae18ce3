/** Tables of a saved page: rows of cells with words in them. What would lose words or their place is refused. */
import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { AlignType, PhrasingContent, Table, TableCell } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { ImportProblem } from '../ImportProblem.js';
import { allOf, attribute, firstOf, lineOfNode, wordsOf } from './elements.js';

/** A cell of Markdown is one line: these have no place in it. */
const tooMuch = ['ul', 'ol', 'dl', 'pre', 'blockquote', 'table', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'];

const isCell = ({ tagName }: Element) => tagName === 'td' || tagName === 'th';

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => child.type === 'element' && isCell(child));

const spans = (cell: Element) =>
  ['colSpan', 'rowSpan'].some((name) => Number(attribute(cell, name) ?? 1) !== 1);

function problemOf(table: Element): string | undefined {
  const cells = allOf(table, '*').filter(isCell);
  if (cells.length === 0) return 'it has no cells';
  const inside = cells.flatMap((cell) => tooMuch.flatMap((tag) => firstOf(cell, tag) ?? []));
  if (inside[0]) return `<${inside[0].tagName}> inside of a cell; cells hold words and links`;
  return cells.some(spans) ? 'cells that span several columns or rows' : undefined;
}

/** Refuses tables that cannot be kept, all at once, and makes every cell of the others one line with breaks. */
export function prepareTables(content: Element): void {
  const tables = allOf(content, 'table');
  const problems = tables.flatMap((table) => {
    const problem = problemOf(table);
    const words = wordsOf(table).slice(0, 40);
    return problem ? [`line ${lineOfNode(table)}: the table (“${words}…”) is not taken: ${problem}`] : [];
  });
  if (problems.length > 0) throw new ImportProblem(problems);
  for (const table of tables) {
    for (const cell of allOf(table, '*').filter(isCell)) cell.children = inOneLine(cell.children);
  }
}

const isParagraph = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'p' || node.tagName === 'div');

const breakElement = (): Element => ({ type: 'element', tagName: 'br', properties: {}, children: [] });

const saysNothing = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';

/** Between paragraphs stand two breaks, as Markdown has them in cells. */
function inOneLine(nodes: ElementContent[]): ElementContent[] {
  if (!nodes.some(isParagraph)) return nodes;
  const said = nodes.filter((node) => !saysNothing(node));
  return said.flatMap((node, index) => {
    const previous = said[index - 1];
    const isApart = previous && (isParagraph(previous) || isParagraph(node));
    const own = isParagraph(node) ? inOneLine(node.children) : [node];
    return isApart ? [breakElement(), breakElement(), ...own] : own;
  });
}

function alignmentOf(cell: Element | undefined): AlignType {
  const style = /text-align:\s*(left|center|right)/i.exec(attribute(cell, 'style') ?? '')?.[1];
  const align = (attribute(cell, 'align') ?? style ?? '').toLowerCase();
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}

const isHead = (cells: Element[]) => cells.every(({ tagName }) => tagName === 'th');

/** The heads of the columns when there are any, and the other rows. */
function rowsOf(table: Element): { heads: Element[]; rows: Element[][] } {
  const rows = allOf(table, 'tr')
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const [first = []] = rows;
  const thead = firstOf(table, 'thead');
  const isInHead = thead !== undefined && allOf(thead, '*').some((each) => each === first[0]);
  return isInHead || isHead(first) ? { heads: first, rows: rows.slice(1) } : { heads: [], rows };
}

/** Turns a table into Markdown's, inside of a block where it has a caption or heads of rows. */
export function tableHandler(state: State, node: Element): Table | ContainerDirective {
  const { heads, rows } = rowsOf(node);
  const width = Math.max(heads.length, ...rows.map(({ length }) => length));
  const read = (cell: Element | undefined): TableCell => ({
    type: 'tableCell',
    children: cell ? (state.all(cell) as PhrasingContent[]) : [],
  });
  const columns = Array.from({ length: width }, (_, index) => index);
  const table: Table = {
    type: 'table',
    align: columns.map((index) => alignmentOf(heads[index] ?? rows[0]?.[index])),
    children: [heads, ...rows].map((cells) => ({
      type: 'tableRow',
      children: columns.map((index) => read(cells[index])),
    })),
  };
  state.patch(node, table);
  return inBlock(table, wordsOf(firstOf(node, 'caption') ?? { type: 'text', value: '' }), rows);
}

function inBlock(table: Table, caption: string, rows: Element[][]): Table | ContainerDirective {
  const hasRowHeads = rows.length > 0 && rows.every(([first]) => first?.tagName === 'th');
  if (!caption && !hasRowHeads) return table;
  const label = {
    type: 'paragraph' as const,
    data: { directiveLabel: true },
    children: [{ type: 'text' as const, value: caption }],
  };
  return {
    type: 'containerDirective',
    name: 'table',
    attributes: hasRowHeads ? { heads: 'rows' } : {},
    children: [...(caption ? [label] : []), table],
  };
}
