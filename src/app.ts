// The order in which a request passes through the house, on one page.
import express, { type Express, type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import type { Logger } from 'pino';
import type { Settings } from './config.js';
import { addDownstream } from './freshness/downstream/addDownstream.js';
import { letKeep } from './freshness/letKeep.js';
import type { Generations } from './front/generations.js';
import { normalizePath } from './http/addresses.js';
import { authenticate } from './http/authenticate.js';
import { createBridge } from './http/bridge.js';
import { shareAcrossOrigins } from './http/crossOrigin.js';
import { answerInTime } from './http/deadline.js';
import { createDocsDoor } from './http/docsDoor.js';
import { createEditingDoor } from './http/editingDoor.js';
import { answerError, answerNotFound } from './http/errorHandler.js';
import { createFileDoor } from './http/fileDoor.js';
import { answerHealth, type Readiness, refuseUntilReady } from './http/health.js';
import { createLogger, logRequests } from './http/logging.js';
import { answerMetrics, type MetricsSource } from './http/metricsDoor.js';
import { createRedirectsDoor } from './http/redirectsDoor.js';
import { protectAdmin, protectApi } from './http/securityHeaders.js';
import { createSignInDoor } from './http/signInDoor.js';

export interface AppParts {
  settings: Settings;
  logger?: Logger;
  readiness?: Readiness;
  /** Absent while the server prepares itself: then only the health addresses answer. */
  house?: House;
  /** Present behind a front: it says who the client is, and may keep answers. */
  generations?: Generations;
  /** Present behind a front, too. */
  metrics?: MetricsSource;
}

export interface House {
  payload: Payload;
  /** What everyone may ask. Calls next() for what it leaves to signed-in people. */
  publicApi: RequestHandler;
  /** /api/graphql, for everyone; looks at res.locals.user. */
  graphql: RequestHandler;
  /** Payload's admin, as Next serves it. */
  admin?: RequestHandler;
}

/** The Express app of one server. Opens no port and starts nothing. */
export function createApp({
  settings,
  logger = createLogger(settings),
  readiness,
  house,
  generations,
  metrics,
}: AppParts): Express {
  const state = readiness ?? { ready: true, doing: 'nothing' };
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  const trustProxy = generations ? 1 : settings.trustProxy; // the front has looked through the other proxies
  app.set('trust proxy', trustProxy);

  app.use(logRequests(logger, { trustProxy }));
  app.use(protectApi(settings));
  app.use(normalizePath);
  app.use(answerHealth(state));
  if (metrics) app.use(answerMetrics(metrics));
  app.use(refuseUntilReady(state));
  if (house && generations)
    app.use('/api', letKeep(generations), addDownstream(house.payload, settings.purging));
  if (house) app.use('/api', answerInTime, createApi(settings, house));
  if (house) app.use('/docs', createDocsDoor(settings));
  if (house?.admin) app.use(onlyAdmin(protectAdmin(settings)), onlyAdmin(house.admin), sendRootToAdmin);
  app.use(answerNotFound);
  app.use(answerError);
  return app;
}

function createApi(settings: Settings, { payload, publicApi, graphql }: House): Router {
  const bridge = createBridge({ payload, settings });
  const api = Router({ caseSensitive: true });
  api.use(authenticate(payload));
  api.use(shareAcrossOrigins(settings));
  api.use('/graphql', graphql);
  api.use(createSignInDoor({ payload, bridge }));
  api.use(createFileDoor({ payload, bridge, settings }));
  api.use(publicApi);
  api.use(createRedirectsDoor({ payload }));
  api.use(createEditingDoor({ payload, bridge }));
  return api;
}

/** Next gets the whole path, and only what is its own. */
function onlyAdmin(handler: RequestHandler): RequestHandler {
  return (req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? handler(req, res, next) : next());
}

const sendRootToAdmin: RequestHandler = (req, res, next) =>
  req.path === '/' ? res.redirect(302, '/admin') : next();
