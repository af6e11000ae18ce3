/** A table, for the terminal and for a page. */

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
  /** What has to be said about it. */
  note?: string;
}

const isNumber = (text: string) => /^[–\d]/.test(text);

/** With columns of equal width; numbers to the right. */
export function asText({ head, note, rows, title }: Table): string {
  const widths = head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (row: string[]) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column > 0 && isNumber(text) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const lines = [title, line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
  return [...lines, ...(note ? [note] : [])].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');

/** In Markdown, under a heading. */
export function asMarkdown({ head, note, rows, title }: Table): string {
  const line = (row: string[]) => `| ${row.map(cell).join(' | ')} |`;
  const rule = `|${head.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`;
  const table = [line(head), rule, ...rows.map(line)].join('\n');
  return [`### ${title}`, table, ...(note ? [note] : [])].join('\n\n');
}
