// Start, listen, stop. What a request meets stands in app.ts.
import 'lexical'; // before richtext-lexical: on Node 20 its own import of it may never settle, and the process ends
import type { RequestListener, Server } from 'node:http';
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import type { Logger } from 'pino';
import { createFirstAdministrator, type FirstAdministrator } from './accounts/createFirstAdministrator.js';
import { createApp, type House } from './app.js';
import { type CommandServer, startCommandServer } from './commands/commandServer.js';
import { readSettings, type Settings } from './config.js';
import { prepareDataDir } from './dataDir.js';
import { loadDemoContent } from './demo/loadDemoContent.js';
import { createGraphqlDoor } from './http/graphqlDoor.js';
import type { Readiness } from './http/health.js';
import { closeServer, listen } from './http/listen.js';
import { createLogger } from './http/logging.js';
import { type AdminServer, serveAdmin } from './http/serveAdmin.js';
import { oneAtATime } from './jobs/runsJobsHere.js';
import { type Jobs, startJobs } from './jobs/startJobs.js';
import { createPublicApi } from './public-api/index.js';
import { announce, announceAddresses, explainFailure } from './startMessages.js';

interface Running {
  settings: Settings;
  logger: Logger;
  readiness: Readiness;
  server?: Server;
  payload?: Payload;
  admin?: AdminServer;
  commands?: CommandServer;
  jobs?: Jobs;
}

/** Starts the server of this process; ends the process with one clear message when that fails. */
export async function startServer(): Promise<void> {
  let settings: Settings | undefined;
  try {
    settings = readSettings();
    await start(prepareDataDir(settings));
  } catch (error) {
    explainFailure(error, settings);
    process.exit(1);
  }
}

async function start(settings: Settings): Promise<void> {
  const running: Running = {
    settings,
    logger: createLogger(settings),
    readiness: { ready: false, doing: 'starting' },
  };
  let listener: RequestListener = createApp(running);
  stopOnSignals(running);
  // First of all, so that a second server on this port ends before it touches the database.
  running.server = await listen(settings, () => listener);
  const payload = await openPayload(running);
  // servers that start together on one empty database must not fill it twice
  const administrator = await oneAtATime(payload, 'first-content', () => prepareContent(running, payload));
  listener = createApp({ ...running, house: await furnish(running, payload) });
  // before it is ready: from then on commands find it
  running.commands = await startCommandServer({ payload, logger: running.logger, dataDir: settings.dataDir });
  running.readiness.ready = true;
  running.jobs = startJobs(payload); // not before the content stands
  announceAddresses(settings, administrator);
}

async function openPayload(running: Running): Promise<Payload> {
  running.readiness.doing = 'opening and migrating the database';
  const config = await (await import('../payload.config.js')).default;
  config.logger = withoutErrors(running.logger) as NonNullable<SanitizedConfig['logger']>;
  const payload = await getPayload({ config });
  payload.logger = running.logger;
  running.payload = payload;
  return payload;
}

/** What goes wrong while the database opens is said once, in words, by explainFailure(). */
function withoutErrors(logger: Logger): Logger {
  return logger.isLevelEnabled('debug')
    ? logger
    : Object.assign(Object.create(logger), { error: () => undefined });
}

async function prepareContent(
  { readiness, settings }: Running,
  payload: Payload,
): Promise<FirstAdministrator | null> {
  if (settings.demoContent) {
    readiness.doing = 'loading demo content';
    await loadDemoContent({ payload, settings, onProgress: announce });
  }
  readiness.doing = 'creating the first administrator';
  return createFirstAdministrator({ payload, settings });
}

async function furnish(running: Running, payload: Payload): Promise<House> {
  const { settings, readiness } = running;
  readiness.doing = 'preparing the admin';
  if (settings.adminUi) running.admin = await serveAdmin(payload.config, settings);
  return {
    payload,
    publicApi: createPublicApi({ payload }),
    graphql: createGraphqlDoor({ payload, settings }),
    admin: running.admin?.handler,
  };
}

function stopOnSignals(running: Running): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130); // asked twice: somebody is in a hurry
      stopping = true;
      void stop(running);
    });
  }
}

async function stop({ readiness, server, payload, admin, commands, jobs, logger }: Running): Promise<void> {
  Object.assign(readiness, { ready: false, doing: 'stopping' });
  setTimeout(() => process.exit(0), 9_500).unref();
  try {
    await Promise.all([server && closeServer(server), commands?.close()]);
    await jobs?.stop();
    await admin?.close();
    await payload?.destroy();
  } catch (error) {
    logger.error({ err: error }, 'stopping did not go smoothly');
  }
  process.exit(0);
}
