// Opens and closes the port: the front holds it, in a thread of its own.
import type { RequestListener } from 'node:http';
import type { Settings } from '../config.js';
import type { Generations } from '../front/generations.js';
import { type FrontWatcher, PortRefused, type RunningFront, startFront } from '../front/startFront.js';
import { canonicalRoutes } from '../public-api/canonicalRoutes.js';
import { StartError } from '../startError.js';
import { type BackDoor, headersSetBy, openBackDoor } from './backDoor.js';
import { protectApi } from './securityHeaders.js';

export interface Listening {
  /** The port that clients use. */
  port: number;
  /** What the front counts, in the text format of Prometheus. */
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface ListenParts extends FrontWatcher {
  settings: Settings;
  generations: Generations;
  /** Asked at each request, so that what answers can change while it listens. */
  currentListener: () => RequestListener;
}

/**
 * What the back bears. It has one thread: more at once makes each slower and none faster, and what takes longer is more often overtaken by a
 * publish, and asked again.
 */
const line = { atOnce: 8, waiting: 1_000 };

/** Throws a StartError in words when the port cannot be opened. */
export async function listen({
  currentListener,
  generations,
  settings,
  ...watcher
}: ListenParts): Promise<Listening> {
  const back = await openBackDoor(currentListener);
  try {
    const front = await startFront(frontSettings(settings, back, generations), watcher);
    return { port: front.port, metrics: front.metrics, close: () => close(front, back) };
  } catch (error) {
    await back.close();
    throw error instanceof PortRefused ? explain(error.code, settings) : error;
  }
}

async function close(front: RunningFront, back: BackDoor): Promise<void> {
  await front.close();
  await back.close();
}

/** What the thread of the front is started with: plain data. */
export function frontSettings(settings: Settings, { socketPath }: BackDoor, { memory }: Generations) {
  const { adminUi, cacheBytes, host, misses, origins, port, production, serverUrl, trustProxy } = settings;
  return {
    ...{ host, line, memory, misses, port, socketPath, trustProxy },
    commonHeaders: [...headersSetBy(protectApi(settings)), 'Access-Control-Allow-Origin', '*'],
    maxBytes: cacheBytes,
    upgrades: adminUi && !production,
    routes: {
      cookiePrefix: 'forthright-',
      host: new URL(serverUrl).host,
      origins,
      routes: canonicalRoutes(),
    },
  };
}

function explain(code: string, { host, port }: Settings): StartError {
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use: perhaps by another Forthright. Stop it, or set PORT to a free one.`,
    );
  }
  if (code === 'EACCES')
    return new StartError(`Port ${port} may not be opened by this user. Set PORT to 1024 or more.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`HOST ${host} is no address of this machine.`);
  }
  return new StartError(`The server cannot listen on ${host}:${port} (${code}).`);
}
