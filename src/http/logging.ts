// What is logged of a request: method, path, status, time. Never the query, headers, addresses or bodies: they hold
// tokens, and what visitors of health sites look for.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Settings } from '../config.js';

/** The one logger of a process; payload.config gives it to Payload as well. */
export function createLogger({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Gives each request its id, says it in X-Request-Id, and logs its end. */
export function logRequests(logger: Logger, { trustProxy }: Pick<Settings, 'trustProxy'>): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (req, res) => {
      const id = (trustProxy !== false && idFromProxy(req)) || randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: levelOf,
    customReceivedMessage: undefined,
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered with an error',
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathOf(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: Error) => ({ name: error.name, message: error.message, stack: error.stack }),
    },
  }) as RequestHandler;
}

function idFromProxy(req: IncomingMessage): string | undefined {
  const id = req.headers['x-request-id'];
  return typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : undefined;
}

function levelOf(_req: IncomingMessage, res: ServerResponse): 'debug' | 'error' {
  return res.statusCode >= 500 && res.statusCode !== 503 ? 'error' : 'debug';
}

/** Password reset, verification and share links carry their token in the path. */
function pathOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  const secret = /^(\/admin\/(?:reset|verify|users\/verify)|\/api\/(?:users\/verify|pages\/shared))\/.+$/;
  return path.replace(secret, '$1/…');
}
