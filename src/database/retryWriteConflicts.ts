/**
 * Runs a whole operation again when MongoDB says that another write got in its way. Payload itself tries nothing twice.
 */
import { setTimeout as pause } from 'node:timers/promises';

export interface RetryLimits {
  /** How often the operation may run in all. */
  readonly attempts?: number;
  /** Longest pause before the second attempt, in milliseconds; it doubles up to `maxPauseMs`. Pauses are random below that. */
  readonly firstPauseMs?: number;
  readonly maxPauseMs?: number;
}

const writeConflict = 112;
const defaults = { attempts: 15, firstPauseMs: 20, maxPauseMs: 400 };

/** True for errors after which MongoDB has undone the whole transaction and asks to run it again, wherever they are wrapped. */
export function isWriteConflict(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let current = error; typeof current === 'object' && current !== null && !seen.has(current); ) {
    seen.add(current);
    const thrown = current as { code?: unknown; cause?: unknown; hasErrorLabel?: (label: string) => boolean };
    if (thrown.code === writeConflict || thrown.hasErrorLabel?.('TransientTransactionError') === true)
      return true;
    current = thrown.cause;
  }
  return false;
}

/**
 * Answers what `operation` answers, running it again after write conflicts with random pauses between. It must begin its own
 * transaction (a fresh `req`) each time and do nothing outside it. The last conflict, and any other error, is thrown as it is.
 */
export async function retryWriteConflicts<T>(
  operation: (attempt: number) => Promise<T>,
  limits: RetryLimits = {},
): Promise<T> {
  const { attempts, firstPauseMs, maxPauseMs } = { ...defaults, ...limits };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (error) {
      if (attempt >= attempts || !isWriteConflict(error)) throw error;
      await pause(Math.random() * Math.min(maxPauseMs, firstPauseMs * 2 ** (attempt - 1)));
    }
  }
}
