/** Places in the grid, and the rectangles between them. Rows and columns count from 0. */

export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
}

export interface Range {
  top: number;
  left: number;
  /** Inclusive, as is `right`. */
  bottom: number;
  right: number;
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

/** The nearest place inside the grid. */
export const clamp = ({ column, row }: Place, { columns, rows }: Extent): Place => ({
  row: within(row, rows),
  column: within(column, columns),
});

export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isInside = ({ bottom, left, right, top }: Range, { column, row }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const sizeOf = ({ bottom, left, right, top }: Range): Extent => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
});

/** All places of a range, row by row. */
export function placesIn(range: Range): Place[] {
  const { columns, rows } = sizeOf(range);
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: range.top + Math.floor(index / columns),
    column: range.left + (index % columns),
  }));
}

/** The place that Tab (or Shift+Tab) leads to, line by line; null at the end, where the focus leaves the grid. */
export function nextPlace({ column, row }: Place, step: 1 | -1, { columns, rows }: Extent): Place | null {
  const index = row * columns + column + step;
  if (index < 0 || index >= rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}

const page = 10;

/** Where a key leads from a place; undefined for keys that lead nowhere. `far` is Ctrl or Cmd. */
export function moved(key: string, from: Place, { columns, rows }: Extent, far: boolean): Place | undefined {
  const { column, row } = from;
  const ways: Record<string, Place> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? rows - 1 : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? columns - 1 : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows - 1 : row, column: columns - 1 },
  };
  const to = Object.hasOwn(ways, key) ? ways[key] : undefined;
  return to && clamp(to, { columns, rows });
}
