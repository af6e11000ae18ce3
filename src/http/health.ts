// Two questions of whoever runs the server: is it alive, and may it get traffic?
import { type RequestHandler, Router } from 'express';
import { unavailable } from '../errors.js';

/** What the server is busy with before it is ready. Changed by server.ts only. */
export interface Readiness {
  ready: boolean;
  /** In words, for the answer while not ready. */
  doing: string;
}

/** /healthz and /readyz. */
export function answerHealth(readiness: Readiness): Router {
  const router = Router({ caseSensitive: true });
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/readyz', (_req, res) => {
    if (!readiness.ready) throw unavailable(`Not ready: ${readiness.doing}.`, 2);
    res.set('Cache-Control', 'no-store').json({ status: 'ready' });
  });
  return router;
}

/** Everything else waits until the server is ready. */
export function refuseUntilReady(readiness: Readiness): RequestHandler {
  return (_req, _res, next) =>
    next(readiness.ready ? undefined : unavailable(`Not ready: ${readiness.doing}.`, 2));
}
