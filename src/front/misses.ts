/** How often one address may ask what is not in memory. Hits are not counted: they cost next to nothing. */
import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit'; // has nothing of Express in it
import { BurstyRateLimiter, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

export interface MissLimits {
  perSecond: number;
  /** Beyond that, within ten seconds. */
  burst: number;
}

/** An address asks more than it may. */
export class TooMany extends Error {
  constructor(
    /** Seconds. */
    readonly retryAfter: number,
  ) {
    super('too many misses');
  }
}

/** Counts by address, in this process. */
export class Misses {
  private readonly limiter: BurstyRateLimiter;

  constructor({ burst, perSecond }: MissLimits) {
    this.limiter = new BurstyRateLimiter(
      new RateLimiterMemory({ duration: 1, keyPrefix: 'steady', points: perSecond }),
      new RateLimiterMemory({ duration: 10, keyPrefix: 'burst', points: burst }),
    );
  }

  /** Rejects with TooMany. Whoever has one address of version 6 has a whole network of them. */
  async count(address: string): Promise<void> {
    try {
      await this.limiter.consume(ipKeyGenerator(address));
    } catch (reason) {
      const { msBeforeNext = 1_000 } = reason as RateLimiterRes;
      throw new TooMany(Math.max(1, Math.ceil(msBeforeNext / 1_000)));
    }
  }
}

/** Files have limits of their own, and pages are full of them; whoever watches a server must be heard at all times. */
const uncounted = /^\/(?:api\/media\/file\/|_next\/|(?:healthz|readyz|metrics)(?:\?|$))/;

/**
 * Whether a request that is passed through counts. Programs with a key, and people with a token, have work to do; a wrong one is
 * refused before anything is read for it.
 */
export const isCounted = ({ headers, url = '' }: IncomingMessage): boolean =>
  headers.authorization === undefined && !uncounted.test(url);
