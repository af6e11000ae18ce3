// Start, listen, stop. What a request meets stands in app.ts.
import 'lexical'; // before richtext-lexical: on Node 20 its own import of it may never settle, and the process ends
import type { RequestListener } from 'node:http';
import { getPayload, type Payload, type SanitizedConfig } from 'payload';
import type { Logger } from 'pino';
import { createFirstAdministrator, type FirstAdministrator } from './accounts/createFirstAdministrator.js';
import { createApp, type House } from './app.js';
import { type CommandServer, startCommandServer } from './commands/commandServer.js';
import { readSettings, type Settings } from './config.js';
import { prepareDataDir } from './dataDir.js';
import { loadDemoContent } from './demo/loadDemoContent.js';
import { letGoOfEverything } from './freshness/downstream/purging.js';
import { hearReads } from './freshness/hearReads.js';
import { holdGenerations } from './freshness/moves.js';
import { type Node, nodeOn } from './freshness/nodes/node.js';
import { Generations } from './front/generations.js';
import { holdDatabase } from './holdDatabase.js';
import { backMetrics } from './http/backMetrics.js';
import { createGraphqlDoor } from './http/graphqlDoor.js';
import type { Readiness } from './http/health.js';
import { type Listening, listen } from './http/listen.js';
import { createLogger } from './http/logging.js';
import type { MetricsSource } from './http/metricsDoor.js';
import { type AdminServer, serveAdmin } from './http/serveAdmin.js';
import { oneAtATime } from './jobs/runsJobsHere.js';
import { type Jobs, startJobs } from './jobs/startJobs.js';
import { createPublicApi } from './public-api/index.js';
import { announce, announceAddresses, explainFailure } from './startMessages.js';

interface Running {
  settings: Settings;
  logger: Logger;
  readiness: Readiness;
  /** By which the front knows what has changed. */
  generations: Generations;
  metrics?: MetricsSource;
  listening?: Listening;
  payload?: Payload;
  /** Where other processes share the database. */
  node?: Node;
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
    generations: new Generations(),
  };
  running.metrics = watch(running);
  let listener: RequestListener = createApp(running);
  stopOnSignals(running);
  // First of all, so that a second server on this port ends before it touches the database.
  running.listening = await listen({
    ...{ settings, generations: running.generations, currentListener: () => listener },
    onDeath: (error) => endWithoutFront(running, error),
    onTrouble: (stack) => running.logger.error({ stack }, 'the front could not answer a request'),
  });
  running.readiness.doing = 'waiting for another server to close the database';
  await holdDatabase(settings, 'alone'); // until this process ends
  const payload = await openPayload(running);
  // servers that start together on one empty database must not fill it twice
  const administrator = await oneAtATime(payload, 'first-content', () => prepareContent(running, payload));
  listener = createApp({ ...running, house: await furnish(running, payload) });
  // before it is ready: from then on commands find it
  running.commands = await startCommandServer({ payload, logger: running.logger, dataDir: settings.dataDir });
  await running.node?.start();
  running.readiness.ready = true;
  await letGoOfEverything(settings.purging, payload);
  running.jobs = startJobs(payload); // not before the content stands
  announceAddresses(settings, administrator);
}

/** The numbers of both threads. */
function watch(running: Running): MetricsSource {
  const registry = backMetrics(running.generations, running.readiness);
  return {
    read: async () => (await registry.metrics()) + ((await running.listening?.metrics()) ?? ''),
    token: running.settings.metricsToken,
  };
}

async function openPayload(running: Running): Promise<Payload> {
  running.readiness.doing = 'opening and migrating the database';
  const config = await (await import('../payload.config.js')).default;
  config.logger = withoutErrors(running.logger) as NonNullable<SanitizedConfig['logger']>;
  const payload = await getPayload({ config });
  payload.logger = running.logger;
  holdGenerations(payload.db, running.generations);
  hearReads(payload.db);
  running.node = nodeOn(payload, running.generations, running.settings.redisUrl);
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

/** Nobody can reach a server without its front; whoever supervises it starts it anew. */
function endWithoutFront({ logger }: Running, error: Error): void {
  logger.fatal({ err: error }, 'the thread that holds the port has ended, and the server with it');
  process.exit(1);
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

async function stop({
  readiness,
  listening,
  payload,
  admin,
  commands,
  jobs,
  logger,
  node,
}: Running): Promise<void> {
  Object.assign(readiness, { ready: false, doing: 'stopping' });
  setTimeout(() => process.exit(0), 9_500).unref();
  try {
    await Promise.all([listening?.close(), commands?.close()]);
    await jobs?.stop();
    await node?.stop();
    await admin?.close();
    await payload?.destroy();
  } catch (error) {
    logger.error({ err: error }, 'stopping did not go smoothly');
  }
  process.exit(0);
}
