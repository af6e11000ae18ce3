// Which scripts on other origins may read answers: every one what strangers read, our own origins the rest.
import type { Request, RequestHandler, Response } from 'express';
import type { Settings } from '../config.js';
import { userOf } from '../requestUser.js';

const day = '86400';

/** After authenticate(). Answers preflights; sets nothing for signed-in people on origins that are not ours. */
export function shareAcrossOrigins({ origins }: Pick<Settings, 'origins'>): RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers;
    const isOurs = origin !== undefined && origins.includes(origin);
    if (!isOurs && userOf(res)) return next();
    res.vary('Origin');
    res.setHeader('Access-Control-Allow-Origin', isOurs ? origin : '*');
    if (isOurs) {
      res.setHeader('Access-Control-Allow-Credentials', 'true');
      res.setHeader('Access-Control-Expose-Headers', 'ETag, Ledger-Position');
    }
    if (!isPreflight(req)) return next();
    answerPreflight(res, isOurs);
  };
}

function isPreflight(req: Request): boolean {
  return req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;
}

/** POST is for GraphQL; other origins may name no Authorization, so a leaked key is of no use to a page. */
function answerPreflight(res: Response, isOurs: boolean): void {
  const methods = isOurs ? 'GET, HEAD, POST, PATCH, DELETE' : 'GET, HEAD, POST';
  const headers = isOurs
    ? 'Authorization, Content-Type, If-Match, X-Payload-HTTP-Method-Override'
    : 'Content-Type, If-None-Match';
  res.set({
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': headers,
    'Access-Control-Max-Age': day,
  });
  res.status(204).end();
}
