// A table as HTML and as plain text.
import type { BlockFields, BlockRender } from './articleBlock.js';
import { paragraphs, rowsOf, saysSomething, textOf } from './fieldValues.js';

const ALIGNED = new Set(['left', 'center', 'right']);

/** A cell of one paragraph needs no `<p>`. */
function cellHtml(body: unknown, render: BlockRender): string {
  const html = render.rich(body);
  return /^<p>(?:(?!<p>)[\s\S])*<\/p>$/.test(html) ? html.slice('<p>'.length, -'</p>'.length) : html;
}

interface Shape {
  columns: BlockFields[];
  rows: unknown[][];
  hasHeads: boolean;
  hasRowHeads: boolean;
}

function shapeOf(fields: BlockFields): Shape {
  const columns = rowsOf(fields, 'columns');
  const rows = rowsOf(fields, 'rows').map((row) => {
    const cells = rowsOf(row, 'cells').map(({ body }) => body);
    return [...cells, ...columns.slice(cells.length).map(() => undefined)];
  });
  const hasHeads = columns.some(({ body }) => saysSomething(body));
  return { columns, rows, hasHeads, hasRowHeads: fields.hasRowHeads === true };
}

function classOf(column: BlockFields | undefined): string {
  const align = column ? textOf(column, 'align') : '';
  return ALIGNED.has(align) ? ` class="fr-table-${align}"` : '';
}

function rowHtml(cells: unknown[], { columns, hasRowHeads }: Shape, render: BlockRender): string {
  const written = cells.map((body, index) => {
    const words = `${classOf(columns[index])}>${cellHtml(body, render)}`;
    return hasRowHeads && index === 0 ? `<th scope="row"${words}</th>` : `<td${words}</td>`;
  });
  return `<tr>${written.join('')}</tr>`;
}

/** `caption` is HTML already. Empty heads leave no row behind. */
export function tableHtml(
  fields: BlockFields,
  { caption, render }: { caption: string; render: BlockRender },
): string {
  const shape = shapeOf(fields);
  const heads = shape.columns.map((column) =>
    saysSomething(column.body)
      ? `<th scope="col"${classOf(column)}>${cellHtml(column.body, render)}</th>`
      : `<td${classOf(column)}></td>`,
  );
  return (
    `<table class="fr-table">${caption ? `<caption class="fr-table-caption">${caption}</caption>` : ''}` +
    `${shape.hasHeads ? `<thead><tr>${heads.join('')}</tr></thead>` : ''}` +
    `<tbody>${shape.rows.map((cells) => rowHtml(cells, shape, render)).join('')}</tbody></table>`
  );
}

/** One line a row, cells parted by bars; breaks inside of a cell become slashes. */
export function tableText(fields: BlockFields, render: BlockRender): string {
  const { columns, hasHeads, rows } = shapeOf(fields);
  const lines = [...(hasHeads ? [columns.map(({ body }) => body)] : []), ...rows].map((cells) =>
    cells
      .map((body) => render.rich(body).replace(/\s*\n\s*/g, ' / '))
      .join(' | ')
      .trimEnd(),
  );
  return paragraphs(textOf(fields, 'caption'), lines.join('\n'));
}
