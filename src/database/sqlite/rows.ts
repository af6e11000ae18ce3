/**
 * Result rows as drizzle reads them: values by position (not enumerable) and by column name (enumerable).
 */

export type SqliteValue = null | string | number | bigint | Uint8Array;
export type Row = { readonly length: number; [column: string]: SqliteValue } & {
  [index: number]: SqliteValue;
};
export type RowMaker = (values: readonly SqliteValue[]) => Row;

interface ResultParts {
  columns: readonly string[];
  rows: Row[];
  rowsAffected: number;
  lastInsertRowid: bigint | undefined;
}

/** What a statement answered, in the shape of a libsql result. */
export interface ResultSet extends ResultParts {
  columnTypes: string[];
  toJSON(): unknown;
}

function isAwkward(column: string, index: number, columns: readonly string[]): boolean {
  return (
    /^\d+$/.test(column) ||
    column in Object.prototype ||
    column === 'length' ||
    columns.indexOf(column) !== index
  );
}

/** Handles every column list: duplicate names keep the first value, numeric names do not hide positions. */
function exactRowMaker(columns: readonly string[]): RowMaker {
  return (values) => {
    const row = Object.create(null) as Row;
    Object.defineProperty(row, 'length', { value: values.length });
    values.forEach((value, index) => {
      Object.defineProperty(row, index, { value, configurable: true, writable: true });
    });
    columns.forEach((column, index) => {
      if (/^\d+$/.test(column) && Number(column) < columns.length && Number(column) !== index) return;
      const taken = Object.getOwnPropertyDescriptor(row, column)?.enumerable === true || column === 'length';
      if (!taken) {
        const value = values[index];
        Object.defineProperty(row, column, { value, enumerable: true, configurable: true, writable: true });
      }
    });
    return row;
  };
}

/** Positions are getters on a prototype made once per statement: several times faster than defining them on each row. */
function fastRowMaker(columns: readonly string[]): RowMaker {
  const prototype = Object.create(null, { length: { value: columns.length } });
  columns.forEach((column, index) => {
    Object.defineProperty(prototype, index, {
      get(this: Row) {
        return this[column];
      },
    });
  });
  return (values) => {
    const row = Object.create(prototype) as Row;
    for (let index = 0; index < columns.length; index += 1) {
      row[columns[index] as string] = values[index] as SqliteValue;
    }
    return row;
  };
}

/** Makes the function that turns value lists of one statement into rows. */
export function createRowMaker(columns: readonly string[]): RowMaker {
  return columns.some(isAwkward) ? exactRowMaker(columns) : fastRowMaker(columns);
}

/** Wraps what a statement answered; `rowsAffected` is 0 for reads. */
export function createResultSet(parts: ResultParts): ResultSet {
  return { ...parts, columnTypes: parts.columns.map(() => ''), toJSON: () => parts };
}
