/** What goes wrong with transactions on MongoDB beyond what its driver reports. */

export { TransactionEndedError } from '../sqlite/errors.js';

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
