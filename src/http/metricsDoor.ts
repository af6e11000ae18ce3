// /metrics, for whoever watches the server. It tells nothing of content or people, but is not for strangers all the same.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { AppError } from '../errors.js';
import { directHeader } from '../front/direct.js';

export interface MetricsSource {
  /** In the text format of Prometheus. */
  read(): Promise<string>;
  /** METRICS_TOKEN. With it, everybody needs it; without it, only callers on this machine are answered. */
  token?: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Tells by its time nothing of the token. */
const isToken = (given: string | undefined, token: string) =>
  timingSafeEqual(digest(given ?? ''), digest(`Bearer ${token}`));

function mayRead(req: Request, token: string | undefined): boolean {
  if (token !== undefined) return isToken(req.headers.authorization, token);
  return req.headers[directHeader] !== undefined;
}

/** Only behind the front, which says who asks from this machine. */
export function answerMetrics({ read, token }: MetricsSource): Router {
  const router = Router({ caseSensitive: true });
  router.get('/metrics', async (req, res) => {
    if (!mayRead(req, token)) {
      res.set('WWW-Authenticate', 'Bearer');
      throw new AppError(
        'unauthenticated',
        401,
        'Metrics are for callers on this machine, or with METRICS_TOKEN.',
      );
    }
    res.set({ 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    res.end(await read());
  });
  return router;
}
