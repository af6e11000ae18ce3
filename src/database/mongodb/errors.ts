/** What goes wrong with transactions on MongoDB beyond what its driver reports. */

/** The transaction is over, or the server has undone it, so nothing can run in it. `cause` is what undid it, where known. */
export class TransactionEndedError extends Error {
  override readonly name = 'TransactionEndedError';
  readonly code = 'TRANSACTION_CLOSED';

  constructor(reason: string, cause?: unknown) {
    super(`The transaction cannot go on: it ${reason}.`, { cause });
  }
}

/** So many writers stand in line that this one is sent away. Safe to show; trying again may help. */
export class TooManyWritersError extends Error {
  override readonly name = 'TooManyWritersError';
  readonly status = 503;
  readonly isPublic = true;

  constructor(waitedMs: number) {
    super(
      `The database is busy: other writers kept it for ${Math.round(waitedMs / 1000)} s. Please try again.`,
    );
  }
}
