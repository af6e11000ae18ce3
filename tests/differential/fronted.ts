/**
 * A house with its front: what clients ask, and beside it the back by itself, which answers the same questions anew each
 * time. The front runs in a thread of its own, as in the product, or in this one: then time can leap for both.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slotOf } from '../../src/front/generations.js';
import type { House } from '../helpers/house.js';
import type { Door } from './ask.js';
import { type OtherProcess, startOther } from './otherProcess.js';

export interface Fronted {
  house: House;
  /** Through the fronts: the one of this house, then those of other processes. */
  fronts: readonly [Door, ...Door[]];
  /** The back by itself, never kept. */
  back: Door;
  /** From now on `back` is one that remembers nothing of what it was asked before. */
  forget(): void;
  /** As if whatever hangs on this tag had been written. */
  move(tag: string): void;
  /** What the other processes have printed so far. */
  printed(): string;
  close(): Promise<void>;
}

export interface FrontedOptions {
  /** Whether the front shares this thread. */
  isNear?: boolean;
  /** How many processes share the database with this one; on MongoDB only. */
  others?: number;
  /** Writes move nothing: everything that was kept stays. To see that this is noticed. */
  isDeaf?: boolean;
}

/** How often one may ask is not looked into here. */
const unlimited = { burst: 1_000_000, perSecond: 1_000_000 };

async function openPort(listener: RequestListener): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A payload of the same database for whose adapter nothing has been kept, and again nothing after each `forget`. */
function forgetful({ payload }: House): { payload: House['payload']; forget(): void } {
  let db = Object.create(payload.db);
  return {
    payload: Object.create(payload, { db: { get: () => db } }),
    forget: () => {
      db = Object.create(payload.db);
    },
  };
}

/** Puts a front before the house; hears its reads and writes from now on. */
export async function putFrontBefore(house: House, options: FrontedOptions = {}): Promise<Fronted> {
  const { createApp } = await import('../../src/app.js');
  const { createPublicApi } = await import('../../src/public-api/index.js');
  const { createGraphqlDoor } = await import('../../src/http/graphqlDoor.js');
  const { Generations } = await import('../../src/front/generations.js');
  const { holdGenerations } = await import('../../src/freshness/moves.js');
  const { hearReads } = await import('../../src/freshness/hearReads.js');
  const { nodeOn } = await import('../../src/freshness/nodes/node.js');
  const { payload } = house;
  const settings = { ...house.settings, misses: unlimited, port: 0 };
  const generations = new Generations();
  holdGenerations(payload.db, options.isDeaf ? new Generations() : generations);
  hearReads(payload.db);
  const node = nodeOn(payload, generations, settings.redisUrl);
  const appOf = (of: House['payload']) =>
    createApp({
      ...{ generations, settings },
      house: {
        graphql: createGraphqlDoor({ payload: of, settings }),
        payload: of,
        publicApi: createPublicApi({ payload: of }),
      },
    });
  const app = appOf(payload);
  const alone = forgetful(house);
  const back = await openPort(appOf(alone.payload));
  const start = options.isNear ? (await import('./nearFront.js')).startNear : startFar;
  const front = await start({ app, generations, settings });
  await node?.start();
  const others: OtherProcess[] = [];
  while (others.length < (options.others ?? 0)) others.push(await startOther(house));
  return {
    ...{ back: { port: back.port }, fronts: [{ port: front.port }, ...others], house },
    forget: alone.forget,
    move: (tag) => generations.move([slotOf(tag)]),
    printed: () => others.map((other) => other.printed()).join('\n'),
    close: async () => {
      await Promise.all(others.map((other) => other.stop()));
      await front.close();
      await node?.stop();
      await back.close();
    },
  };
}

export interface FrontParts {
  app: RequestListener;
  generations: InstanceType<typeof import('../../src/front/generations.js').Generations>;
  settings: House['settings'];
}

/** In a thread of its own. */
async function startFar({ app, generations, settings }: FrontParts) {
  const { listen } = await import('../../src/http/listen.js');
  return listen({
    ...{ currentListener: () => app, generations, settings },
    onDeath: (error) => {
      throw error;
    },
  });
}
