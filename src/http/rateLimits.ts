// How often a stranger may try to sign in. Counted in this process; addresses come from Express (TRUST_PROXY).
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.js';

const quarterHour = 15 * 60 * 1000;

interface Limit {
  /** Attempts per quarter of an hour. */
  limit: number;
  keyOf: (req: Request) => string;
  onlyFailures?: boolean;
}

function limitAttempts({ limit, keyOf, onlyFailures = false }: Limit) {
  return rateLimit({
    windowMs: quarterHour,
    limit,
    keyGenerator: keyOf,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (req, _res, next) => {
      const resetTime = (req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime;
      const seconds = Math.max(
        1,
        Math.ceil(((resetTime?.getTime() ?? Date.now() + quarterHour) - Date.now()) / 1000),
      );
      const error = new AppError('too_many_requests', 429, 'Too many attempts. Try again later.');
      next(Object.assign(error, { retryAfter: seconds }));
    },
  });
}

const addressOf = (req: Request) => ipKeyGenerator(req.ip ?? '');

/** The e-mail itself is not kept in memory. */
const accountOf = (req: Request) => {
  const { email } = req.body as { email?: string };
  return createHash('sha256').update(String(email).trim().toLowerCase()).digest('base64');
};

/** Fresh counters; each app has its own. */
export function createRateLimits() {
  return {
    // Failures only: an office behind one address signs in as often as it likes.
    loginByAddress: limitAttempts({ limit: 30, keyOf: addressOf, onlyFailures: true }),
    // Slows guessing from many addresses, yet high enough that nobody is shut out by a stranger's few tries.
    loginByAccount: limitAttempts({ limit: 50, keyOf: accountOf, onlyFailures: true }),
    resetByAddress: limitAttempts({ limit: 20, keyOf: addressOf }),
    mailByAddress: limitAttempts({ limit: 20, keyOf: addressOf }),
    mailByAccount: limitAttempts({ limit: 5, keyOf: accountOf }),
  };
}
