// A table: columns with heads, rows of cells. In Markdown it is written with bars, as everywhere.
import type { ArrayField, RichTextField } from 'payload';
import { array as validateArray, richText as validateRichText } from 'payload/shared';
import type { ArticleBlock, BlockEditors, BlockFields, BlockMarkdown, BlockSource } from './articleBlock.js';
import { escapeHtml, isRecord, rowsOf, saysSomething, textOf } from './fieldValues.js';
import { tableHtml, tableText } from './tableFormats.js';

const ALIGNMENTS: Record<string, string> = { left: 'Left', center: 'Center', right: 'Right' };

/** More is a file to download, not a table to read. */
const MOST_COLUMNS = 20;
const MOST_ROWS = 500;

/** Markdown has no lists, headings or blocks inside of a cell. Payload's own check comes first. */
const isOneCell: RichTextField['validate'] = async (value, options) => {
  const checked = await validateRichText(value, options);
  if (checked !== true) return checked;
  const nodes = isRecord(value) && isRecord(value.root) ? value.root.children : [];
  const isPlain = !Array.isArray(nodes) || nodes.every((node) => isRecord(node) && node.type === 'paragraph');
  return isPlain || 'A cell holds words and links; no lists, headings or blocks.';
};

const cell = ({ cell: editor }: BlockEditors, label: string): RichTextField => ({
  ...{ name: 'body', type: 'richText', label, editor: editor(), validate: isOneCell },
});

const filledCells = (row: BlockFields) => rowsOf(row, 'cells').filter(({ body }) => saysSomething(body));

/** Payload's own check of rows comes first: a field with `validate` would lose it otherwise. */
const fitsColumns: ArrayField['validate'] = async (value, options) => {
  const checked = await validateArray(value, options);
  if (checked !== true) return checked;
  const columns = rowsOf(options.siblingData as BlockFields, 'columns').length;
  const rows = Array.isArray(value) ? value.filter(isRecord) : [];
  const long = rows.findIndex((row) => rowsOf(row, 'cells').length > columns);
  if (long !== -1) return `Row ${long + 1} has more cells than there are columns.`;
  return rows.some((row) => filledCells(row).length > 0) || 'A table needs words in its cells.';
};

function columnsField(editors: BlockEditors): ArrayField {
  return {
    name: 'columns',
    type: 'array',
    label: 'Columns',
    labels: { singular: 'Column', plural: 'Columns' },
    minRows: 1,
    maxRows: MOST_COLUMNS,
    required: true,
    fields: [
      cell(editors, 'Head'),
      {
        name: 'align',
        type: 'select',
        label: 'Aligned',
        options: Object.entries(ALIGNMENTS).map(([value, label]) => ({ value, label })),
        admin: { description: 'Optional. Numbers are easier to compare on the right.' },
      },
    ],
  };
}

function rowsField(editors: BlockEditors): ArrayField {
  return {
    name: 'rows',
    type: 'array',
    label: 'Rows',
    labels: { singular: 'Row', plural: 'Rows' },
    minRows: 1,
    maxRows: MOST_ROWS,
    required: true,
    validate: fitsColumns,
    fields: [
      {
        name: 'cells',
        type: 'array',
        label: 'Cells',
        labels: { singular: 'Cell', plural: 'Cells' },
        admin: { description: 'One for each column; missing ones at the end are empty.' },
        fields: [cell(editors, 'Words')],
      },
    ],
  };
}

/** The fields of a table as it stands in Markdown, between the lines of a directive or without one. */
export function readTable(source: Pick<BlockSource, 'fail' | 'rowId' | 'table'>): BlockFields {
  const { alignments, rows } = source.table();
  const [heads = [], ...others] = rows;
  if (heads.length > MOST_COLUMNS) source.fail(`a table has up to ${MOST_COLUMNS} columns`);
  if (others.length > MOST_ROWS) source.fail(`a table has up to ${MOST_ROWS} rows`);
  if (others.length === 0) source.fail('a table needs a row below its heads');
  const columns = heads.map((body, index) => {
    const align = alignments[index];
    return { id: source.rowId(), body, ...(align ? { align } : {}) };
  });
  return {
    columns,
    rows: others.map((cells) => ({
      id: source.rowId(),
      cells: cells.map((body) => ({ id: source.rowId(), body })),
    })),
  };
}

function writeTable(fields: BlockFields): BlockMarkdown {
  const columns = rowsOf(fields, 'columns');
  const label = textOf(fields, 'caption');
  const hasRowHeads = fields.hasRowHeads === true;
  const cellsOf = (row: BlockFields) => {
    const cells = rowsOf(row, 'cells').map(({ body }) => body);
    // cells beyond the columns are written, so that reading refuses them instead of losing their words
    return [...cells, ...columns.slice(cells.length).map(() => undefined)];
  };
  return {
    ...(label ? { label } : {}),
    ...(hasRowHeads ? { attributes: { heads: 'rows' } } : {}),
    table: {
      alignments: columns.map((column) => textOf(column, 'align') || null),
      rows: [columns.map(({ body }) => body), ...rowsOf(fields, 'rows').map(cellsOf)],
    },
    isBare: !label && !hasRowHeads,
  };
}

export const table: ArticleBlock = {
  slug: 'table',
  interfaceName: 'TableBlock',
  labels: { singular: 'Table', plural: 'Tables' },
  small: false,
  fields: (editors) => [
    {
      name: 'caption',
      type: 'text',
      label: 'Caption',
      admin: { description: 'What the table shows, for those who hear it as well. Optional.' },
    },
    columnsField(editors),
    {
      name: 'hasRowHeads',
      type: 'checkbox',
      label: 'The first cell of each row is its head',
      admin: { description: 'Screen readers then say it with every cell of the row.' },
    },
    rowsField(editors),
  ],
  markdown: {
    name: 'table',
    kind: 'container',
    attributes: ['heads'],
    hasLabel: true,
    read: (source) => {
      const { heads } = source.attributes;
      if (heads !== undefined && heads !== 'rows') source.fail('heads may be "rows" only');
      return {
        ...(source.label ? { caption: source.label } : {}),
        ...(heads ? { hasRowHeads: true } : {}),
        ...readTable(source),
      };
    },
    write: writeTable,
  },
  html: (fields, render) => tableHtml(fields, { caption: escapeHtml(textOf(fields, 'caption')), render }),
  text: (fields, render) => tableText(fields, render),
};
