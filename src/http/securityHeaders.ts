// The security headers of every answer. The admin gets a policy that lets exactly its own scripts run.
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../config.js';

const common = {
  originAgentCluster: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
  // What this API serves is meant to be shown on other origins; answers to signed-in people are guarded by cookies' SameSite.
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
};

const transport = ({ serverUrl }: Settings) =>
  serverUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false;

/** For data: nothing in an answer may run or be framed. */
export function protectApi(settings: Settings): RequestHandler {
  const none = ["'none'"];
  return helmet({
    ...common,
    strictTransportSecurity: transport(settings),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: none, frameAncestors: none, sandbox: [] },
    },
  });
}

/** For the admin: scripts with this answer's nonce only. Next reads the nonce from the request's policy header. */
export function protectAdmin(settings: Settings): RequestHandler {
  return (req, res, next) => {
    const nonce = `'nonce-${randomBytes(16).toString('base64')}'`;
    req.headers['content-security-policy'] = `script-src ${nonce}`;
    const self = ["'self'"];
    helmet({
      ...common,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      strictTransportSecurity: transport(settings),
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: self,
          scriptSrc: [...self, nonce, "'strict-dynamic'", ...(settings.production ? [] : ["'unsafe-eval'"])],
          styleSrc: [...self, "'unsafe-inline'"], // positions that its components compute
          imgSrc: [...self, 'data:', 'blob:'],
          mediaSrc: [...self, 'blob:'],
          fontSrc: [...self, 'data:'],
          connectSrc: settings.production ? self : [...self, 'ws:'],
          workerSrc: [...self, 'blob:'],
          objectSrc: ["'none'"],
          baseUri: self,
          formAction: self,
          frameAncestors: self,
        },
      },
    })(req, res, next);
  };
}
