/**
 * What goes wrong in SQLite, in the words and codes that Payload's drizzle layer understands.
 */

const codeByNumber = new Map<number, string>([
  [5, 'SQLITE_BUSY'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [11, 'SQLITE_CORRUPT'],
  [13, 'SQLITE_FULL'],
  [26, 'SQLITE_NOTADB'],
  [275, 'SQLITE_CONSTRAINT_CHECK'],
  [517, 'SQLITE_BUSY'],
  [787, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
  [1299, 'SQLITE_CONSTRAINT_NOTNULL'],
  // A taken primary key is reported like any other taken value, so that Payload names the field instead of failing.
  [1555, 'SQLITE_CONSTRAINT_UNIQUE'],
  [2067, 'SQLITE_CONSTRAINT_UNIQUE'],
  [2579, 'SQLITE_CONSTRAINT_UNIQUE'],
]);

/** A statement that SQLite refused. `code` is SQLite's own name of the reason, as libsql reports it. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string;

  constructor(message: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Other work held the writer for longer than a caller is asked to wait. Safe to show; trying again may help. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
  readonly code = 'SQLITE_BUSY';
  readonly status = 503;
  readonly isPublic = true;

  constructor(waitedMs: number) {
    super(
      `The database is busy: other work held it for ${Math.round(waitedMs / 100) / 10} s. Please try again.`,
    );
  }
}

/** The transaction is over (rolled back, committed, or taken away because it was abandoned), so nothing can run in it. */
export class TransactionEndedError extends Error {
  override readonly name = 'TransactionEndedError';
  readonly code = 'TRANSACTION_CLOSED';

  constructor(reason: string) {
    super(`The transaction cannot go on: it ${reason}.`);
  }
}

/** The client was closed, or is being closed. */
export class DatabaseClosedError extends Error {
  override readonly name = 'DatabaseClosedError';
  readonly code = 'CLIENT_CLOSED';
  readonly status = 503;

  constructor() {
    super('The database is closed.');
  }
}

// The binding reports a number for statements without rows only; for the others (INSERT … RETURNING) there is just the message.
const codeByMessage: readonly (readonly [RegExp, string])[] = [
  [/^UNIQUE constraint failed/, 'SQLITE_CONSTRAINT_UNIQUE'],
  [/^FOREIGN KEY constraint failed/, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
  [/^NOT NULL constraint failed/, 'SQLITE_CONSTRAINT_NOTNULL'],
  [/^CHECK constraint failed/, 'SQLITE_CONSTRAINT_CHECK'],
  [/^database (table )?is locked/, 'SQLITE_BUSY'],
  [/^attempt to write a readonly database/, 'SQLITE_READONLY'],
  [/^database or disk is full/, 'SQLITE_FULL'],
  [/^database disk image is malformed/, 'SQLITE_CORRUPT'],
];

function codeOf(error: { errcode?: number; message: string }): string {
  const number = error.errcode ?? 0;
  const byNumber = codeByNumber.get(number) ?? codeByNumber.get(number & 0xff);
  return byNumber ?? codeByMessage.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'SQLITE_ERROR';
}

/** True when another connection held the lock that a statement needed. */
export function isLocked(error: unknown): boolean {
  return error instanceof SqliteError && error.code === 'SQLITE_BUSY';
}

/** Turns what the binding threw into a `SqliteError` with SQLite's name of the reason; anything else stays as it is. */
export function toSqliteError(error: unknown): unknown {
  const thrown = error as { code?: unknown; errcode?: number; message: string };
  if (thrown?.code !== 'ERR_SQLITE_ERROR') return error;
  const code = codeOf(thrown);
  return new SqliteError(`${code}: ${thrown.message}`, code, error);
}
