/** Puts a front before a house: a thread of its own that holds a port, as in the product. The last one opened hears what is written. */
import type { Listening } from '../../src/http/listen.js';
import type { House } from './house.js';

export interface FrontOptions {
  /** METRICS_TOKEN. */
  metricsToken?: string;
  /** Settings that are not the house's. */
  settings?: Partial<House['settings']>;
}

export async function openFront(house: House, given: FrontOptions = {}): Promise<Listening> {
  const { createApp } = await import('../../src/app.js');
  const { hearReads } = await import('../../src/freshness/hearReads.js');
  const { holdGenerations } = await import('../../src/freshness/moves.js');
  const { Generations } = await import('../../src/front/generations.js');
  const { backMetrics } = await import('../../src/http/backMetrics.js');
  const { createGraphqlDoor } = await import('../../src/http/graphqlDoor.js');
  const { listen } = await import('../../src/http/listen.js');
  const { createPublicApi } = await import('../../src/public-api/index.js');
  const { payload } = house;
  const settings = { ...house.settings, port: 0, ...given.settings };
  const generations = new Generations();
  const registry = backMetrics(generations, { ready: true, doing: 'nothing' });
  holdGenerations(payload.db, generations);
  hearReads(payload.db);
  const app = createApp({
    ...{ generations, settings },
    house: {
      ...{ payload, publicApi: createPublicApi({ payload }) },
      graphql: createGraphqlDoor({ payload, settings }),
    },
    metrics: {
      read: async () => (await registry.metrics()) + (await listening.metrics()),
      token: given.metricsToken,
    },
  });
  const listening = await listen({
    ...{ currentListener: () => app, generations, settings },
    onDeath: (error) => {
      throw error;
    },
  });
  return listening;
}
